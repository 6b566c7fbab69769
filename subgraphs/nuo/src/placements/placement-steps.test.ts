import { AuditEvent, OutboxEvent } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { insertOrders, insertPeople } from '../orders/service-order.testing.ts';
import { NuoParameterRow } from '../parameters/nuo-parameter.entity.ts';
import { Employer } from '../employers/employer.entity.ts';
import { idOf } from '../testing/index.ts';
import { Placement, PlacementEvent } from './placement.entity.ts';
import { agreed, coach, coordinator, decisionId, ofUwv, orderRow, otherRegie, placing, planned, propose, regie, take, worldFor } from './placement.testing.ts';

describe.each(dialects)('a placement on %s', (dialect) => {
  it('is proposed by uitvoering, agreed by regie, planned, started, interrupted, resumed and ended, and each step stays known', async () => {
    const world = await worldFor(dialect);
    const { nuo, person, order } = world;
    const start = { startsOn: '2026-08-03' };
    const proposed = await propose(nuo, person, order, start);
    expect(proposed.placement).toMatchObject({ status: 'PROPOSED', version: 1, details: { silence: { agrees: true, on: '2026-08-06' }, agreement: null } });
    const { id } = proposed.placement;
    const steps = [
      [regie, 'agree', 'AGREED', {}],
      [coach, 'plan', 'PLANNED', {}],
      [coach, 'start', 'ACTIVE', {}],
      [coach, 'interrupt', 'INTERRUPTED', {}],
      [regie, 'requestEnd', 'INTERRUPTED', {}],
      [coach, 'declineEnd', 'INTERRUPTED', {}],
      [coach, 'correct', 'INTERRUPTED', {}],
    ] as const;
    for (const [at, [user, step, status, more]] of steps.entries()) {
      const answer = await take(nuo, user, step, id, at + 1, more);
      expect([step, answer.placement?.status, answer.placement?.version]).toEqual([step, status, at + 2]);
    }
    const rows = await nuo.db.read.em.find(PlacementEvent, { order: { version: 'ASC' } });
    expect(rows.map(({ step, organisation }) => [step, organisation])).toEqual([
      ['propose', 'nuo'],
      ['agree', '0141'],
      ['plan', 'nuo'],
      ['start', 'nuo'],
      ['interrupt', 'nuo'],
      ['requestEnd', '0141'],
      ['declineEnd', 'nuo'],
      ['correct', 'nuo'],
    ]);
    expect(rows.at(-1)?.facts).toEqual({ hoursPerWeek: [20, 16] });
    expect(await nuo.db.read.em.countBy(AuditEvent, { action: 'PlacementStart' })).toBe(1);
    expect(await nuo.db.read.em.countBy(OutboxEvent, { type: 'PlacementStarted', aggregateId: id })).toBe(1);
    const details =
      '{ details { agreement agreedBy { name } interruptions { startsOn endsOn reason } steps { step by { name } organisation { code } changed } serviceOrder { id } } }';
    const seen = await nuo.ask(regie, `{ placement(id: "${id}") ${details} }`);
    expect(seen.errors).toBeUndefined();
    expect(seen.data.placement.details).toMatchObject({
      agreement: 'REGIE',
      interruptions: [{ startsOn: '2026-08-03', endsOn: null, reason: 'SEASON' }],
      serviceOrder: { id: order.id },
    });
    expect((await nuo.ask(otherRegie, `{ placement(id: "${id}") ${details} }`)).data.placement.details).toBeNull();
  });

  it('of a Wsw worker asks nobody; of somebody of UWV the coordinator says what UWV says', async () => {
    const { nuo, worker } = await worldFor(dialect);
    const own = (await propose(nuo, worker, null)).placement;
    expect(own).toMatchObject({ status: 'AGREED', details: { agreement: 'NOT_NEEDED', agreedOn: '2026-08-03' } });
    const ofThird = ofUwv(4);
    const order = orderRow(4, ofThird, { status: 'IN_PROGRESS' });
    await nuo.db.write((tx) => insertPeople(tx, ofThird));
    await insertOrders(nuo, order);
    const { placement } = await propose(nuo, ofThird, order, { kind: 'PROEFPLAATSING' });
    expect(placement).toMatchObject({ status: 'PROPOSED', details: { silence: { agrees: false, on: null } } });
    expect((await take(nuo, regie, 'agree', placement.id, 1)).code).toBe('NOT_FOUND');
    expect(await take(nuo, coordinator, 'agree', placement.id, 1)).toMatchObject({ paths: ['decisionIds'] });
    expect((await take(nuo, coordinator, 'agree', placement.id, 1, { decisionIds: ['UWV 2026/12'] })).placement).toMatchObject({ status: 'AGREED' });
    expect((await propose(nuo, worker, null, { kind: 'PROEFPLAATSING' })).paths).toEqual(['kind']);
  });

  it.each(['PROEFPLAATSING', 'PARTICIPATION_PLACE', 'REGULAR_WITH_LKS', 'SHELTERED_INTERNAL'])(
    'of kind %s waits for a decision of its own municipality',
    async (kind) => {
      const { nuo, person, order } = await worldFor(dialect);
      const employerId = kind === 'SHELTERED_INTERNAL' ? null : idOf('employer', 0);
      const { placement } = await propose(nuo, person, order, { kind, employerId });
      expect(placement.details.silence).toEqual({ agrees: false, on: null });
      expect((await take(nuo, regie, 'agree', placement.id, 1)).paths).toEqual(['decisionIds']);
      expect((await take(nuo, regie, 'agree', placement.id, 1, { decisionIds: ['0189:00000000-0000-7000-8000-000000000001'] })).paths).toEqual([
        'decisionIds.0',
      ]);
      const { placement: after } = await take(nuo, regie, 'agree', placement.id, 1, { decisionIds: [decisionId, decisionId] });
      expect(after).toMatchObject({ status: 'AGREED', details: { decisionIds: [decisionId], agreement: 'REGIE' } });
      // I16: not before the day of the agreement.
      expect(await take(nuo, coach, 'plan', placement.id, 2, { startsOn: '2026-08-02' })).toMatchObject({
        rule: 'START_BEFORE_AGREEMENT',
        nearestDay: '2026-08-03',
      });
      expect((await take(nuo, coach, 'plan', placement.id, 2, { startsOn: '2026-08-03' })).placement.status).toBe('PLANNED');
    },
  );

  it('starts on its first day, not before it', async () => {
    const world = await worldFor(dialect);
    const { id, version } = await planned(world, { startsOn: '2026-08-04' });
    expect(await take(world.nuo, coach, 'start', id, version)).toMatchObject({ rule: 'NOT_STARTED_YET', nearestDay: '2026-08-04' });
    expect((await take(world.nuo, coach, 'cancel', id, version)).placement).toMatchObject({ status: 'CANCELLED', details: { closedOn: '2026-08-03' } });
  });

  it('on trial lasts two months, six by a decision, and no day longer', async () => {
    const world = await worldFor(dialect);
    const { nuo, person, order } = world;
    const trial = { kind: 'PROEFPLAATSING', startsOn: '2026-08-31' };
    expect(await propose(nuo, person, order, { ...trial, expectedEndOn: '2026-10-31' })).toMatchObject({ rule: 'TERM_EXCEEDED', nearestDay: '2026-10-30' });
    const row = await planned(world, trial);
    expect(row).toMatchObject({ expectedEndOn: '2026-10-30', details: { termEndsOn: '2026-10-30' } });
    const extend = (expectedEndOn: string, more: object = {}) => take(nuo, coach, 'extend', row.id, row.version, { expectedEndOn, ...more });
    expect(await extend('2026-12-31')).toMatchObject({ rule: 'EXTENSION_NEEDS_DECISION', nearestDay: '2026-10-30' });
    const next = { decisionId: '0141:00000000-0000-7000-8000-000000000002' };
    expect(await extend('2027-02-28', next)).toMatchObject({ rule: 'TERM_EXCEEDED', nearestDay: '2027-02-27' });
    expect((await extend('2027-02-27', next)).placement).toMatchObject({
      expectedEndOn: '2027-02-27',
      details: { termEndsOn: '2027-02-27', decisionIds: [decisionId, next.decisionId] },
    });
  });

  it('moves the last day of its term along with its first day', async () => {
    const world = await worldFor(dialect);
    const { id, version } = await agreed(world, { kind: 'PROEFPLAATSING', startsOn: '2026-08-10' });
    const { placement } = await take(world.nuo, coach, 'plan', id, version, { startsOn: '2026-12-31' });
    expect(placement).toMatchObject({ expectedEndOn: '2027-02-27', details: { termEndsOn: '2027-02-27' } });
  });

  it('needs an order in progress, an employer that can be placed at, and a parameter for its rules', async () => {
    const { nuo, person, order, other, otherOrder } = await worldFor(dialect);
    expect(await propose(nuo, person, null)).toMatchObject({ rule: 'ORDER_NOT_IN_PROGRESS' });
    expect((await propose(nuo, person, otherOrder)).paths).toEqual(['serviceOrderId']);
    await nuo.db.write(({ em }) => em.update(Employer, { id: idOf('employer', 1) }, { status: 'BLOCKED' }));
    expect(await propose(nuo, person, order, { employerId: idOf('employer', 1) })).toMatchObject({ rule: 'EMPLOYER_NOT_AVAILABLE' });
    await nuo.db.write(({ em }) => em.delete(NuoParameterRow, { code: 'IMPLICIT_AGREEMENT_TERM' }));
    expect(await propose(nuo, other, otherOrder)).toMatchObject({ __typename: 'NuoParameterMissing', code: 'IMPLICIT_AGREEMENT_TERM', day: '2026-08-03' });
    expect(await nuo.db.read.em.count(Placement)).toBe(0);
  });

  it('is refused with every problem of its input at once', async () => {
    const { nuo, person } = await worldFor(dialect);
    const wrong = { employerId: null, startsOn: '2026-02-29', expectedEndOn: 'x', hoursPerWeek: 41, guidance: { form: 'JOBCOACH', hoursPerMonth: -1 } };
    expect((await propose(nuo, person, null, wrong)).paths).toEqual(['startsOn', 'expectedEndOn', 'hoursPerWeek', 'employerId', 'guidance.hoursPerMonth']);
    const missing = { employerId: idOf('employer', 77), proposalId: 'none', vacancyId: null };
    expect((await propose(nuo, person, null, missing)).paths).toEqual(['employerId', 'proposalId']);
    const none = { participantId: idOf('participant', 99), kind: 'REGULAR', employerId: idOf('employer', 0), startsOn: '2026-08-10', hoursPerWeek: 20 };
    expect((await placing(nuo, coach, 'proposePlacement', none)).paths).toEqual(['participantId']);
    for (const user of ['nuo.accountmanager', regie, coordinator]) expect((await placing(nuo, user, 'proposePlacement', none)).code).toBe('FORBIDDEN');
    expect(await nuo.db.read.em.count(Placement)).toBe(0);
  });

  it('is changed once when two change it at once, and a repeat gives the first answer', async () => {
    const world = await worldFor(dialect);
    const { id, version } = await agreed(world);
    const answers = await Promise.all([1, 2, 3].map(() => take(world.nuo, coach, 'plan', id, version)));
    expect(answers.filter(({ __typename }) => __typename === 'PlacementChanged')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'StepRefused')).toHaveLength(2);
    const requestId = 'again-and-again';
    const cancel = () => take(world.nuo, coach, 'cancel', id, version + 1, { requestId });
    expect(await cancel()).toEqual(await cancel());
    expect(await world.nuo.db.read.em.countBy(PlacementEvent, { placementId: id, step: 'cancel' })).toBe(1);
    const stale = await agreed(world);
    expect(await take(world.nuo, coach, 'plan', stale.id, 1)).toMatchObject({ __typename: 'PlacementVersionConflict', currentVersion: 2 });
  });

  it('is corrected as a new fact, within the rules', async () => {
    const world = await worldFor(dialect);
    const { nuo } = world;
    const { id, version } = await planned(world, { startsOn: '2026-08-03' });
    await take(nuo, coach, 'start', id, version);
    const correct = (more: object) => take(nuo, coach, 'correct', id, version + 1, more);
    expect((await correct({ startsOn: '2026-08-04', hoursPerWeek: null })).paths).toEqual(['startsOn']);
    expect((await correct({ result: 'CONTRACT' })).paths).toEqual(['endedOn']);
    expect((await correct({ hoursPerWeek: null })).paths).toEqual(['reason']);
    expect((await correct({ startsOn: '2026-07-20' })).placement).toMatchObject({ startsOn: '2026-07-20', hoursPerWeek: 16 });
    expect((await take(nuo, coach, 'end', id, version + 2)).placement).toMatchObject({
      status: 'ENDED',
      endedOn: '2026-08-02',
      details: { result: 'CONTRACT' },
    });
    expect((await correct({ endedOn: '2026-08-01', expectedVersion: version + 3, result: 'RETURNED' })).placement).toMatchObject({ endedOn: '2026-08-01' });
    const events = await nuo.db.read.em.find(PlacementEvent, { where: { placementId: id, step: 'correct' }, order: { version: 'ASC' } });
    expect(events.map(({ facts }) => facts)).toEqual([
      { startsOn: ['2026-08-03', '2026-07-20'], hoursPerWeek: [20, 16] },
      { endedOn: ['2026-08-02', '2026-08-01'], result: ['CONTRACT', 'RETURNED'] },
    ]);
  });
});
