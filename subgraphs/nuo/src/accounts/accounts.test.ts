import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { command, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { AccountOwner } from './account.entity.ts';
import { accountTeamOf } from './index.ts';

const [ann, bob, boss] = ['nuo.accountmanager', 'wierden.accountmanager', 'nuo.coordinator'] as const;
const demo = (n: number) => ({ ...testDemo(n), colleagues: people(ann, bob, boss, 'almelo.accountmanager') });
const employerId = idOf('employer', 0);
const shown = '... on AccountOwnerAssigned { moved { kind count } account { id version since owner { name } owners { startsOn endsOn owner { id } } } }';
const assign = (nuo: TestNuo, user: string, owner: string | null, more: object = {}) =>
  command(
    nuo,
    user,
    'assignAccountOwner',
    { employerId, owner: owner && refTo(owner), ...more },
    `${shown} ... on AccountVersionConflict { account { version owner { id } } } ... on ColleagueNotActive { colleague { leavesOn } }`,
  );
const view = 'account { id closed version since ownerActive owner { id } team { role employee { id } } plan { goal } handOverOffered { status to { id } } }';
const see = async (nuo: TestNuo) => (await nuo.ask(ann, `{ employer(id: "${employerId}") { ${view} } }`)).data.employer.account;

describe.each(dialects)('accounts on %s', (dialect) => {
  it('get an owner from the coordinator, who is shown with the employer', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    expect(await see(nuo)).toBeNull();
    expect(await assign(nuo, ann, ann)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await assign(nuo, boss, ann)).toMatchObject({ account: { version: 1, since: '2026-08-03', owner: { name: 'Demo accountmanager NUO' } }, moved: [] });
    expect(await see(nuo)).toMatchObject({ owner: { id: 'demo-nuo-accountmanager' }, ownerActive: true, since: '2026-08-03', team: [], closed: false });
  });

  it('have one owner a day: periods touch, and no day that has passed changes', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    await assign(nuo, boss, ann);
    const future = await assign(nuo, boss, bob, { startsOn: '2026-09-01', expectedVersion: 1 });
    expect(future.account.owner.name).toBe('Demo accountmanager NUO');
    expect(future.account.owners).toMatchObject([
      { startsOn: '2026-09-01', endsOn: null, owner: { id: 'demo-wierden-accountmanager' } },
      { startsOn: '2026-08-03', endsOn: '2026-08-31', owner: { id: 'demo-nuo-accountmanager' } },
    ]);
    const on = async (day: string) => (await accountTeamOf(nuo.db.read, employerId, day))?.owner?.employeeId ?? null;
    expect([await on('2026-08-02'), await on('2026-08-03'), await on('2026-08-31'), await on('2026-09-01')]).toEqual([
      null,
      'demo-nuo-accountmanager',
      'demo-nuo-accountmanager',
      'demo-wierden-accountmanager',
    ]);
    const sooner = await assign(nuo, boss, 'almelo.accountmanager', { startsOn: '2026-08-20', expectedVersion: 2 });
    expect(sooner.account.owners.map(({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => [startsOn, endsOn])).toEqual([
      ['2026-08-20', null],
      ['2026-08-03', '2026-08-19'],
    ]);
    const none = await assign(nuo, boss, null, { startsOn: '2026-08-04', expectedVersion: 3 });
    expect(none.account.owners).toMatchObject([{ startsOn: '2026-08-03', endsOn: '2026-08-03' }]);
  });

  it('refuse what cannot be, all at once', async () => {
    const nuo = await nuoForTest(dialect, demo(2));
    expect(await assign(nuo, boss, ann, { startsOn: '2026-08-02', branchId: idOf('branch', 0), scope: 'SECTOR' })).toMatchObject({
      code: 'BAD_INPUT',
      paths: ['startsOn', 'branchId', 'sector'],
    });
    expect((await assign(nuo, boss, ann, { scope: 'BRANCH', branchId: idOf('branch', 1) })).paths).toEqual(['branchId']);
    expect((await assign(nuo, boss, 'tubbergen.accountmanager')).paths).toEqual(['owner']);
    expect((await assign(nuo, boss, ann, { employerId: idOf('employer', 9) })).paths).toEqual(['employerId']);
    expect(await nuo.db.read.em.count(AccountOwner)).toBe(0);
  });

  it('keep the whole, a branch and a sector apart', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    await assign(nuo, boss, ann);
    await assign(nuo, boss, bob, { scope: 'BRANCH', branchId: idOf('branch', 0) });
    await assign(nuo, boss, 'almelo.accountmanager', { scope: 'SECTOR', sector: 'Groen' });
    expect(await assign(nuo, boss, ann, { scope: 'SECTOR', sector: 'groen' })).toMatchObject({ __typename: 'AccountVersionConflict', account: { version: 1 } });
    const { data } = await nuo.ask(bob, `{ employer(id: "${employerId}") { accounts { scope sector branch { id } owner { organisation { code } } } } }`);
    expect(data.employer.accounts).toEqual([
      { scope: 'WHOLE', sector: null, branch: null, owner: { organisation: { code: 'nuo' } } },
      { scope: 'SECTOR', sector: 'Groen', branch: null, owner: { organisation: { code: '0141' } } },
      { scope: 'BRANCH', sector: null, branch: { id: idOf('branch', 0) }, owner: { organisation: { code: '0189' } } },
    ]);
  });

  it('let the owner keep the plan and team, and the coordinator close them', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const { account } = await assign(nuo, boss, ann);
    const plan = {
      accountId: account.id,
      expectedVersion: 1,
      goal: 'Bel 999990019',
      agreements: '',
      opportunities: '',
      team: [{ ...refTo(bob), role: 'Zorg' }],
    };
    expect(await command(nuo, bob, 'changeAccount', plan)).toMatchObject({ code: 'FORBIDDEN' });
    const saved = await command(nuo, ann, 'changeAccount', plan, '... on AccountSaved { warnings account { version } }');
    expect([saved.warnings.length, saved.account.version]).toEqual([1, 2]);
    expect(await command(nuo, ann, 'changeAccount', { ...plan, goal: 'x'.repeat(4001), team: [{ employeeId: '', organisation: 'x' }] })).toMatchObject({
      paths: ['goal', 'team.0.organisation', 'team.0.employeeId'],
    });
    expect(await command(nuo, ann, 'changeAccount', plan)).toMatchObject({ __typename: 'AccountVersionConflict' });
    const close = { accountId: account.id, closed: true, expectedVersion: 2 };
    expect(await command(nuo, ann, 'closeAccount', close)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await command(nuo, boss, 'closeAccount', close)).toMatchObject({ __typename: 'AccountSaved' });
    expect(await see(nuo)).toMatchObject({
      closed: true,
      plan: { goal: 'Bel 999990019' },
      team: [{ role: 'Zorg', employee: { id: 'demo-wierden-accountmanager' } }],
    });
    expect(await accountTeamOf(nuo.db.read, employerId, '2026-08-03')).toEqual({
      owner: { employeeId: 'demo-nuo-accountmanager', organisation: 'nuo', name: 'Demo accountmanager NUO' },
      team: [{ employeeId: 'demo-wierden-accountmanager', organisation: '0189', name: 'Demo accountmanager Wierden' }],
      closed: true,
    });
  });

  it('are shown to no rapporteur', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const { errors } = await nuo.ask(
      'nuo.rapporteur',
      '{ myAccounts { nodes { id } } myTasks { nodes { id } } colleagues { nodes { version } } teams { nodes { id } } dueReminders { nodes { id } } }',
    );
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(Array.from({ length: 5 }, () => 'FORBIDDEN'));
    const { errors: others } = await nuo.ask(ann, '{ accountsWithoutOwner { nodes { id } } }');
    expect(others?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('are read with as many statements for one employer as for many', async () => {
    const nuo = await nuoForTest(dialect, demo(20));
    for (let i = 0; i < 20; i += 1) await assign(nuo, boss, i % 2 ? ann : bob, { employerId: idOf('employer', i) });
    const read = async (first: number) => {
      const { data, errors, statements } = await nuo.ask(
        ann,
        `{ employers(first: ${first}) { nodes { ${view} accounts { scope } tasks(first: 3) { nodes { title assignee { name } } } } } }`,
      );
      expect([errors, data.employers.nodes.filter(({ account }: { account: unknown }) => account).length]).toEqual([undefined, first]);
      return statements;
    };
    expect([await read(2), await read(20)]).toEqual([7, 7]);
  });
});
