import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ContactPerson } from '../employers/employer.entity.ts';
import { idOf, loggingStatements, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { planSources } from './contact-plan.sources.ts';
import { contactOn, plan } from './contact-plan.testing.ts';

const A = 'nuo.accountmanager';
const B = 'wierden.accountmanager';
const calendar = `query ($id: ID!, $first: Int, $after: String) { employer(id: $id) { contactCalendar(from: "2026-07-27", until: "2026-08-31", first: $first, after: $after) {
  nodes { at organisation { code } contactPlan { purpose candidateCount candidates { id } } contactMoment { subject } } pageInfo { hasNextPage endCursor } } } }`;
const ask = `query ($contactPersonId: ID, $purpose: ContactPurpose!, $until: String!, $channel: ContactChannel = PHONE) {
  mayApproach(employerId: "${idOf('employer', 0)}", contactPersonId: $contactPersonId, window: { from: "2026-08-10", until: $until }, purpose: $purpose, steering: AANBODGESTUURD, channel: $channel) {
    answer firstFreeDay obstacles { kind overrulable holder { name } window { until } } options { kind day } } }`;
const may = async (nuo: TestNuo, user: string, more: object = {}) =>
  (await nuo.ask(user, ask, { contactPersonId: idOf('person', 0), purpose: 'VACANCY', until: '2026-08-14', ...more })).data.mayApproach;

/** Employer 0 with three plans and two contacts of three organisations. */
const busy = async (dialect: (typeof dialects)[number]): Promise<TestNuo> => {
  const nuo = await nuoForTest(dialect, { ...testDemo(2), contactMoments: [] });
  const at = (day: string, more: object) => ({ window: { from: day, until: day }, contactPersonId: null, ...more });
  await plan(nuo, A, at('2026-08-20', { purpose: 'VACANCY', plannedAt: '2026-08-20T08:00:00Z' }));
  await plan(nuo, B, at('2026-08-12', { purpose: 'PROPOSAL', contactPersonId: idOf('person', 0), candidateIds: [idOf('client', 1, '0189')] }));
  await plan(nuo, 'tubbergen.accountmanager', at('2026-08-12', { purpose: 'EVENT', plannedAt: '2026-08-12T12:00:00Z' }));
  await contactOn(nuo, B, '2026-08-01', { subject: 'Eerder', direction: 'INCOMING' });
  await contactOn(nuo, A, '2026-07-26', { subject: 'Te vroeg', direction: 'INCOMING' });
  await contactOn(nuo, A, '2026-07-27', { subject: 'Gebeld', direction: 'INCOMING' });
  return nuo;
};

describe.each(dialects)('the calendar of an employer on %s', (dialect) => {
  it('shows plans and contacts of all organisations in order, candidates to those who may know them', async () => {
    const nuo = await busy(dialect);
    const { data } = await nuo.ask('wierden.klantregisseur', calendar, { id: idOf('employer', 0) });
    const line = (node: any) => [node.at, node.organisation.code, node.contactPlan?.purpose ?? node.contactMoment.subject]; // oxlint-disable-line typescript/no-explicit-any
    expect(data.employer.contactCalendar.nodes.map(line)).toEqual([
      ['2026-07-27T09:00:00.000Z', 'nuo', 'Gebeld'],
      ['2026-08-01T09:00:00.000Z', '0189', 'Eerder'],
      ['2026-08-11T22:00:00.000Z', '0189', 'PROPOSAL'],
      ['2026-08-12T12:00:00.000Z', '0183', 'EVENT'],
      ['2026-08-20T08:00:00.000Z', 'nuo', 'VACANCY'],
    ]);
    const candidates = async (user: string) => (await nuo.ask(user, calendar, { id: idOf('employer', 0) })).data.employer.contactCalendar.nodes[2].contactPlan;
    expect(await candidates('wierden.klantregisseur')).toMatchObject({ candidateCount: 1, candidates: [{ id: idOf('client', 1, '0189') }] });
    expect(await candidates('tubbergen.klantregisseur')).toMatchObject({ candidateCount: 1, candidates: [] });
    expect(await candidates(A)).toMatchObject({ candidateCount: 1, candidates: [{ id: idOf('client', 1, '0189') }] });
  });

  it('comes in pages, none twice and none lost', async () => {
    const nuo = await busy(dialect);
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data }: { data: any } = await nuo.ask(A, calendar, { id: idOf('employer', 0), first: 2, after }); // oxlint-disable-line typescript/no-explicit-any
      const { nodes, pageInfo } = data.employer.contactCalendar;
      seen.push(...nodes.map(({ at }: { at: string }) => at));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(seen.toSorted());
  });

  it('takes as many statements for 40 employers as for 2', async () => {
    const wide = `{ employers(first: 200) { nodes { nextContact { owner { name } participants { name } contactPerson { name } candidateCount }
      contactCalendar(from: "2026-01-01", until: "2026-12-31", first: 5) { nodes { organisation { name } contactPlan { candidateCount contactPerson { name } participants { name } employer { name } }
      contactMoment { participants { name } contactPlan { id } } } } } } }`;
    const of = async (n: number) => {
      const nuo = await nuoForTest(dialect, testDemo(n));
      const claims = Array.from({ length: n }, (_, i) => ({ employerId: idOf('employer', i), contactPersonId: idOf('person', i) }));
      for (const claim of claims) await plan(nuo, 'nuo.coordinator', claim);
      return nuo.ask('nuo.jobcoach', wide);
    };
    const [few, many] = [await of(2), await of(40)];
    expect(many.errors).toBeUndefined();
    expect(many.data.employers.nodes[39].contactCalendar.nodes).toHaveLength(5);
    expect(many.data.employers.nodes[39].nextContact.contactPerson.name).toBe('Persoon 39');
    expect([few.statements, many.statements]).toEqual([8 + loggingStatements, 8 + loggingStatements]);
  });

  it('has a next contact: the first that is still to come', async () => {
    const nuo = await busy(dialect);
    const next = async (n: number) =>
      (await nuo.ask(A, `{ employer(id: "${idOf('employer', n)}") { nextContact { purpose owner { organisation { code } } } } }`)).data.employer.nextContact;
    expect(await next(0)).toEqual({ purpose: 'PROPOSAL', owner: { organisation: { code: '0189' } } });
    expect(await next(1)).toBeNull();
  });

  it('refuses a period of more than a year, or one that ends before it begins', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const code = async (from: string, until: string) =>
      (await nuo.ask(A, `{ employer(id: "${idOf('employer', 0)}") { contactCalendar(from: "${from}", until: "${until}") { nodes { at } } } }`)).errors?.[0]
        ?.extensions['code'];
    expect([await code('2026-01-01', '2027-01-02'), await code('2026-01-02', '2026-01-01'), await code('2026-01-01', '2027-01-01')]).toEqual([
      'BAD_INPUT',
      'BAD_INPUT',
      undefined,
    ]);
  });

  it('is, for me, what I own or joined, today', async () => {
    const nuo = await busy(dialect);
    const mine = async (user: string, args: string) =>
      (await nuo.ask(user, `{ myContactPlans(${args}) { nodes { id purpose } pageInfo { endCursor } } }`)).data.myContactPlans;
    expect((await mine(B, 'first: 5')).nodes.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['PROPOSAL']);
    const { id } = (await mine(A, 'first: 5')).nodes[0];
    await nuo.ask(B, `mutation { nuo { joinContactPlan(input: { requestId: "join-plan", contactPlanId: "${id}" }) { __typename } } }`);
    const first = await mine(B, 'first: 1');
    const rest = await mine(B, `first: 1, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...rest.nodes].map(({ purpose }: { purpose: string }) => purpose)).toEqual(['PROPOSAL', 'VACANCY']);
    expect((await mine(B, 'on: "2026-08-20"')).nodes).toHaveLength(1);
    expect((await mine(B, 'on: "2026-08-03"')).nodes).toEqual([]);
  });
});

describe.each(dialects)('whether I may approach, on %s,', (dialect) => {
  it('is YES when nothing is in the way, and for my own plan', async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(1), contactMoments: [] });
    expect(await may(nuo, A)).toEqual({ answer: 'YES', firstFreeDay: '2026-08-10', obstacles: [], options: [] });
    await plan(nuo, A);
    expect(await may(nuo, A)).toMatchObject({ answer: 'YES', obstacles: [{ kind: 'OWN_PLAN' }] });
  });

  it('is NO with who holds it, until when, and what I can do; the claim then says the same', async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(1), contactMoments: [] });
    await plan(nuo, A);
    expect(await may(nuo, B)).toEqual({
      answer: 'NO',
      firstFreeDay: '2026-08-15',
      obstacles: [{ kind: 'PLAN_CLASH', overrulable: false, holder: { name: 'Demo accountmanager NUO' }, window: { until: '2026-08-14' } }],
      options: [
        { kind: 'JOIN', day: null },
        { kind: 'ASK_HANDOVER', day: null },
        { kind: 'WAIT_UNTIL', day: '2026-08-15' },
      ],
    });
    expect((await plan(nuo, B)).__typename).toBe('ContactConflict');
  });

  it('is NO during a cool-down, and YES for a coordinator, who needs no reason', async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(1), contactMoments: [] });
    await contactOn(nuo, 'tubbergen.accountmanager', '2026-08-02');
    expect(await may(nuo, B)).toMatchObject({ answer: 'NO', firstFreeDay: '2026-08-16', obstacles: [{ kind: 'COOL_DOWN', overrulable: true }] });
    expect(await may(nuo, 'nuo.coordinator')).toMatchObject({ answer: 'YES', obstacles: [{ kind: 'COOL_DOWN' }] });
  });

  it('is NO for ever when the person does not want it', async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(1), contactMoments: [] });
    await nuo.db.write((tx) => tx.em.update(ContactPerson, { id: idOf('person', 0) }, { doNotContact: true }));
    expect(await may(nuo, 'nuo.coordinator')).toMatchObject({ answer: 'NO', firstFreeDay: null, obstacles: [{ kind: 'DO_NOT_APPROACH' }] });
  });

  it('is UNKNOWN when a source fails, never YES; and the claim fails', async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(1), contactMoments: [] });
    const spy = vi.spyOn(planSources, 'accountTeamOf').mockRejectedValue(new Error('source is down'));
    onTestFinished(() => spy.mockRestore());
    expect(await may(nuo, A)).toEqual({ answer: 'UNKNOWN', firstFreeDay: null, obstacles: [], options: [] });
    await expect(plan(nuo, A)).rejects.toThrow('INTERNAL');
    spy.mockRestore();
    expect((await may(nuo, A)).answer).toBe('YES');
  });

  it('is BAD_INPUT for an unknown employer or a window of 31 days', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const answer = await nuo.ask(A, ask, { contactPersonId: idOf('person', 7), purpose: 'VACANCY', until: '2026-08-14' });
    expect(answer.errors?.[0]?.extensions['problems'][0].path).toEqual(['contactPersonId']);
    const long = await nuo.ask(A, ask, { purpose: 'VACANCY', until: '2026-09-09' });
    expect(long.errors?.[0]?.extensions['problems'][0].path).toEqual(['window', 'until']);
  });
});
