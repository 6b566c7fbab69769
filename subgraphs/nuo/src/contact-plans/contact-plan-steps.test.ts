import { connect } from 'node:net';
import { AuditEvent, type Clock, insertMissing, NUO, STATEMENT_HEADER } from '@werkplein/kernel';
import { databaseForTest, demoUser, dialects, newAsking, serveForTest } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Colleague } from '../colleagues/colleague.entity.ts';
import { newColleague } from '../colleagues/colleague.store.ts';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { loadDemo, nuoEntities, nuoMigrations, nuoSubgraph } from '../index.ts';
import { idOf, nuoPairForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { ContactPlan } from './contact-plan.entity.ts';
import { openPlans } from './contact-plan.work.ts';
import { command, contactFacts, contactOn, nextRequest, plan, planInput, planMutation, steps } from './contact-plan.testing.ts';

const A = 'nuo.accountmanager';
const B = 'wierden.accountmanager';
const b = { employeeId: 'demo-wierden-accountmanager', name: 'Demo accountmanager Wierden', organisation: '0189' };
const done = { ...contactFacts, occurredAt: '2026-08-03T09:00:00Z' };

/** With a clock that the test moves. */
const nuoAt = async (dialect: (typeof dialects)[number]): Promise<TestNuo & { at(instant: string): void }> => {
  const db = await databaseForTest(dialect, { entities: nuoEntities, migrations: nuoMigrations });
  await loadDemo(db, { ...testDemo(1), contactMoments: [] });
  let now = '2026-08-03T10:00:00.000Z';
  const clock: Clock = () => new Date(now);
  const nuo = await serveForTest(NUO, NUO, nuoSubgraph, db, clock);
  onTestFinished(() => nuo.server.stop());
  return { ...nuo, db, at: (instant) => void (now = instant) };
};
const step = (nuo: TestNuo, user: string, name: keyof typeof steps, contactPlanId: string, more: object = {}) =>
  command(nuo, user, steps[name], { requestId: nextRequest(), contactPlanId, ...more });
const window = { from: '2026-08-10', until: '2026-08-14' };
const v = (expectedVersion: number) => ({ expectedVersion });

describe.each(dialects)('a contact plan on %s', (dialect) => {
  it('is scheduled, moved, and keeps its place against others', async () => {
    const nuo = await nuoAt(dialect);
    const { id } = (await plan(nuo, A)).contactPlan;
    const other = (await plan(nuo, B, { window: { from: '2026-08-20', until: '2026-08-21' } })).contactPlan.id;
    const scheduled = await step(nuo, A, 'reschedule', id, { ...v(1), window, plannedAt: '2026-08-12T08:00:00Z' });
    expect(scheduled.contactPlan).toMatchObject({ status: 'SCHEDULED', version: 2, expiresAt: null, plannedAt: '2026-08-12T08:00:00.000Z' });
    const clash = await step(nuo, A, 'reschedule', id, { ...v(2), window: { from: '2026-08-18', until: '2026-08-20' }, plannedAt: '2026-08-18T08:00:00Z' });
    expect(clash).toEqual({ __typename: 'ContactConflict', contactPlan: { id: other } });
    const stale = await step(nuo, A, 'reschedule', id, { ...v(1), window, plannedAt: '2026-08-13T08:00:00Z' });
    expect(stale).toEqual({ __typename: 'ContactPlanVersionConflict', contactPlan: { version: 2 } });
    await expect(step(nuo, A, 'reschedule', id, { ...v(2), window })).rejects.toThrow('plannedAt');
    await expect(step(nuo, B, 'reschedule', id, { ...v(2), window, plannedAt: '2026-08-13T08:00:00Z' })).rejects.toThrow('FORBIDDEN');
    const moved = await step(nuo, A, 'reschedule', id, { ...v(2), window: { from: '2026-08-10', until: '2026-08-19' }, plannedAt: '2026-08-19T08:00:00Z' });
    expect(moved.contactPlan).toMatchObject({ version: 3, window: { until: '2026-08-19' } });
  });

  it('of two who move it at once is moved by one', async () => {
    const nuo = await nuoAt(dialect);
    const { id } = (await plan(nuo, A)).contactPlan;
    const move = (user: string, day: string) => step(nuo, user, 'reschedule', id, { ...v(1), window, plannedAt: `2026-08-${day}T08:00:00Z` });
    const answers = await Promise.all([move(A, '11'), move('nuo.coordinator', '12'), move(A, '13')]);
    const of = (typename: string) => answers.filter(({ __typename }) => __typename === typename).length;
    expect([of('ContactPlanRescheduled'), of('ContactPlanVersionConflict')]).toEqual([1, 2]);
  });

  it('is joined, once, and not after it ended', async () => {
    const nuo = await nuoAt(dialect);
    const { id } = (await plan(nuo, A)).contactPlan;
    const joined = { __typename: 'ContactPlanJoined', contactPlan: { participants: [{ name: b.name }] } };
    expect(await Promise.all([step(nuo, B, 'join', id), step(nuo, B, 'join', id)])).toEqual([joined, joined]);
    expect((await step(nuo, A, 'join', id)).contactPlan.participants).toHaveLength(1);
    await step(nuo, A, 'cancel', id, v(1));
    expect(await step(nuo, B, 'join', id)).toEqual({ __typename: 'ContactPlanEnded', contactPlan: { status: 'CANCELLED' } });
  });

  it('is cancelled by its owner or a coordinator, and stays so', async () => {
    const nuo = await nuoAt(dialect);
    const { id } = (await plan(nuo, A)).contactPlan;
    await expect(step(nuo, B, 'cancel', id, v(1))).rejects.toThrow('FORBIDDEN');
    expect((await step(nuo, 'nuo.coordinator', 'cancel', id, v(1))).contactPlan).toEqual({ status: 'CANCELLED', version: 2 });
    const again = await step(nuo, A, 'reschedule', id, { ...v(2), window, plannedAt: '2026-08-12T08:00:00Z' });
    expect(again).toEqual({ __typename: 'ContactPlanEnded', contactPlan: { status: 'CANCELLED' } });
  });

  it('is handed over to who accepts: one plan ends as taken over, one goes on without a longer reservation', async () => {
    const nuo = await nuoAt(dialect);
    const candidateIds = [idOf('client', 1, '0141'), idOf('client', 2, '0189')];
    const { id, expiresAt } = (await plan(nuo, 'nuo.jobcoach', { candidateIds })).contactPlan;
    await step(nuo, 'almelo.accountmanager', 'join', id);
    await expect(step(nuo, B, 'accept', id)).rejects.toThrow('FORBIDDEN');
    expect((await step(nuo, 'nuo.jobcoach', 'offer', id, { ...v(1), ...b })).contactPlan.handOverOfferedTo).toEqual({ id: b.employeeId });
    await expect(step(nuo, A, 'accept', id)).rejects.toThrow('FORBIDDEN');
    nuo.at('2026-08-05T10:00:00.000Z');
    const answers = await Promise.all([step(nuo, B, 'accept', id), step(nuo, B, 'accept', id)]);
    const taken = answers.find(({ __typename }) => __typename === 'ContactPlanTakenOver');
    expect(taken.contactPlan).toMatchObject({
      owner: { id: b.employeeId },
      candidateCount: 1,
      expiresAt,
      status: 'RESERVED',
      tookOverFrom: { id, status: 'TAKEN_OVER' },
      participants: [{ id: 'demo-almelo-accountmanager' }],
    });
    expect(answers.find(({ __typename }) => __typename === 'ContactPlanEnded')).toEqual({
      __typename: 'ContactPlanEnded',
      contactPlan: { status: 'TAKEN_OVER' },
    });
    expect(await nuo.db.read.em.count(ContactPlan)).toBe(2);
  });

  it('is weighed again for who accepts it: a cool-down of the one organisation is none of the other', async () => {
    const nuo = await nuoAt(dialect);
    await contactOn(nuo, A, '2026-08-02');
    const { id } = (await plan(nuo, A)).contactPlan;
    await step(nuo, A, 'offer', id, { ...v(1), ...b });
    expect(await step(nuo, B, 'accept', id)).toMatchObject({ __typename: 'ContactNeedsReason', obstacles: [{ kind: 'COOL_DOWN' }] });
    expect((await step(nuo, B, 'accept', id, { confirm: true, reason: 'Overgedragen wegens vakantie' })).__typename).toBe('ContactPlanTakenOver');
  });

  it('that is offered can be refused and stays with its owner', async () => {
    const nuo = await nuoAt(dialect);
    const { id } = (await plan(nuo, A)).contactPlan;
    const offeredTo = async (user: string) => (await nuo.ask(user, '{ contactPlansOfferedToMe { id } }')).data.contactPlansOfferedToMe;
    expect(await offeredTo(B)).toEqual([]);
    await step(nuo, A, 'offer', id, { ...v(1), ...b });
    expect([await offeredTo(A), await offeredTo(B)]).toEqual([[], [{ id }]]);
    expect((await step(nuo, B, 'refuse', id)).contactPlan).toEqual({ handOverOfferedTo: null, owner: { id: 'demo-nuo-accountmanager' } });
    expect(await offeredTo(B)).toEqual([]);
    await expect(step(nuo, B, 'accept', id)).rejects.toThrow('FORBIDDEN');
  });

  it('stands in pages of what is offered, the first to begin first', async () => {
    const nuo = await nuoAt(dialect);
    const days = ['2026-08-22', '2026-08-20', '2026-08-24'];
    const offered: string[] = [];
    for (const day of days) {
      const { id } = (await plan(nuo, A, { window: { from: day, until: day } })).contactPlan;
      await step(nuo, A, 'offer', id, { ...v(1), ...b });
      offered.push(id);
    }
    const ask = async (after: string | null) => {
      const asked = 'query ($after: String) { contactPlanOffers(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
      return (await nuo.ask(B, asked, { after })).data.contactPlanOffers;
    };
    const first = await ask(null);
    const rest = await ask(first.pageInfo.endCursor);
    expect([first, rest].map(({ nodes }) => nodes.map(({ id }: { id: string }) => offered.indexOf(id)))).toEqual([[1, 0], [2]]);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect((await nuo.ask(A, '{ contactPlanOffers { nodes { id } } }')).data.contactPlanOffers.nodes).toEqual([]);
  });

  it('goes along with an account or a desk that is handed over, unless it has ended', async () => {
    const nuo = await nuoAt(dialect);
    const { id } = (await plan(nuo, A)).contactPlan;
    const ended = (await plan(nuo, A, { window: { from: '2026-08-20', until: '2026-08-20' } })).contactPlan.id;
    await step(nuo, A, 'cancel', ended, v(1));
    const from = { employeeId: 'demo-nuo-accountmanager', organisation: NUO };
    await nuo.db.write((tx) => insertMissing(tx, Colleague, [newColleague(b, b.name, true)]));
    const move = (employerIds: string[] | null) => nuo.db.write((tx) => openPlans.move(tx, from, b, employerIds));
    expect(await openPlans.open(nuo.db.read, from, null)).toBe(1);
    expect([await move([idOf('employer', 5)]), await move([idOf('employer', 0)]), await move(null)]).toEqual([0, 1, 0]);
    expect(await openPlans.open(nuo.db.read, from, null)).toBe(0);
    await expect(step(nuo, A, 'cancel', id, v(2))).rejects.toThrow('FORBIDDEN');
    expect((await step(nuo, B, 'cancel', id, v(2))).contactPlan).toEqual({ status: 'CANCELLED', version: 3 });
  });

  it('becomes a contact moment when it is carried out, once', async () => {
    const nuo = await nuoAt(dialect);
    const { id } = (await plan(nuo, A)).contactPlan;
    await step(nuo, B, 'join', id);
    const answers = await Promise.all([step(nuo, A, 'carryOut', id, { ...v(1), ...done }), step(nuo, B, 'carryOut', id, { ...v(1), ...done })]);
    const carriedOut = answers.filter(({ __typename }) => __typename === 'ContactPlanCarriedOut');
    expect(carriedOut).toHaveLength(1);
    expect(carriedOut[0].contactMoment).toMatchObject({ contactPlan: { id }, contactPerson: { name: 'Persoon 0' } });
    expect(new Set(carriedOut[0].contactMoment.participants.map(({ name }: { name: string }) => name))).toEqual(new Set(['Demo accountmanager NUO', b.name]));
    expect(carriedOut[0].contactPlan).toEqual({ status: 'CARRIED_OUT', contactMoment: { id: carriedOut[0].contactMoment.id } });
    expect(await nuo.db.read.em.count(ContactMoment)).toBe(1);
    // A joint contact: neither has to wait for the other, a third has to.
    const next = { purpose: 'RELATION', window: { from: '2026-08-04', until: '2026-08-04' } };
    expect((await plan(nuo, B, next)).__typename).toBe('ContactPlanned');
    expect((await plan(nuo, 'tubbergen.accountmanager', { ...next, contactPersonId: null, purpose: 'EVENT' })).__typename).toBe('ContactNeedsReason');
  });

  it('keeps its contact moment when that is corrected', async () => {
    const nuo = await nuoAt(dialect);
    const { id } = (await plan(nuo, A)).contactPlan;
    const { contactMoment } = await step(nuo, A, 'carryOut', id, { ...v(1), ...done });
    const correct = `mutation ($input: CorrectContactMomentInput!) { nuo { correctContactMoment(input: $input) { ... on ContactMomentCorrected { contactMoment { id contactPlan { id contactMoment { subject } } } } } } }`;
    const corrected = await command(nuo, A, correct, { requestId: 'correct-1', contactMomentId: contactMoment.id, ...done, subject: 'Beter' });
    expect(corrected.contactMoment.contactPlan).toEqual({ id, contactMoment: { subject: 'Beter' } });
  });

  // 14 days after 2026-08-03T10:00Z. In process: only here can two servers have one clock that the test sets.
  it.each([
    ['2026-08-17T09:59:59.999Z', 'ContactPlanRescheduled', 'ContactConflict'],
    ['2026-08-17T10:00:00.000Z', 'ContactPlanEnded', 'ContactPlanned'],
    ['2026-08-17T10:00:00.001Z', 'ContactPlanEnded', 'ContactPlanned'],
  ])('that is confirmed at %s while another claims and the cleaner runs: %s and %s', async (instant, confirmed, claimed) => {
    let now = '2026-08-03T10:00:00.000Z';
    const [one, two] = await nuoPairForTest(dialect, { employers: testDemo(1).employers }, () => new Date(now));
    const later = { from: '2026-08-20', until: '2026-08-21' };
    const { id, expiresAt } = (await plan(one, A, { window: later })).contactPlan;
    expect(expiresAt).toBe('2026-08-17T10:00:00.000Z');
    now = instant;
    const answers = await Promise.all([
      step(one, A, 'reschedule', id, { ...v(1), window: later, plannedAt: '2026-08-20T08:00:00Z' }),
      plan(two, B, { window: later }),
      command(two, 'nuo.coordinator', steps.expire, { requestId: nextRequest() }),
    ]);
    expect(answers.slice(0, 2).map(({ __typename }) => __typename)).toEqual([confirmed, claimed]);
    const { data } = await two.ask(A, `{ contactPlan(id: "${id}") { status } }`);
    expect(data.contactPlan.status).toBe(confirmed === 'ContactPlanEnded' ? 'EXPIRED' : 'SCHEDULED');
  });

  it('is shown as expired before it is cleaned up, and cleaned up by a coordinator', async () => {
    const nuo = await nuoAt(dialect);
    const { id } = (await plan(nuo, A)).contactPlan;
    nuo.at('2026-08-17T10:00:00.000Z');
    const stored = async () => (await nuo.db.read.em.findOneByOrFail(ContactPlan, { id })).status;
    expect((await nuo.ask(B, `{ contactPlan(id: "${id}") { status } }`)).data.contactPlan.status).toBe('EXPIRED');
    expect(await stored()).toBe('RESERVED');
    await expect(command(nuo, A, steps.expire, { requestId: 'clean-up-1' })).rejects.toThrow('FORBIDDEN');
    expect(await command(nuo, 'nuo.coordinator', steps.expire, { requestId: 'clean-up-1' })).toEqual({ count: 1 });
    expect(await stored()).toBe('EXPIRED');
  });

  it('shows its candidates to those who may know them, and to others how many', async () => {
    const nuo = await nuoAt(dialect);
    const candidateIds = [idOf('client', 1, '0189'), idOf('client', 2, '0189')];
    const { id } = (await plan(nuo, B, { candidateIds })).contactPlan;
    const see = async (user: string) => (await nuo.ask(user, `{ contactPlan(id: "${id}") { candidateCount candidates { id } } }`)).data.contactPlan;
    const all = { candidateCount: 2, candidates: candidateIds.map((candidateId) => ({ id: candidateId })) };
    expect(await see('wierden.klantregisseur')).toEqual(all);
    expect(await see('nuo.jobcoach')).toEqual(all);
    expect(await see('almelo.klantregisseur')).toEqual({ candidateCount: 2, candidates: [] });
    expect(await see(A)).toEqual(all);
  });

  it('answers a repeat after the connection broke as the first time', async () => {
    const nuo = await nuoAt(dialect);
    const input = planInput();
    const body = JSON.stringify({ query: planMutation, variables: { input } });
    const statement = nuo.sign(demoUser(A), NUO, newAsking(), body);
    const socket = connect(nuo.server.port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.pause();
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: nuo\r\ncontent-type: application/json\r\n${STATEMENT_HEADER}: ${statement}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    await vi.waitFor(async () => expect(await nuo.db.read.em.count(ContactPlan)).toBe(1), { timeout: 10_000 });
    // Committed, and nobody has read the answer.
    socket.destroy();
    const [first, second] = [await nuo.send(A, planMutation, { input }), await nuo.send(A, planMutation, { input })];
    expect(first.body).toContain('"alreadyPlanned":false');
    expect(second.body).toBe(first.body);
    expect(await nuo.db.read.em.count(ContactPlan)).toBe(1);
    expect(await nuo.db.read.em.countBy(AuditEvent, { action: 'ContactPlan' })).toBe(1);
  });
});
