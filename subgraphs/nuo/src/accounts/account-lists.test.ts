import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DemoContactMoment, DemoPlacement } from '@werkplein/demo';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { command, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';

const [ann, bob, boss] = ['nuo.accountmanager', 'wierden.accountmanager', 'nuo.coordinator'] as const;
const question = (name: string): string => readFileSync(resolve(import.meta.dirname, '../../../../docs/questions', `${name}.graphql`), 'utf8');
const assign = (nuo: TestNuo, n: number, owner: string, more: object = {}) =>
  command(nuo, boss, 'assignAccountOwner', { employerId: idOf('employer', n), owner: refTo(owner), ...more });

// The tests happen on 3 August 2026 at noon in the Netherlands: 90 days before is 5 May.
const base = testDemo(1);
const placementAt = (n: number, more: Partial<DemoPlacement>): DemoPlacement => ({
  ...(base.placements as DemoPlacement[])[0]!,
  id: idOf('placement', n),
  participantId: idOf('participant', 0),
  employerId: idOf('employer', n),
  branchId: null,
  expectedEndOn: '2026-08-20',
  ...more,
});
const contactAt = (n: number, occurredAt: string, more: Partial<DemoContactMoment> = {}): DemoContactMoment => ({
  ...(base.contactMoments as DemoContactMoment[])[0]!,
  id: idOf('moment', n),
  employerId: idOf('employer', n),
  contactPersonId: idOf('person', n),
  occurredAt,
  ...more,
});

/** What is so at an employer, and whether Q15 lists it. */
const cases: [says: string, placement: Partial<DemoPlacement>, contact: [string, Partial<DemoContactMoment>?] | null, listed: boolean][] = [
  ['no contact ever', {}, null, true],
  ['ends today', { expectedEndOn: '2026-08-03' }, null, true],
  ['ends on the 30th day', { expectedEndOn: '2026-09-02' }, null, true],
  ['ends on the 31st day', { expectedEndOn: '2026-09-03' }, null, false],
  ['should have ended yesterday', { expectedEndOn: '2026-08-02' }, null, false],
  ['no expected end', { expectedEndOn: null }, null, false],
  ['ended already', { status: 'ENDED', endedOn: '2026-08-02' }, null, false],
  ['begins tomorrow', { startsOn: '2026-08-04' }, null, false],
  ['contact in the last minute of the 90th day before', {}, ['2026-05-05T21:59:00.000Z'], true],
  ['contact in the first minute of the day after it', {}, ['2026-05-05T22:00:00.000Z'], false],
  ['an attempt that reached nobody', {}, ['2026-08-01T09:00:00.000Z', { succeeded: false }], true],
  ['contact of which it is not known', {}, ['2026-08-01T09:00:00.000Z', { succeeded: null }], false],
  ['contact of another organisation', {}, ['2026-08-01T09:00:00.000Z', { employee: { id: 'e', name: 'E', organisation: '0141' } }], false],
];

const atRisk = () => ({
  ...testDemo(cases.length),
  placements: cases.map(([, placement], n) => placementAt(n, placement)),
  contactMoments: cases.flatMap(([, , contact], n) => (contact ? [contactAt(n, ...contact)] : [])),
  colleagues: people(ann, bob, boss),
});

describe.each(dialects)('Q15 on %s', (dialect) => {
  it('lists my employers where a placement ends and nobody came', async () => {
    const nuo = await nuoForTest(dialect, atRisk());
    for (let n = 0; n < cases.length; n += 1) await assign(nuo, n, ann);
    const { data, statements } = await nuo.ask(ann, question('q15-ending-placements-without-contact'));
    const listed = new Set(data.myAccounts.nodes.map(({ employer }: { employer: { id: string } }) => employer.id));
    for (const [n, [says, , , expected]] of cases.entries()) expect([says, listed.has(idOf('employer', n))]).toEqual([says, expected]);
    expect(statements).toBe(7);
    expect((await nuo.ask(bob, question('q15-ending-placements-without-contact'))).data.myAccounts.nodes).toEqual([]);
    const paged = await nuo.ask(ann, question('q15-ending-placements-without-contact'), { first: 2 });
    const rest = await nuo.ask(ann, question('q15-ending-placements-without-contact'), { after: paged.data.myAccounts.pageInfo.endCursor });
    expect([...paged.data.myAccounts.nodes, ...rest.data.myAccounts.nodes]).toEqual(data.myAccounts.nodes);
  });

  it('counts what is known under an old id of the employer', async () => {
    const nuo = await nuoForTest(dialect, atRisk());
    await assign(nuo, 0, ann);
    // As a merge would: the employer with a recent contact goes on as the first.
    await nuo.db.write((tx) => tx.em.update(EmployerAlias, { id: idOf('employer', 9) }, { employerId: idOf('employer', 0) }));
    expect((await nuo.ask(ann, question('q15-ending-placements-without-contact'))).data.myAccounts.nodes).toEqual([]);
  });

  it('refuses numbers of days that mean nothing', async () => {
    const nuo = await nuoForTest(dialect, { colleagues: people(ann) });
    const { errors } = await nuo.ask(ann, '{ myAccounts(filter: { placementEndsWithinDays: 367, noContactForDays: 0 }) { nodes { id } } }');
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'filter.placementEndsWithinDays',
      'filter.noContactForDays',
    ]);
  });
});

describe.each(dialects)('Q24 on %s', (dialect) => {
  const listed = async (nuo: TestNuo): Promise<string[]> =>
    (await nuo.ask(boss, question('q24-accounts-without-owner'))).data.accountsWithoutOwner.nodes.map(({ name }: { name: string }) => name.slice(11, 12));

  it('lists accounts that nobody owns who is here, and key accounts without one', async () => {
    const demo = testDemo(5);
    const employers = [...demo.employers].map((employer, n) => ({ ...employer, keyAccount: n === 4 }));
    const nuo = await nuoForTest(dialect, { ...demo, employers, colleagues: people(ann, bob, boss) });
    expect(await listed(nuo)).toEqual(['4']);
    await assign(nuo, 0, ann);
    await assign(nuo, 1, bob);
    await assign(nuo, 2, ann, { startsOn: '2026-08-04' });
    await assign(nuo, 4, ann, { scope: 'SECTOR', sector: 'Zorg' });
    expect(await listed(nuo)).toEqual(['2', '4']);
    await command(nuo, boss, 'changeColleague', { colleague: refTo(bob), leavesOn: '2026-08-04', expectedVersion: 1 });
    expect(await listed(nuo)).toEqual(['2', '4']);
    await command(nuo, boss, 'changeColleague', { colleague: refTo(bob), leavesOn: '2026-08-03', expectedVersion: 2 });
    expect(await listed(nuo)).toEqual(['1', '2', '4']);
    await assign(nuo, 4, ann);
    expect(await listed(nuo)).toEqual(['1', '2']);
    expect((await nuo.ask(boss, question('q24-accounts-without-owner'))).statements).toBe(4);
  });
});

describe.each(dialects)('Q19 on %s', (dialect) => {
  it('reads and moves with as many statements for three accounts as for thirty', { timeout: 60_000 }, async () => {
    const used: number[][] = [];
    for (const n of [3, 30]) {
      const nuo = await nuoForTest(dialect, { ...testDemo(n + 1), colleagues: people(ann, bob, boss) });
      for (let i = 0; i < n; i += 1) {
        await assign(nuo, i, ann);
        await command(nuo, bob, 'createTask', { title: 'Bellen', dueOn: '2026-08-10', remindAt: '2026-08-09T08:00:00Z', employerId: idOf('employer', i) });
        await command(nuo, 'nuo.jobcoach', 'assignResponsible', { participantId: idOf('participant', i), role: 'JOBCOACH', colleague: refTo(ann) });
      }
      const { account } = await command(
        nuo,
        boss,
        'assignAccountOwner',
        { employerId: idOf('employer', n), owner: refTo(bob) },
        '... on AccountOwnerAssigned { account { id } }',
      );
      await command(nuo, bob, 'changeAccount', { accountId: account.id, expectedVersion: 1, goal: '', agreements: '', opportunities: '', team: [refTo(ann)] });
      await command(nuo, bob, 'offerAccount', { accountId: account.id, to: refTo(ann) });
      const look = await nuo.ask(boss, question('q19-open-work-of-a-colleague'), refTo(ann));
      expect(Object.fromEntries(look.data.openWorkOf.counts.map(({ kind, count }: { kind: string; count: number }) => [kind, count]))).toEqual({
        accounts: n,
        memberships: 1,
        handOvers: 1,
        participants: n,
        reminders: n,
        contactPlans: 0,
        tasks: n,
      });
      const input = { requestId: 'request-all', from: refTo(ann), to: refTo(bob), onDay: '2026-09-01' };
      const moved = await nuo.ask(boss, question('q19-hand-over-everything'), { input });
      expect(moved.data.nuo.handOverEverything.remaining.every(({ count }: { count: number }) => count === 0)).toBe(true);
      used.push([look.statements, moved.statements]);
    }
    expect(used[0]).toEqual(used[1]);
    expect(used[0]).toEqual([17, dialect === 'sqlite' ? 52 : 53]);
  });
});
