import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ContactPerson, Employer, EmployerAlias } from '../employers/employer.entity.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { ContactAttempt } from './contact-attempt.entity.ts';
import { ContactPlan } from './contact-plan.entity.ts';
import { planSources } from './contact-plan.sources.ts';
import { conflictsAfterMerge } from './contact-plan.store.ts';
import { command, contactOn, plan, planInput, planMutation, steps } from './contact-plan.testing.ts';

const A = 'nuo.accountmanager';
const B = 'wierden.accountmanager';
const C = 'tubbergen.accountmanager';
const ownerA = { employeeId: 'demo-nuo-accountmanager', name: 'Demo accountmanager NUO', organisation: 'nuo' };
const candidate = (n: number, home: string): string => idOf('client', n, home);
const quiet = { contactMoments: [] };

const nuoWith = async (dialect: (typeof dialects)[number], employers = 1): Promise<TestNuo> => {
  const nuo = await nuoForTest(dialect, { ...testDemo(employers), ...quiet });
  // A second contact person Q at employer 0.
  await nuo.db.write(async (tx) => {
    const person = await tx.em.findOneByOrFail(ContactPerson, { id: idOf('person', 0) });
    await tx.em.insert(ContactPerson, { ...person, id: idOf('person', 9), name: 'Q' });
  });
  return nuo;
};
const employer = (nuo: TestNuo, changes: Partial<Employer>) => nuo.db.write((tx) => tx.em.update(Employer, { id: idOf('employer', 0) }, changes));
const accountOf = (team: object | null): void => {
  const spy = vi.spyOn(planSources, 'accountTeamOf').mockResolvedValue(team as never);
  onTestFinished(() => spy.mockRestore());
};
const attempts = async (nuo: TestNuo) =>
  (await nuo.db.read.em.find(ContactAttempt, { order: { at: 'ASC', id: 'ASC' } }))
    .map(({ kind, outcome, followedBy }) => `${kind} ${outcome} ${followedBy}`)
    .toSorted((a, b) => a.localeCompare(b));
const Q = { contactPersonId: idOf('person', 9) };

describe.each(dialects)('beside a vacancy visit of the NUO with P on 10-14 August, on %s (domain.md §11.8)', (dialect) => {
  it.each([
    ['the same person for a proposal on 12-13 August', { purpose: 'PROPOSAL', window: { from: '2026-08-12', until: '2026-08-13' } }, 'ContactConflict'],
    ['another person for aftercare on 12 August', { ...Q, purpose: 'AFTERCARE', window: { from: '2026-08-12', until: '2026-08-12' } }, 'ContactPlanned'],
    ['another person for the same purpose on 14 August', { ...Q, window: { from: '2026-08-14', until: '2026-08-20' } }, 'ContactConflict'],
    ['the same person and purpose on 15-18 August', { window: { from: '2026-08-15', until: '2026-08-18' } }, 'ContactPlanned'],
    ['the same person and purpose on 3-9 August', { window: { from: '2026-08-03', until: '2026-08-09' } }, 'ContactPlanned'],
    ['no person, for the same purpose', { contactPersonId: null, window: { from: '2026-08-12', until: '2026-08-12' } }, 'ContactConflict'],
    ['another employer', { employerId: idOf('employer', 1), contactPersonId: idOf('person', 1) }, 'ContactPlanned'],
  ])('%s is %s', async (_, more, expected) => {
    const nuo = await nuoWith(dialect, 2);
    const { contactPlan } = await plan(nuo, A);
    const answer = await plan(nuo, B, more);
    expect(answer.__typename).toBe(expected);
    if (expected === 'ContactConflict') {
      expect(answer).toMatchObject({
        holder: { id: ownerA.employeeId, organisation: { code: 'nuo' } },
        window: { from: '2026-08-10', until: '2026-08-14' },
        options: [{ kind: 'JOIN' }, { kind: 'ASK_HANDOVER' }, { kind: 'WAIT_UNTIL', day: '2026-08-15' }],
        contactPlan: { id: contactPlan.id },
      });
    }
    expect(await nuo.db.read.em.count(ContactPlan)).toBe(expected === 'ContactPlanned' ? 2 : 1);
  });

  it('nothing is in the way once it is cancelled', async () => {
    const nuo = await nuoWith(dialect);
    const { contactPlan } = await plan(nuo, A);
    await command(nuo, A, steps.cancel, { requestId: 'cancel-it', contactPlanId: contactPlan.id, expectedVersion: 1 });
    expect((await plan(nuo, B)).__typename).toBe('ContactPlanned');
  });

  it('nothing is in the way once it has expired', async () => {
    const nuo = await nuoWith(dialect);
    await plan(nuo, A);
    await nuo.db.write((tx) => tx.em.update(ContactPlan, { ownerOrganisation: 'nuo' }, { expiresAt: new Date('2026-08-03T10:00:00Z') }));
    expect((await plan(nuo, B)).__typename).toBe('ContactPlanned');
  });

  it('a plan at the employer that it was merged into clashes', async () => {
    const nuo = await nuoWith(dialect, 2);
    await plan(nuo, A);
    const [gone, kept] = [idOf('employer', 0), idOf('employer', 1)];
    await nuo.db.write(async (tx) => {
      await tx.em.update(EmployerAlias, { employerId: gone }, { employerId: kept });
      await tx.em.update(ContactPerson, { id: idOf('person', 0) }, { mergedIntoId: idOf('person', 1) });
    });
    const at = { employerId: kept, contactPersonId: idOf('person', 1), purpose: 'RELATION' };
    expect((await plan(nuo, B, at)).__typename).toBe('ContactConflict');
    expect((await plan(nuo, B, { ...at, employerId: gone })).__typename).toBe('ContactConflict');
  });

  it('an own overlapping plan gives that plan again', async () => {
    const nuo = await nuoWith(dialect);
    const first = await plan(nuo, A);
    const again = await plan(nuo, A, { window: { from: '2026-08-12', until: '2026-08-20' } });
    expect([again.alreadyPlanned, again.contactPlan.id]).toEqual([true, first.contactPlan.id]);
    expect(await attempts(nuo)).toEqual([]);
  });

  it('the same request gives the same answer, and another under its id is refused', async () => {
    const nuo = await nuoWith(dialect);
    const input = planInput();
    const both = await Promise.all([command(nuo, A, planMutation, input), command(nuo, A, planMutation, input)]);
    expect(both[1]).toEqual(both[0]);
    const lost = planInput();
    const [one, two] = [await command(nuo, B, planMutation, lost), await command(nuo, B, planMutation, lost)];
    expect(two).toEqual(one);
    expect(await attempts(nuo)).toHaveLength(1);
    await expect(command(nuo, A, planMutation, { ...input, channel: 'PHONE' })).rejects.toThrow('REQUEST_ID_REUSED');
  });
});

describe.each(dialects)('an approach on %s', (dialect) => {
  it.each([
    ['an incoming contact of 2 August', 'nuo.jobcoach', { direction: 'INCOMING' }, {}, 'ContactPlanned'],
    ['an outgoing contact of the own organisation', B, {}, {}, 'ContactPlanned'],
    ['an outgoing contact of another organisation', A, {}, {}, 'ContactNeedsReason'],
    ['a joint contact of both organisations', A, { others: [{ employeeId: 'x', name: 'X', organisation: '0189' }] }, {}, 'ContactPlanned'],
    ['an outgoing contact, for a vacancy that the employer asked help for', A, {}, { steering: 'VRAAGGESTUURD' }, 'ContactPlanned'],
    ['an outgoing contact, for aftercare of an own placement', A, {}, { purpose: 'AFTERCARE' }, 'ContactPlanned'],
  ])('on 5 August after %s', async (_, by, contact, more, expected) => {
    const nuo = await nuoWith(dialect);
    await contactOn(nuo, by, '2026-08-02', contact);
    const answer = await plan(nuo, B, { window: { from: '2026-08-05', until: '2026-08-05' }, ...more });
    expect(answer.__typename).toBe(expected);
    if (expected === 'ContactNeedsReason') {
      expect(answer).toMatchObject({
        firstFreeDay: '2026-08-16',
        obstacles: [{ kind: 'COOL_DOWN', overrulable: true, organisations: [{ code: 'nuo' }], freeFrom: '2026-08-16' }],
      });
    }
  });

  it.each([
    ['2026-08-15', 14, 'ContactNeedsReason'],
    ['2026-08-16', 14, 'ContactPlanned'],
    ['2026-08-04', 0, 'ContactPlanned'],
    ['2026-08-31', 30, 'ContactNeedsReason'],
    ['2026-09-01', 30, 'ContactPlanned'],
  ])('on %s, %i days of rest after 2 August, is %s', async (day, coolDownDays, expected) => {
    const nuo = await nuoWith(dialect);
    await employer(nuo, { coolDownDays });
    await contactOn(nuo, A, '2026-08-02');
    expect((await plan(nuo, B, { window: { from: day, until: day } })).__typename).toBe(expected);
  });

  it('counts the day of a contact in the Netherlands', async () => {
    const nuo = await nuoWith(dialect);
    // 00:30 on 2 August there.
    await contactOn(nuo, A, '2026-08-01', { occurredAt: '2026-08-01T22:30:00Z' });
    const on = (day: string) => plan(nuo, B, { window: { from: day, until: day } });
    expect([(await on('2026-08-15')).__typename, (await on('2026-08-16')).__typename]).toEqual(['ContactNeedsReason', 'ContactPlanned']);
  });

  it('goes on after a warning with a reason, and says so on the plan', async () => {
    const nuo = await nuoWith(dialect);
    await contactOn(nuo, A, '2026-08-02');
    expect((await plan(nuo, B)).__typename).toBe('ContactNeedsReason');
    const answer = await plan(nuo, B, { confirm: true, reason: 'De werkgever belde terug.' });
    expect(answer.contactPlan).toMatchObject({ overrideReason: 'De werkgever belde terug.', overrides: [{ kind: 'COOL_DOWN' }] });
    expect(await attempts(nuo)).toEqual(['COOL_DOWN OVERRULED null', 'COOL_DOWN WARNED OVERRULED']);
    const ids = (await nuo.db.read.em.find(ContactAttempt)).map(({ attemptId }) => attemptId);
    expect(new Set(ids).size).toBe(1);
  });

  it('of a coordinator or the account owner needs no reason after a cool-down', async () => {
    const nuo = await nuoWith(dialect);
    await contactOn(nuo, C, '2026-08-02');
    expect((await plan(nuo, 'nuo.coordinator', { purpose: 'RELATION' })).contactPlan.overrides).toEqual([{ kind: 'COOL_DOWN' }]);
    accountOf({ owner: { employeeId: 'demo-wierden-accountmanager', name: 'W', organisation: '0189' }, team: [], closed: false });
    expect((await plan(nuo, B, Q)).__typename).toBe('ContactPlanned');
    expect((await plan(nuo, A, { ...Q, purpose: 'EVENT', contactPersonId: null })).__typename).toBe('ContactNeedsReason');
  });

  it('at a key account of someone else warns, and the account owner hears of it', async () => {
    const nuo = await nuoWith(dialect);
    await employer(nuo, { keyAccount: true });
    // A command makes the owner known.
    await contactOn(nuo, A, '2026-07-01', { direction: 'INCOMING' });
    accountOf({ owner: ownerA, team: [{ employeeId: 'demo-almelo-accountmanager', organisation: '0141' }], closed: false });
    const answer = await plan(nuo, C, { purpose: 'RELATION' });
    expect(answer).toMatchObject({ __typename: 'ContactNeedsReason', obstacles: [{ kind: 'ACCOUNT_OWNER', holder: { id: ownerA.employeeId } }] });
    expect((await plan(nuo, C, { purpose: 'RELATION', confirm: true, reason: 'Op verzoek' })).__typename).toBe('ContactPlanned');
    const told = (await nuo.ask(A, '{ myTasks { nodes { title } } }')).data.myTasks.nodes;
    expect(told).toEqual([{ title: expect.stringMatching(/^Demo accountmanager Tubbergen \(Tubbergen\) wil op /) }]);
    expect((await plan(nuo, 'almelo.accountmanager', { ...Q, purpose: 'EVENT' })).__typename).toBe('ContactPlanned');
  });

  it('at a closed account is refused, with a reason too', async () => {
    const nuo = await nuoWith(dialect);
    await employer(nuo, { keyAccount: true });
    accountOf({ owner: ownerA, team: [], closed: true });
    const answer = await plan(nuo, C, { confirm: true, reason: 'Toch' });
    expect(answer).toMatchObject({ __typename: 'EmployerClosed', obstacles: [{ kind: 'ACCOUNT_OWNER', overrulable: false }] });
    expect((await plan(nuo, A)).__typename).toBe('ContactPlanned');
  });

  it.each([
    ['a blocked employer', { status: 'BLOCKED' }, {}, {}, 'EmployerClosed'],
    ['a person who asked not to be contacted', {}, { doNotContact: true }, {}, 'EmployerClosed'],
    ['someone else where a person asked not to be contacted', {}, { doNotContact: true }, Q, 'ContactPlanned'],
    ['an employer without unsolicited post, by letter', { indNonMailing: true }, {}, { channel: 'LETTER' }, 'EmployerClosed'],
    [
      'an employer without unsolicited post, by letter that it asked for',
      { indNonMailing: true },
      {},
      { channel: 'LETTER', steering: 'VRAAGGESTUURD' },
      'ContactPlanned',
    ],
    ['an employer without unsolicited post, by phone', { indNonMailing: true }, {}, { channel: 'PHONE' }, 'ContactPlanned'],
  ])('of %s is %#', async (_, employerChanges, personChanges, more, expected) => {
    const nuo = await nuoWith(dialect);
    await employer(nuo, { version: 2, ...employerChanges });
    await nuo.db.write((tx) => tx.em.update(ContactPerson, { id: idOf('person', 0) }, { version: 2, ...personChanges }));
    expect((await plan(nuo, 'nuo.coordinator', { confirm: true, reason: 'Toch', ...more })).__typename).toBe(expected);
  });

  it('for a second proposal of one candidate is refused', async () => {
    const nuo = await nuoWith(dialect);
    const spy = vi
      .spyOn(planSources, 'openProposalsOf')
      .mockImplementation(async (_tx, employerId, ids) =>
        employerId === idOf('employer', 0) && ids.includes(candidate(1, '0189')) ? [{ candidateId: candidate(1, '0189') }] : [],
      );
    onTestFinished(() => spy.mockRestore());
    const proposal = (n: number) => plan(nuo, B, { purpose: 'PROPOSAL', candidateIds: [candidate(n, '0189')] });
    expect(await proposal(1)).toMatchObject({ __typename: 'EmployerClosed', obstacles: [{ kind: 'CANDIDATE_PROPOSED' }] });
    expect((await proposal(2)).__typename).toBe('ContactPlanned');
  });

  it('with bad input names all that is wrong, and plans nothing', async () => {
    const nuo = await nuoWith(dialect, 2);
    const problems = async (more: object) =>
      (await nuo.ask(B, planMutation, { input: planInput(more) })).errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) =>
        path.slice(1).join('.'),
      );
    expect(await problems({ window: { from: '2026-08-03', until: '2026-09-02' } })).toEqual(['window.until']);
    expect(await problems({ window: { from: '2026-08-02', until: '2026-08-01' }, confirm: true, candidateIds: ['x', candidate(1, '0141')] })).toEqual([
      'window.from',
      'window.until',
      'reason',
      'candidateIds.0',
      'candidateIds.1',
    ]);
    expect(await problems({ plannedAt: '2026-08-14T22:00:00Z', reason: 'zie 999990019' })).toEqual(['plannedAt', 'reason']);
    expect(await problems({ contactPersonId: idOf('person', 1), branchId: idOf('branch', 1) })).toEqual(['contactPersonId', 'branchId']);
    expect(await problems({ candidateIds: [1, 2, 3, 4, 5, 6].map((n) => candidate(n, '0189')) })).toEqual(['candidateIds']);
    expect(await problems({ employerId: idOf('employer', 7) })).toEqual(['employerId']);
    expect(await nuo.db.read.em.count(ContactPlan)).toBe(0);
    expect((await plan(nuo, B, { window: { from: '2026-08-03', until: '2026-09-01' }, plannedAt: '2026-08-14T21:59:00Z' })).contactPlan).toMatchObject({
      status: 'SCHEDULED',
      expiresAt: null,
    });
  });

  it('counts retries within a quarter of an hour as one attempt, and what followed', async () => {
    const nuo = await nuoWith(dialect);
    const { contactPlan } = await plan(nuo, A);
    await plan(nuo, B);
    await plan(nuo, B, { purpose: 'PROPOSAL' });
    await plan(nuo, C);
    const rows = await nuo.db.read.em.find(ContactAttempt);
    expect([rows.length, new Set(rows.map(({ attemptId }) => attemptId)).size]).toEqual([3, 2]);
    await command(nuo, B, steps.join, { requestId: 'join-it-1', contactPlanId: contactPlan.id });
    await plan(nuo, C, { window: { from: '2026-08-20', until: '2026-08-21' } });
    const after = (await nuo.db.read.em.find(ContactAttempt)).map(({ organisation, followedBy }) => `${organisation} ${followedBy}`);
    expect(after.toSorted((a, b) => a.localeCompare(b))).toEqual(['0183 PLANNED_OTHERWISE', '0189 JOINED', '0189 JOINED']);
  });

  it('is for employer staff only', async () => {
    const nuo = await nuoWith(dialect);
    const answer = await nuo.ask('wierden.rapporteur', planMutation, { input: planInput() });
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

it.each(dialects)('lists the plans that clash after a merge on %s', async (dialect) => {
  const nuo = await nuoWith(dialect, 2);
  const [gone, kept] = [idOf('employer', 0), idOf('employer', 1)];
  const one = await plan(nuo, A);
  const two = await plan(nuo, B, { employerId: kept, contactPersonId: idOf('person', 1) });
  await plan(nuo, C, { employerId: kept, contactPersonId: null, purpose: 'EVENT' });
  const now = new Date('2026-08-03T10:00:00Z');
  expect(await conflictsAfterMerge(nuo.db.read, kept, now)).toEqual([]);
  await nuo.db.write((tx) => tx.em.update(EmployerAlias, { employerId: gone }, { employerId: kept }));
  const pairs = await conflictsAfterMerge(nuo.db.read, kept, now);
  expect(pairs.map((pair) => new Set(pair.map(({ id }) => id)))).toEqual([new Set([one.contactPlan.id, two.contactPlan.id])]);
});
