import { OutboxEvent } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import {
  coach,
  coordinator,
  insertOrders,
  insertPeople,
  ofUwv,
  order,
  orderRow,
  otherRegie,
  participantRow,
  regie,
  UWV_OIN,
} from '../orders/service-order.testing.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Responsibility } from '../responsibility/responsibility.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, nuoForTest, type TestNuo, testDemo, testId } from '../testing/index.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';
import { Participant } from './participant.entity.ts';

const uwv = { kind: 'UWV', code: UWV_OIN, reference: 'UWV-77' };
const show = '... on ParticipantRegistered { alreadyKnown participant { id municipality name status commissioner { kind code name reference } } }';
const register = (nuo: TestNuo, user: string, input: object, fields = show) => command(nuo, user, 'registerParticipant', input, fields);
const named = show.replace(' name status', ' status');
const exit = (nuo: TestNuo, participantId: string, more: object = {}, user = coach) =>
  command(
    nuo,
    user,
    'exitParticipant',
    { participantId, expectedVersion: 1, reason: 'Aan het werk', ...more },
    '... on ParticipantExited { participant { status exitedOn exitReason version } } ... on ParticipantStillActive { runningIds } ... on ParticipantVersionConflict { currentVersion }',
  );

describe.each(dialects)('a participant of a third party on %s', (dialect) => {
  const shared = sharedNuo(dialect, testDemo(1));

  it('is known once under the number that UWV or another municipality gave', async () => {
    const nuo = shared();
    const answers = await Promise.all([1, 2, 3].map(() => register(nuo, coach, { commissioner: uwv, name: 'Piet' })));
    expect(answers.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
    expect(new Set(answers.map(({ participant }) => participant.id)).size).toBe(1);
    expect(answers[0].participant).toMatchObject({ municipality: null, name: 'Piet', status: 'REGISTERED', commissioner: { ...uwv, name: 'UWV' } });
    const dinkelland = { kind: 'OTHER_MUNICIPALITY', code: 'GM1774', reference: 'UWV-77' };
    const other = await register(nuo, coordinator, { commissioner: dinkelland }, named);
    expect(other).toMatchObject({
      alreadyKnown: false,
      participant: { municipality: '1774', commissioner: { code: '1774', name: 'Dinkelland', reference: 'UWV-77' } },
    });
    const client = (await nuo.ask(coach, `{ participant(id: "${idOf('participant', 0)}") { municipality commissioner { kind code name reference } } }`)).data;
    expect(client.participant).toEqual({ municipality: '0141', commissioner: { kind: 'MUNICIPALITY', code: '0141', name: 'Almelo', reference: null } });
  });

  it('is refused with what is wrong, and to who may not', async () => {
    const nuo = shared();
    const wrong: [object, string[]][] = [
      [{ commissioner: { ...uwv, code: '1774' } }, ['commissioner.code']],
      [{ commissioner: { ...uwv, reference: '' } }, ['commissioner.reference']],
      [{ commissioner: { kind: 'OTHER_MUNICIPALITY', code: '0189', reference: 'x' } }, ['commissioner.code']],
      [{ commissioner: { kind: 'OTHER_MUNICIPALITY', code: 'x', reference: 'x' } }, ['commissioner.code']],
      [{ commissioner: uwv, clientId: idOf('client', 9, '0141'), municipality: '0141' }, ['clientId', 'municipality']],
      [{}, ['municipality', 'name']],
    ];
    for (const [input, paths] of wrong) expect([input, (await register(nuo, coach, input)).paths]).toEqual([input, paths]);
    // The coordinator registers for third parties only.
    expect((await register(nuo, coordinator, { municipality: '0189', name: 'Wsw' }, '')).code).toBe('FORBIDDEN');
    expect((await register(nuo, regie, { commissioner: uwv }, '')).code).toBe('FORBIDDEN');
  });

  it('is seen by uitvoering and the coordinator, and by no Werkplein', async () => {
    const nuo = shared();
    await nuo.db.write((tx) => insertPeople(tx, ofUwv(5)));
    const seen = async (user: string, id: string) =>
      (await nuo.ask(user, `{ participant(id: "${id}") { id commissioner { reference } } }`)).data.participant !== null;
    expect([await seen(coach, ofUwv(5).id), await seen(coordinator, ofUwv(5).id), await seen(regie, ofUwv(5).id)]).toEqual([true, true, false]);
    expect([await seen(coordinator, idOf('participant', 0)), await seen(otherRegie, idOf('participant', 1))]).toEqual([false, true]);
    const { errors } = await nuo.ask(coordinator, `{ participant(id: "${ofUwv(5).id}") { name } }`);
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('has a placement of no municipality, which no Werkplein counts', async () => {
    const nuo = shared();
    await nuo.db.write(async (tx) => {
      await insertPeople(tx, ofUwv(6));
      const [row] = await tx.em.findBy(Placement, { municipality: '0189' });
      await tx.em.insert(Placement, { ...(row as Placement), id: testId(6, 600), participantId: ofUwv(6).id, clientId: null, municipality: 'uwv' });
    });
    const { data } = await nuo.ask(coach, `{ placement(id: "${testId(6, 600)}") { municipality participant { id } client { id } } }`);
    expect(data.placement).toEqual({ municipality: null, participant: { id: ofUwv(6).id }, client: null });
    const wierden = '{ _entities(representations: [{ __typename: "Werkplein", municipality: "0189" }]) { ... on Werkplein { activePlacementCount } } }';
    expect((await nuo.ask(otherRegie, wierden)).data._entities).toEqual([{ activePlacementCount: 1 }]);
    const correcting = { participantId: ofUwv(6).id, expectedVersion: 1, municipality: '0189' };
    expect((await command(nuo, coach, 'correctParticipant', correcting)).paths).toEqual(['municipality']);
    expect((await command(nuo, coach, 'correctParticipant', { ...correcting, municipality: undefined, name: 'Truus' })).__typename).toBe(
      'ParticipantCorrected',
    );
  });
});

describe.each(dialects)('a participant who leaves on %s', (dialect) => {
  it('has nothing that runs, and nobody who answers for them any more', async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(1), colleagues: [{ id: 'ann', organisation: 'nuo', name: 'Ann', leavesOn: null }] });
    const id = participantRow(1).id;
    await nuo.db.write((tx) => insertPeople(tx, participantRow(1)));
    await insertOrders(
      nuo,
      orderRow(1, participantRow(1), { status: 'OFFERED', service: 'TRAINING' }),
      orderRow(2, participantRow(1), { status: 'ENDED', endsOn: '2026-08-05' }),
      orderRow(3, participantRow(1), { status: 'COMPLETED', service: 'DIAGNOSIS' }),
    );
    await nuo.db.write(async ({ em }) => {
      const term = { participantId: id, role: 'JOBCOACH', colleagueId: 'nuo:ann', endsOn: null, standIn: false } as const;
      await em.insert(Responsibility, { ...term, id: testId(42, 1), startsOn: '2026-02-01', openFor: id });
      await em.insert(Responsibility, { ...term, id: testId(42, 2), role: 'WERKLEIDER', startsOn: '2026-09-01', openFor: id });
    });
    const status = async () => (await nuo.ask(coach, `{ participant(id: "${id}") { status } }`)).data.participant.status;
    expect(await status()).toBe('ACTIVE');
    const running = await exit(nuo, id);
    expect(running.runningIds.toSorted()).toEqual([testId(41, 1), testId(41, 2)]);
    await order(nuo, coach, 'refuseServiceOrder', { orderId: testId(41, 1), expectedVersion: 1, reason: 'Vol' });
    await nuo.db.write(({ em }) => em.query(`UPDATE service_order SET endsOn = '2026-08-03' WHERE id = '${testId(41, 2)}'`));
    expect(await status()).toBe('REGISTERED');
    expect(await exit(nuo, id, { expectedVersion: 3 })).toEqual({ __typename: 'ParticipantVersionConflict', currentVersion: 1 });
    const once = { requestId: 'exit-once-1' };
    const left = await exit(nuo, id, once);
    expect(left).toEqual({
      __typename: 'ParticipantExited',
      participant: { status: 'EXITED', exitedOn: '2026-08-03', exitReason: 'Aan het werk', version: 2 },
    });
    expect(await exit(nuo, id, once)).toEqual(left);
    const terms = await nuo.db.read.em.findBy(Responsibility, { participantId: id });
    expect(terms.map(({ startsOn, endsOn, openFor }) => [startsOn, endsOn, openFor])).toEqual([['2026-02-01', '2026-08-03', null]]);
    expect(await nuo.db.read.em.countBy(OutboxEvent, { type: 'ParticipantExited', aggregateId: id })).toBe(1);
  });

  it('is refused while a placement runs, before the registration, ahead of the day, and to who may not', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const [a] = [idOf('participant', 0)];
    expect(await exit(nuo, a)).toEqual({ __typename: 'ParticipantStillActive', runningIds: [idOf('placement', 0)] });
    await nuo.db.write(({ em }) => em.update(Placement, { id: idOf('placement', 0) }, { status: 'ENDED', endedOn: '2026-08-01' }));
    expect((await exit(nuo, a, { exitedOn: '2026-07-31' })).runningIds).toEqual([idOf('placement', 0)]);
    expect((await exit(nuo, a, { exitedOn: '2025-12-31' })).paths).toEqual(['exitedOn']);
    expect((await exit(nuo, a, { exitedOn: '2026-08-04', reason: '' })).paths).toEqual(['exitedOn', 'reason']);
    expect((await exit(nuo, idOf('participant', 99))).paths).toEqual(['participantId']);
    for (const user of [regie, 'nuo.accountmanager']) expect((await exit(nuo, a, {}, user)).code).toBe('FORBIDDEN');
    // The coordinator lets go only whom a third party sent.
    expect((await exit(nuo, a, {}, coordinator)).paths).toEqual(['participantId']);
    expect((await exit(nuo, a, { exitedOn: '2026-08-01' })).__typename).toBe('ParticipantExited');
    expect(await nuo.db.read.em.findOneByOrFail(Participant, { id: a })).toMatchObject({ exitedOn: '2026-08-01' });
  });

  it('does not leave while an order is offered at the same moment', { timeout: 60_000 }, async () => {
    const nuo = await nuoForTest(dialect, testDemo(0));
    for (let n = 1; n <= 6; n += 1) {
      await nuo.db.write((tx) => insertPeople(tx, participantRow(n)));
      const participantId = participantRow(n).id;
      const facts = { participantId, service: 'TRAINING', goal: 'Cursus', startsOn: '2026-08-10' };
      const both = [() => exit(nuo, participantId), () => order(nuo, regie, 'placeServiceOrder', facts)];
      const answers = await Promise.all((n % 2 ? both : both.toReversed()).map((send) => send()));
      const person = await nuo.db.read.em.findOneByOrFail(Participant, { id: participantId });
      // Either the order came first and keeps them, or it brought them back.
      expect(person.exitedOn).toBeNull();
      expect(answers.map(({ __typename }) => __typename)).toContain('ServiceOrderPlaced');
    }
  });
});
