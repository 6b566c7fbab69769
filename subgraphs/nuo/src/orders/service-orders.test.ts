import { AuditEvent, homeOf, OutboxEvent, ProcessingLogLine } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { NuoParameterRow } from '../parameters/nuo-parameter.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { idOf, nuoForTest, nuoPairForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';
import { ServiceOrder, ServiceOrderEvent } from './service-order.entity.ts';
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
  place,
  regie,
  take,
  UWV_OIN,
} from './service-order.testing.ts';

const clientId = idOf('client', 77, '0141');
const steps = async ({ db }: TestNuo, orderId: string) =>
  (await db.read.em.find(ServiceOrderEvent, { where: { orderId }, order: { version: 'ASC' } })).map(({ step, fromStatus, toStatus, byId, organisation }) => [
    step,
    fromStatus,
    toStatus,
    byId,
    organisation,
  ]);
const events = async ({ db }: TestNuo) => (await db.read.em.find(OutboxEvent, { order: { id: 'ASC' } })).map(({ type }) => type);

describe.each(dialects)('a service order on %s', (dialect) => {
  const shared = sharedNuo(dialect);
  it('goes from regie to uitvoering and back, and each step leaves a row', async () => {
    const nuo = await nuoForTest(dialect);
    const saved = (await order(nuo, regie, 'saveServiceOrder', { clientId, service: 'MEDIATION', goal: 'Werk', startsOn: '2026-08-10' })).serviceOrder;
    expect(saved).toMatchObject({ status: 'CONCEPT', version: 1, respondBy: '2026-08-10' });
    const { id } = saved;
    const changed = await order(nuo, regie, 'saveServiceOrder', {
      orderId: id,
      expectedVersion: 1,
      service: 'TRAINING',
      goal: 'Cursus',
      startsOn: '2026-08-10',
    });
    expect(changed.serviceOrder).toMatchObject({ status: 'CONCEPT', version: 2, goal: 'Cursus' });
    expect(await events(nuo)).toEqual(['ParticipantRegistered']);
    const placed = await place(nuo, regie, {
      orderId: id,
      expectedVersion: 2,
      service: 'TRAINING',
      respondBy: '2026-08-20',
      disclosureId: testId(9, 1, '0141'),
    });
    expect(placed.serviceOrder).toMatchObject({ status: 'OFFERED', version: 3, respondBy: '2026-08-20' });
    expect((await take(nuo, coach, 'accept', id, 3)).serviceOrder).toMatchObject({ status: 'ACCEPTED' });
    expect((await take(nuo, coach, 'start', id, 4)).serviceOrder).toMatchObject({ status: 'IN_PROGRESS' });
    expect((await take(nuo, coach, 'handBack', id, 5)).serviceOrder).toMatchObject({
      status: 'HANDED_BACK',
      endsOn: '2026-08-03',
      reason: 'Lukt niet',
      advice: 'Eerst een training',
    });
    expect((await take(nuo, regie, 'evaluate', id, 6, { reference: null })).serviceOrder).toMatchObject({ status: 'EVALUATED', evaluation: 'Goed gegaan' });
    const [ours, theirs] = ['0141:demo-almelo-klantregisseur', 'nuo:demo-nuo-jobcoach'];
    expect(await steps(nuo, id)).toEqual([
      ['save', null, 'CONCEPT', ours, '0141'],
      ['change', 'CONCEPT', 'CONCEPT', ours, '0141'],
      ['offer', 'CONCEPT', 'OFFERED', ours, '0141'],
      ['accept', 'OFFERED', 'ACCEPTED', theirs, 'nuo'],
      ['start', 'ACCEPTED', 'IN_PROGRESS', theirs, 'nuo'],
      ['handBack', 'IN_PROGRESS', 'HANDED_BACK', theirs, 'nuo'],
      ['evaluate', 'HANDED_BACK', 'EVALUATED', ours, '0141'],
    ]);
    const told = ['Offered', 'Accepted', 'Started', 'HandedBack', 'Evaluated'].map((step) => `ServiceOrder${step}`);
    expect((await events(nuo)).toSorted()).toEqual(['ParticipantRegistered', ...told].toSorted());
    expect(JSON.stringify(await nuo.db.read.em.find(OutboxEvent))).not.toContain('0141:');
    // Seven steps; the data of the person were processed in each of them, and shown after each.
    expect(await nuo.db.read.em.countBy(AuditEvent, { organisation: '0141', action: 'ServiceOrderSave' })).toBe(2);
    const lines = (await nuo.db.read.em.find(ProcessingLogLine)).filter(({ processingActivityId }) => processingActivityId.endsWith('uitvoeren-opdracht'));
    expect(lines).toHaveLength(7);
  });

  it('is offered for the own clients only, who become participants once', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const known = await place(nuo, regie, { clientId: idOf('client', 0, '0141') });
    const row = await nuo.db.read.em.findOneByOrFail(ServiceOrder, { id: known.serviceOrder.id });
    expect(row).toMatchObject({ participantId: idOf('participant', 0), municipality: '0141', commissionerKind: 'MUNICIPALITY', commissionerCode: '0141' });
    for (const [user, input] of [
      [otherRegie, { clientId }],
      [regie, { clientId: idOf('client', 1, '0189') }],
      [regie, { participantId: idOf('participant', 1) }],
      [regie, { participantId: testId(5, 99) }],
      [coordinator, { clientId, reference: 'B-1' }],
      [coordinator, { participantId: idOf('participant', 0), reference: 'B-1' }],
    ] as const)
      expect([user, input, (await place(nuo, user, input)).code]).toEqual([user, input, 'NOT_FOUND']);
    for (const user of [coach, 'almelo.accountmanager', 'nuo.accountmanager', 'almelo.privacyofficer'])
      expect((await place(nuo, user, { clientId })).code).toBe('FORBIDDEN');
    expect(await nuo.db.read.em.count(Participant)).toBe(2);
    expect(await nuo.db.read.em.count(ServiceOrder)).toBe(1);
  });

  it('is answered within the working days of the parameter, and not offered without one', async () => {
    const nuo = await nuoForTest(dialect);
    expect((await place(nuo, regie, { clientId })).serviceOrder.respondBy).toBe('2026-08-10');
    await nuo.db.write(({ em }) => em.update(NuoParameterRow, { code: 'ORDER_RESPONSE_TERM' }, { value: 2 }));
    expect((await place(nuo, regie, { clientId, service: 'TRAINING' })).serviceOrder.respondBy).toBe('2026-08-05');
    await nuo.db.write(({ em }) => em.delete(NuoParameterRow, { code: 'ORDER_RESPONSE_TERM' }));
    const missing = { __typename: 'NuoParameterMissing', code: 'ORDER_RESPONSE_TERM', day: '2026-08-03' };
    expect(await place(nuo, regie, { clientId: idOf('client', 78, '0141') })).toEqual(missing);
    expect(await order(nuo, regie, 'saveServiceOrder', { clientId, service: 'MEDIATION', goal: 'x', startsOn: '2026-08-10' })).toEqual(missing);
    expect(await nuo.db.read.em.count(ServiceOrder)).toBe(2);
    expect((await nuo.db.read.em.find(ServiceOrder)).map(({ respondBy }) => respondBy).toSorted()).toEqual(['2026-08-05', '2026-08-10']);
  });

  it('is one at a time for a person and a service, also while one with notice runs out', async () => {
    const nuo = await nuoForTest(dialect);
    const first = await place(nuo, regie, { clientId });
    const { id } = first.serviceOrder;
    expect(await place(nuo, regie, { clientId })).toEqual({ __typename: 'ServiceOrderActive', serviceOrder: { id } });
    expect((await place(nuo, regie, { clientId, service: 'JOB_COACHING' })).__typename).toBe('ServiceOrderPlaced');
    await take(nuo, coach, 'accept', id, 1);
    expect(await place(nuo, regie, { clientId })).toMatchObject({ __typename: 'ServiceOrderActive' });
    const ended = await take(nuo, regie, 'end', id, 2, { reference: null });
    expect(ended).toMatchObject({
      __typename: 'ServiceOrderEnded',
      calledOffIds: [],
      serviceOrder: { status: 'ENDED', noticeOn: '2026-08-03', endsOn: '2026-08-31' },
    });
    expect(await place(nuo, regie, { clientId, startsOn: '2026-08-31' })).toEqual({ __typename: 'ServiceOrderActive', serviceOrder: { id } });
    expect((await place(nuo, regie, { clientId, startsOn: '2026-09-01' })).__typename).toBe('ServiceOrderPlaced');
    // What was refused left no row behind; the database itself refuses a second.
    expect(await nuo.db.read.em.count(ServiceOrder)).toBe(3);
    const row = await nuo.db.read.em.findOneByOrFail(ServiceOrder, { status: 'OFFERED', service: 'MEDIATION' });
    await expect(insertOrders(nuo, { ...row, id: testId(41, 1) })).rejects.toThrow(/UNIQUE|Duplicate/);
  });

  it('is refused with every problem at once', async () => {
    const nuo = shared();
    const wrong = {
      clientId: undefined,
      goal: ' ',
      startsOn: '2026-02-30',
      budgetCents: -1,
      respondBy: '2026-08-02',
      expectedVersion: 1,
      disclosureId: testId(9, 1, '0189'),
    };
    expect((await place(nuo, regie, wrong)).paths).toEqual(['clientId', 'expectedVersion', 'disclosureId', 'goal', 'budgetCents', 'startsOn', 'respondBy']);
    expect((await place(nuo, regie, { clientId, participantId: testId(5, 1) })).paths).toEqual(['clientId']);
    expect((await place(nuo, regie, { orderId: testId(41, 1), clientId, expectedVersion: 1 })).paths).toEqual(['clientId']);
    expect((await place(nuo, regie, { clientId, startsOn: '2025-08-01' })).paths).toEqual(['startsOn']);
    const placed = await place(nuo, regie, { clientId });
    const { id } = placed.serviceOrder;
    expect((await take(nuo, coach, 'refuse', id, 1, { reason: '' })).paths).toEqual(['reason']);
    expect((await take(nuo, regie, 'withdraw', id, 1, { reason: 'x'.repeat(1001), reference: 'y'.repeat(65) })).paths).toEqual(['reason', 'reference']);
    expect((await take(nuo, coach, 'handBack', id, 1, { reason: '', advice: '' })).paths).toEqual(['reason', 'advice']);
    expect((await take(nuo, coach, 'complete', id, 1, { result: '' })).paths).toEqual(['result']);
    expect((await take(nuo, regie, 'evaluate', id, 1, { evaluation: '' })).paths).toEqual(['evaluation']);
    expect((await take(nuo, regie, 'end', id, 1, { noticeOn: '2026-08-04', endsOn: '2026-08-02' })).paths).toEqual(['noticeOn', 'endsOn']);
    expect((await take(nuo, coach, 'accept', testId(41, 99), 1)).code).toBe('NOT_FOUND');
    expect(await nuo.db.read.em.countBy(ServiceOrderEvent, { orderId: id })).toBe(1);
  });

  it('is told which version it has to who read an older one', async () => {
    const nuo = shared();
    const { id } = (await place(nuo, regie, { clientId: idOf('client', 79, '0141') })).serviceOrder;
    expect(await take(nuo, coach, 'accept', id, 7)).toEqual({ __typename: 'ServiceOrderVersionConflict', currentVersion: 1 });
    const input = { requestId: 'accept-once', orderId: id, expectedVersion: 1 };
    const once = await order(nuo, coach, 'acceptServiceOrder', input);
    expect(await order(nuo, coach, 'acceptServiceOrder', input)).toEqual(once);
    expect((await order(nuo, coach, 'acceptServiceOrder', { ...input, expectedVersion: 2 })).code).toBe('REQUEST_ID_REUSED');
    expect(await nuo.db.read.em.countBy(ServiceOrderEvent, { orderId: id, step: 'accept' })).toBe(1);
  });

  it('of UWV or another municipality is recorded by the coordinator, each step with the letter', async () => {
    const nuo = shared();
    await nuo.db.write((tx) => insertPeople(tx, ofUwv(1)));
    const participantId = ofUwv(1).id;
    expect((await place(nuo, coordinator, { participantId })).paths).toEqual(['reference']);
    const concept = await order(nuo, coordinator, 'saveServiceOrder', { participantId, service: 'DIAGNOSIS', goal: 'Wat kan iemand', startsOn: '2026-08-10' });
    const { id } = concept.serviceOrder;
    expect((await take(nuo, coach, 'accept', id, 1)).code).toBe('NOT_FOUND');
    expect((await place(nuo, coordinator, { orderId: id, expectedVersion: 1, reference: 'UWV-2026-9' })).__typename).toBe('ServiceOrderPlaced');
    expect((await take(nuo, coordinator, 'accept', id, 2)).by).toEqual(['UITVOERING']);
    await take(nuo, coach, 'accept', id, 2);
    await take(nuo, coach, 'start', id, 3);
    await take(nuo, coach, 'complete', id, 4);
    expect((await take(nuo, coordinator, 'evaluate', id, 5, { reference: null })).paths).toEqual(['reference']);
    expect((await take(nuo, coordinator, 'evaluate', id, 5)).serviceOrder.status).toBe('EVALUATED');
    const rows = await nuo.db.read.em.find(ServiceOrderEvent, { where: { orderId: id }, order: { version: 'ASC' } });
    expect(rows.map(({ step, organisation, reference }) => [step, organisation, reference])).toEqual([
      ['save', UWV_OIN, null],
      ['offer', UWV_OIN, 'UWV-2026-9'],
      ['accept', 'nuo', null],
      ['start', 'nuo', null],
      ['complete', 'nuo', null],
      ['evaluate', UWV_OIN, 'B-3'],
    ]);
    const { data } = await nuo.ask(
      coordinator,
      `{ serviceOrder(id: "${id}") { municipality commissioner { kind code name reference } steps { onBehalfOf { code name } by { id } } } }`,
    );
    expect(data.serviceOrder).toMatchObject({
      municipality: null,
      commissioner: { kind: 'UWV', code: UWV_OIN, name: 'UWV', reference: 'UWV-1' },
      steps: [{ onBehalfOf: { code: UWV_OIN, name: 'UWV' }, by: { id: 'demo-nuo-coordinator' } }, {}, {}, {}, {}, {}],
    });
  });

  it('makes somebody who had left a participant again', async () => {
    const nuo = shared();
    await nuo.db.write((tx) => insertPeople(tx, participantRow(2, { exitedOn: '2026-06-30', exitReason: 'Werk' })));
    await place(nuo, regie, { participantId: participantRow(2).id });
    expect(await nuo.db.read.em.findOneByOrFail(Participant, { id: participantRow(2).id })).toMatchObject({ exitedOn: null, exitReason: null });
  });
});

describe.each(dialects)('two at once on %s', (dialect) => {
  const shared = sharedNuo(dialect);
  const offered = async (nuo: TestNuo, n = 1) => {
    await nuo.db.write((tx) => insertPeople(tx, participantRow(n)));
    await insertOrders(nuo, orderRow(n, participantRow(n)));
    return orderRow(n, participantRow(n)).id;
  };

  it('accept the same order once', { timeout: 60_000 }, async () => {
    const [one, two] = await nuoPairForTest(dialect);
    const id = await offered(one);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => take(i % 2 ? one : two, i % 3 ? coach : 'nuo.werkleider', 'accept', id, 1)));
    const kinds = answers.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'ServiceOrderChanged')).toHaveLength(1);
    expect(new Set(kinds)).toEqual(new Set(['ServiceOrderChanged', 'StepRefused']));
    expect(await one.db.read.em.countBy(ServiceOrderEvent, { orderId: id, step: 'accept' })).toBe(1);
  });

  it('withdraw and accept in either order: one of them holds, and after acceptance only an end with notice is left', { timeout: 60_000 }, async () => {
    const [one, two] = [shared(), shared()];
    const firsts: string[] = [];
    for (let n = 1; n <= 10; n += 1) {
      const id = await offered(one, n);
      const withdraw = () => take(one, regie, 'withdraw', id, 1);
      const accept = () => take(two, coach, 'accept', id, 1);
      const [withdrawn, accepted] = n % 2 ? await Promise.all([withdraw(), accept()]) : (await Promise.all([accept(), withdraw()])).toReversed();
      const { status } = await one.db.read.em.findOneByOrFail(ServiceOrder, { id });
      firsts.push(status);
      expect(new Set([withdrawn.__typename, accepted.__typename])).toEqual(new Set(['ServiceOrderChanged', 'StepRefused']));
      const refusal = withdrawn.__typename === 'StepRefused' ? withdrawn : accepted;
      expect([refusal.from, refusal.allowedSteps]).toEqual(status === 'ACCEPTED' ? ['ACCEPTED', ['end']] : ['WITHDRAWN', []]);
      // Of an impossible pair there is no trace.
      expect(await one.db.read.em.countBy(ServiceOrderEvent, { orderId: id })).toBe(1);
    }
    expect(firsts.every((status) => status === 'ACCEPTED' || status === 'WITHDRAWN')).toBe(true);
  });

  it('start and end in either order: an order that was ended never starts, and one that started keeps its last day', { timeout: 60_000 }, async () => {
    const [one, two] = await nuoPairForTest(dialect);
    const outcomes: string[] = [];
    for (let n = 1; n <= 10; n += 1) {
      const person = participantRow(n);
      const { id } = orderRow(n, person);
      await one.db.write((tx) => insertPeople(tx, person));
      await insertOrders(one, orderRow(n, person, { status: 'ACCEPTED', startsOn: '2026-08-01' }));
      const start = () => take(one, coach, 'start', id, 1);
      const end = () => take(two, regie, 'end', id, 1, { endsOn: n % 3 === 0 ? '2026-08-31' : '2026-08-03' });
      const [started, ended] = n % 2 ? await Promise.all([start(), end()]) : (await Promise.all([end(), start()])).toReversed();
      const row = await one.db.read.em.findOneByOrFail(ServiceOrder, { id });
      const events = await one.db.read.em.find(ServiceOrderEvent, { where: { orderId: id }, order: { version: 'ASC' } });
      const taken = [started, ended].filter(({ __typename }) => __typename === 'ServiceOrderChanged' || __typename === 'ServiceOrderEnded');
      // Each step that was answered as taken is there, in the order of its version, and no other.
      expect([taken.length, events.length, row.version]).toEqual([1, 1, 2]);
      const refused = [started, ended].find((answer) => !taken.includes(answer));
      expect(['StepRefused', 'ServiceOrderVersionConflict']).toContain(refused?.__typename);
      const first = events[0]?.step as string;
      outcomes.push(first);
      const endsOn = n % 3 === 0 ? '2026-08-31' : '2026-08-03';
      expect([row.status, row.endsOn]).toEqual(first === 'start' ? ['IN_PROGRESS', orderRow(n, person).endsOn] : ['ENDED', endsOn]);
      // Who lost looks again: an end holds after a start, a start not after an end.
      const again = first === 'start' ? await take(one, regie, 'end', id, 2, { endsOn }) : await take(two, coach, 'start', id, 2);
      expect(again.__typename).toBe(first === 'start' ? 'ServiceOrderEnded' : 'StepRefused');
    }
    expect(outcomes.every((step) => step === 'start' || step === 'end')).toBe(true);
  });

  it.each(['accept', 'withdraw'] as const)('%s first leaves the other nothing to take', async (first) => {
    const nuo = shared();
    const id = await offered(nuo, first === 'accept' ? 21 : 22);
    const users = { accept: coach, withdraw: regie };
    const second = first === 'accept' ? 'withdraw' : 'accept';
    expect((await take(nuo, users[first], first, id, 1)).__typename).toBe('ServiceOrderChanged');
    for (const version of [1, 2]) expect((await take(nuo, users[second], second, id, version)).__typename).toBe('StepRefused');
  });

  it('offer one order for a person and a service once, and register the person once', { timeout: 60_000 }, async () => {
    const [one, two] = [shared(), shared()];
    const fresh = idOf('client', 500, '0141');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => place(i % 2 ? one : two, i % 3 ? regie : 'almelo.kwaliteitsmedewerker', { clientId: fresh })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'ServiceOrderPlaced')).toHaveLength(1);
    expect(new Set(answers.map(({ serviceOrder }) => serviceOrder.id)).size).toBe(1);
    expect(await one.db.read.em.countBy(Participant, { clientId: fresh })).toBe(1);
    expect(homeOf(fresh)).toBe('0141');
  });
});
