import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { command, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, nuoPairForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { Task } from '../tasks/task.entity.ts';
import { AccountHandOver, AccountOwner } from './account.entity.ts';
import { newTerm } from './assign-account-owner.ts';
import { replaceOwner } from './change-owner.ts';

const [ann, bob, cas, boss] = ['nuo.accountmanager', 'wierden.accountmanager', 'almelo.accountmanager', 'nuo.coordinator'] as const;
const demo = (n: number) => ({ ...testDemo(n), colleagues: people(ann, bob, cas, boss) });
const employerId = idOf('employer', 0);
const idIn = (user: string) => `${refTo(user).organisation}:${refTo(user).employeeId}`;
const assign = async (nuo: TestNuo, owner: string, more: object = {}): Promise<string> =>
  (await command(nuo, boss, 'assignAccountOwner', { employerId, owner: refTo(owner), ...more }, '... on AccountOwnerAssigned { account { id } }')).account.id;
const offer = async (nuo: TestNuo, accountId: string, to: string, user: string = ann) =>
  command(
    nuo,
    user,
    'offerAccount',
    { accountId, to: refTo(to) },
    '... on HandOverOffered { handOver { id status } } ... on HandOverPending { handOver { to { id } } } ... on ColleagueNotActive { colleague { leavesOn } }',
  );
const decide = (nuo: TestNuo, user: string, how: 'accept' | 'refuse' | 'withdraw', handOverId: string, more: object = {}) =>
  command(
    nuo,
    user,
    `${how}HandOver`,
    { handOverId, ...more },
    `${how === 'accept' ? '... on HandOverAccepted { moved { kind count } handOver { account { owner { id } } } } ... on ColleagueNotActive { colleague { active } }' : '... on HandOverEnded { handOver { status } }'} ... on HandOverAlreadyDecided { handOver { status } }`,
  );
const task = (nuo: TestNuo, more: object = {}) =>
  command(
    nuo,
    bob,
    'createTask',
    { title: 'Terugbellen', dueOn: '2026-08-10', employerId, ...more },
    '... on TaskSaved { redirected task { id assignee { id } } }',
  );
const left = (nuo: TestNuo, user: string) => nuo.db.read.em.countBy(Task, { colleagueId: idIn(user), status: 'OPEN' });
const leave = async (nuo: TestNuo, user: string, leavesOn: string | null, expectedVersion = 1) =>
  command(nuo, boss, 'changeColleague', { colleague: refTo(user), leavesOn, expectedVersion });

describe.each(dialects)('a hand-over on %s', (dialect) => {
  it('moves the account and its open work when it is accepted, and nothing before', async () => {
    const nuo = await nuoForTest(dialect, demo(2));
    const accountId = await assign(nuo, ann);
    const { task: mine } = await task(nuo, { remindAt: '2026-08-09T08:00:00Z' });
    expect(mine.assignee.id).toBe('demo-nuo-accountmanager');
    await task(nuo, { employerId: idOf('employer', 1), assignee: refTo(ann) });
    const { handOver } = await offer(nuo, accountId, bob);
    expect([handOver.status, await left(nuo, ann)]).toEqual(['OFFERED', 2]);
    const accepted = await decide(nuo, bob, 'accept', handOver.id, { requestId: 'accept-once' });
    expect(accepted).toMatchObject({
      moved: [
        { kind: 'reminders', count: 1 },
        { kind: 'tasks', count: 1 },
        { kind: 'contactPlans', count: 0 },
      ],
      handOver: { account: { owner: { id: 'demo-wierden-accountmanager' } } },
    });
    expect(await decide(nuo, bob, 'accept', handOver.id, { requestId: 'accept-once' })).toEqual(accepted);
    expect(await decide(nuo, bob, 'accept', handOver.id)).toMatchObject({ __typename: 'HandOverAlreadyDecided', handOver: { status: 'ACCEPTED' } });
    expect([await left(nuo, ann), await left(nuo, bob)]).toEqual([1, 1]);
    expect(await nuo.db.read.em.count(AccountOwner)).toBe(1);
  });

  it('leaves the work with an owner who keeps another account of the employer', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const accountId = await assign(nuo, ann);
    await assign(nuo, ann, { scope: 'SECTOR', sector: 'Groen' });
    await task(nuo);
    const { handOver } = await offer(nuo, accountId, bob);
    expect(await decide(nuo, bob, 'accept', handOver.id)).toMatchObject({ moved: [] });
    expect(await left(nuo, ann)).toBe(1);
  });

  it('is answered by who got it, withdrawn by who owns it, offered once at a time', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const accountId = await assign(nuo, ann);
    expect(await offer(nuo, accountId, cas, bob)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await offer(nuo, accountId, ann)).paths).toEqual(['to']);
    const first = await offer(nuo, accountId, bob);
    expect(await offer(nuo, accountId, cas)).toMatchObject({ __typename: 'HandOverPending', handOver: { to: { id: 'demo-wierden-accountmanager' } } });
    expect(await decide(nuo, ann, 'accept', first.handOver.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await decide(nuo, cas, 'refuse', first.handOver.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await decide(nuo, bob, 'refuse', first.handOver.id)).toMatchObject({ handOver: { status: 'REFUSED' } });
    const second = await offer(nuo, accountId, cas);
    expect(await decide(nuo, bob, 'withdraw', second.handOver.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await decide(nuo, ann, 'withdraw', second.handOver.id)).toMatchObject({ handOver: { status: 'WITHDRAWN' } });
    expect(await decide(nuo, cas, 'accept', second.handOver.id)).toMatchObject({ __typename: 'HandOverAlreadyDecided' });
    const third = await offer(nuo, accountId, cas);
    await assign(nuo, bob, { expectedVersion: 1 });
    expect(await decide(nuo, cas, 'accept', third.handOver.id)).toMatchObject({ __typename: 'HandOverAlreadyDecided', handOver: { status: 'WITHDRAWN' } });
  });

  it('is not accepted by who has left, and not offered to them', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const accountId = await assign(nuo, ann);
    const { handOver } = await offer(nuo, accountId, bob);
    await leave(nuo, bob, '2026-08-03');
    expect(await decide(nuo, bob, 'accept', handOver.id)).toMatchObject({ __typename: 'ColleagueNotActive', colleague: { active: false } });
    await decide(nuo, boss, 'withdraw', handOver.id);
    expect(await offer(nuo, accountId, bob)).toMatchObject({ __typename: 'ColleagueNotActive', colleague: { leavesOn: '2026-08-03' } });
    await leave(nuo, bob, '2026-08-04', 2);
    expect(await offer(nuo, accountId, bob)).toMatchObject({ __typename: 'HandOverOffered' });
    expect(await nuo.db.read.em.countBy(AccountHandOver, { status: 'OFFERED' })).toBe(1);
  });

  it('leaves nothing on the old owner, also of what others create at the same moment', { timeout: 60_000 }, async () => {
    const [one, two] = await nuoPairForTest(dialect, demo(1));
    const accountId = await assign(one, ann);
    for (let i = 0; i < 5; i += 1) await task(one);
    const { handOver } = await offer(one, accountId, bob);
    const creates = Array.from({ length: 50 }, (_, i) => task(i % 2 ? one : two, i % 3 ? {} : { assignee: refTo(ann) }));
    const accepts = [one, two].map((nuo) => decide(nuo, bob, 'accept', handOver.id));
    const answers = await Promise.all([...creates.slice(0, 25), ...accepts, ...creates.slice(25)]);
    const kinds = answers.map(({ __typename }) => __typename);
    expect([kinds.filter((kind) => kind === 'TaskSaved').length, kinds.filter((kind) => kind === 'HandOverAccepted').length]).toEqual([50, 1]);
    expect([await left(one, ann), await left(one, bob)]).toEqual([0, 55]);
    expect(await task(one, { assignee: refTo(ann) })).toMatchObject({ redirected: 'ACCOUNT_OWNER', task: { assignee: { id: 'demo-wierden-accountmanager' } } });
  });

  it.runIf(dialect === 'mariadb')('makes new work wait for it, and gives that to the next owner', async () => {
    const [one, two] = await nuoPairForTest(dialect, demo(1));
    const accountId = await assign(one, ann);
    // Not information_schema.innodb_trx: who reads that all the time gets the same old answer.
    const waits = "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'";
    const waiting = async () => Number((await one.db.read.em.query<{ Value: string }[]>(waits))[0]?.Value);
    const created = await one.db.write(async (tx) => {
      await lockEmployer(tx, employerId);
      let done = false;
      const creating = task(two).finally(() => {
        done = true;
      });
      while (!done && (await waiting()) === 0);
      await replaceOwner(tx, accountId, newTerm(idOf('moment', 99), accountId, idIn(bob), '2026-08-03'), '2026-08-03');
      return { creating };
    });
    expect(await created.creating).toMatchObject({ task: { assignee: { id: 'demo-wierden-accountmanager' } } });
  });

  it('of one account to two at once gives it to one', { timeout: 60_000 }, async () => {
    const [one, two] = await nuoPairForTest(dialect, demo(1));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        command(
          i % 2 ? one : two,
          boss,
          'assignAccountOwner',
          { employerId, owner: refTo(i % 2 ? ann : bob) },
          '... on AccountVersionConflict { account { owner { id } } } ... on AccountOwnerAssigned { account { owner { id } } }',
        ),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'AccountOwnerAssigned')).toHaveLength(1);
    expect(new Set(answers.map(({ account }) => account.owner.id)).size).toBe(1);
  });
});

describe.each(dialects)('everything of a colleague who leaves on %s', (dialect) => {
  const show =
    '... on EverythingHandedOver { moved { kind count } remaining { kind count } openWork { tasks { nodes { id } } accounts { nodes { id } } } } ... on ColleagueNotActive { colleague { leavesOn } }';
  const all = (nuo: TestNuo, from: string, to: string, onDay: string, user: string = boss) =>
    command(nuo, user, 'handOverEverything', { from: refTo(from), to: refTo(to), onDay }, show);

  it('goes to another in one command, which proves that nothing is left', async () => {
    const nuo = await nuoForTest(dialect, demo(3));
    const accounts = [0, 1].map((i) => ({ employerId: idOf('employer', i) }));
    for (const account of accounts) await assign(nuo, ann, account);
    const third = await assign(nuo, bob, { employerId: idOf('employer', 2) });
    await command(nuo, bob, 'changeAccount', { accountId: third, expectedVersion: 1, goal: '', agreements: '', opportunities: '', team: [refTo(ann)] });
    await offer(nuo, third, ann, bob);
    await task(nuo, { remindAt: '2026-08-09T08:00:00Z' });
    await task(nuo, { employerId: null, assignee: refTo(ann) });
    expect(await all(nuo, ann, cas, '2026-09-01', ann)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await all(nuo, ann, ann, '2026-08-02')).paths).toEqual(['to', 'onDay']);
    const answer = await all(nuo, ann, cas, '2026-09-01');
    const counts = (list: { kind: string; count: number }[]) => Object.fromEntries(list.map(({ kind, count }) => [kind, count]));
    expect(counts(answer.moved)).toEqual({ accounts: 2, memberships: 1, handOvers: 1, participants: 0, reminders: 1, tasks: 2, contactPlans: 0 });
    expect(counts(answer.remaining)).toEqual({ accounts: 0, memberships: 0, handOvers: 0, participants: 0, reminders: 0, tasks: 0, contactPlans: 0 });
    const { data } = await nuo.ask(
      cas,
      `{ employer(id: "${employerId}") { account { owner { id } owners { startsOn endsOn owner { id } } } }
      openWorkOf(employeeId: "demo-almelo-accountmanager", organisation: "0141") { counts { kind count } tasks { nodes { title } } accounts { nodes { employer { name } } } } }`,
    );
    expect(data.employer.account).toEqual({
      owner: { id: 'demo-nuo-accountmanager' },
      owners: [
        { startsOn: '2026-09-01', endsOn: null, owner: { id: 'demo-almelo-accountmanager' } },
        { startsOn: '2026-08-03', endsOn: '2026-08-31', owner: { id: 'demo-nuo-accountmanager' } },
      ],
    });
    expect(counts(data.openWorkOf.counts)).toEqual({ accounts: 2, memberships: 1, handOvers: 0, participants: 0, reminders: 1, tasks: 2, contactPlans: 0 });
    expect([data.openWorkOf.tasks.nodes.length, data.openWorkOf.accounts.nodes.length]).toEqual([2, 2]);
    // Still here until September, and yet nothing new goes there.
    expect(await task(nuo)).toMatchObject({ task: { assignee: { id: 'demo-almelo-accountmanager' } }, redirected: null });
    expect(await task(nuo, { employerId: null, assignee: refTo(ann) })).toMatchObject({ task: { assignee: null }, redirected: 'COORDINATOR' });
    const again = await all(nuo, ann, cas, '2026-09-01');
    expect(again.moved.every(({ count }: { count: number }) => count === 0)).toBe(true);
    expect(await all(nuo, bob, ann, '2026-09-01')).toMatchObject({ __typename: 'ColleagueNotActive', colleague: { leavesOn: '2026-09-01' } });
  });

  it('leaves nothing while fifty others give them work', { timeout: 60_000 }, async () => {
    const [one, two] = await nuoPairForTest(dialect, demo(4));
    for (let i = 0; i < 4; i += 1) await assign(one, ann, { employerId: idOf('employer', i) });
    const creates = Array.from({ length: 50 }, (_, i) =>
      task(
        i % 2 ? one : two,
        i % 5 === 4 ? { employerId: null, assignee: refTo(ann) } : { employerId: idOf('employer', i % 5), assignee: i % 3 ? null : refTo(ann) },
      ),
    );
    const answers = await Promise.all([...creates.slice(0, 20), all(two, ann, cas, '2026-08-03'), ...creates.slice(20)]);
    expect(answers.filter(({ __typename }) => __typename === 'TaskSaved')).toHaveLength(50);
    expect(answers.find(({ __typename }) => __typename === 'EverythingHandedOver')).toBeDefined();
    expect(await left(one, ann)).toBe(0);
    expect(await one.db.read.em.countBy(AccountOwner, { colleagueId: idIn(ann) })).toBe(0);
  });

  it('goes once, and of two who would get each other’s one keeps all', { timeout: 60_000 }, async () => {
    const [one, two] = await nuoPairForTest(dialect, demo(2));
    await assign(one, ann, { employerId: idOf('employer', 0) });
    await assign(one, bob, { employerId: idOf('employer', 1) });
    const crossed = await Promise.all([all(one, ann, bob, '2026-08-03'), all(two, bob, ann, '2026-08-03')]);
    expect(new Set(crossed.map(({ __typename }) => __typename))).toEqual(new Set(['EverythingHandedOver', 'ColleagueNotActive']));
    const [leaver, stayer] = crossed[0].__typename === 'EverythingHandedOver' ? [ann, bob] : [bob, ann];
    const owned = (user: string) => one.db.read.em.countBy(AccountOwner, { colleagueId: idIn(user) });
    expect([await owned(leaver), await owned(stayer)]).toEqual([0, 2]);
    const input = { requestId: 'request-once', from: refTo(stayer), to: refTo(cas), onDay: '2026-08-03' };
    const first = await command(one, boss, 'handOverEverything', input, '... on EverythingHandedOver { moved { kind count } }');
    expect(await command(two, boss, 'handOverEverything', input, '... on EverythingHandedOver { moved { kind count } }')).toEqual(first);
    expect(first.moved[0]).toEqual({ kind: 'accounts', count: 2 });
  });
});
