import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { command, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, nuoPairForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { Task } from './task.entity.ts';

const [ann, bob, cas, boss] = ['nuo.accountmanager', 'wierden.accountmanager', 'almelo.accountmanager', 'nuo.coordinator'] as const;
const demo = (n: number) => ({ ...testDemo(n), colleagues: people(ann, bob, cas, boss) });
const employerId = idOf('employer', 0);
const shown = 'task { id status version assignee { id } team { name } origin employer { id } }';
const create = (nuo: TestNuo, user: string, more: object = {}) =>
  command(nuo, user, 'createTask', { title: 'Bellen', dueOn: '2026-08-10', ...more }, `... on TaskSaved { redirected warnings ${shown} }`);
const team = async (nuo: TestNuo, name: string, ...users: string[]): Promise<string> =>
  (await command(nuo, boss, 'createTeam', { name, members: users.map(refTo) }, '... on TeamSaved { team { id } }')).team.id;
const take = (nuo: TestNuo, user: string, taskId: string, more: object = {}) =>
  command(
    nuo,
    user,
    'takeTask',
    { taskId, ...more },
    ['TaskTaken', 'TaskTakenByOther', 'TaskAlreadyClosed'].map((type) => `... on ${type} { ${shown} }`).join(' '),
  );
const close = (nuo: TestNuo, user: string, how: 'complete' | 'cancel', taskId: string, expectedVersion: number) =>
  command(
    nuo,
    user,
    `${how}Task`,
    { taskId, expectedVersion },
    `... on TaskClosed { ${shown} } ... on TaskVersionConflict { ${shown} } ... on TaskAlreadyClosed { ${shown} }`,
  );

describe.each(dialects)('tasks on %s', (dialect) => {
  it('go to who was asked, else to the owner of the account, else to the coordinator', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    expect(await create(nuo, ann, { employerId })).toMatchObject({
      redirected: 'COORDINATOR',
      task: { assignee: null, team: null, employer: { id: employerId } },
    });
    await command(nuo, boss, 'assignAccountOwner', { employerId, owner: refTo(bob) });
    expect(await create(nuo, ann, { employerId })).toMatchObject({ redirected: null, task: { assignee: { id: 'demo-wierden-accountmanager' } } });
    expect(await create(nuo, ann, { employerId, assignee: refTo(cas) })).toMatchObject({
      redirected: null,
      task: { assignee: { id: 'demo-almelo-accountmanager' } },
    });
    const agreed = await create(nuo, ann, { contactMomentId: idOf('moment', 2), title: 'Stuur 999990019 een brief' });
    expect(agreed).toMatchObject({ task: { origin: 'CONTACT_MOMENT', employer: { id: employerId }, assignee: { id: 'demo-wierden-accountmanager' } } });
    expect(agreed.warnings).toHaveLength(1);
    const { data } = await nuo.ask(boss, '{ myTasks(filter: { of: COORDINATOR }) { nodes { title } } }');
    expect(data.myTasks.nodes).toHaveLength(1);
    expect((await nuo.ask(ann, '{ myTasks(filter: { of: COORDINATOR }) { nodes { title } } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('refuse what cannot be, all at once, and write nothing', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const bad = { title: ' ', dueOn: '2026-02-30', remindAt: 'morgen', assignee: { employeeId: 'x', organisation: 'uwv' }, teamId: 'nuo:1' };
    expect((await create(nuo, ann, bad)).paths).toEqual(['title', 'dueOn', 'remindAt', 'assignee.organisation', 'teamId']);
    expect((await create(nuo, ann, { assignee: { employeeId: 'nobody', organisation: 'nuo' } })).paths).toEqual(['assignee']);
    expect((await create(nuo, ann, { teamId: 'nuo:1' })).paths).toEqual(['teamId']);
    expect((await create(nuo, ann, { employerId: idOf('employer', 7) })).paths).toEqual(['employerId']);
    expect((await create(nuo, ann, { contactMomentId: idOf('moment', 77) })).paths).toEqual(['contactMomentId']);
    expect(await nuo.db.read.em.count(Task)).toBe(0);
  });

  it('happen once, however often they are sent', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const answers = await Promise.all([1, 2, 3].map(() => create(nuo, ann, { requestId: 'request-same', assignee: refTo(ann) })));
    expect(new Set(answers.map(({ task }) => task.id)).size).toBe(1);
    expect(await create(nuo, ann, { requestId: 'request-same', title: 'Anders' })).toMatchObject({ code: 'REQUEST_ID_REUSED' });
  });

  it('are changed, done and cancelled at the version that was seen', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const { task } = await create(nuo, ann, { assignee: refTo(ann) });
    const change = { taskId: task.id, title: 'Mailen', dueOn: '2026-08-11', expectedVersion: 1 };
    const show = `... on TaskSaved { redirected ${shown} } ... on TaskVersionConflict { ${shown} } ... on TaskAlreadyClosed { ${shown} }`;
    const both = await Promise.all([1, 2].map(() => command(nuo, ann, 'changeTask', change, show)));
    expect(new Set(both.map(({ __typename }) => __typename))).toEqual(new Set(['TaskSaved', 'TaskVersionConflict']));
    expect(both[0].task).toMatchObject({ version: 2, assignee: { id: 'demo-nuo-accountmanager' } });
    expect(await close(nuo, ann, 'complete', task.id, 1)).toMatchObject({ __typename: 'TaskVersionConflict', task: { version: 2, status: 'OPEN' } });
    expect(await close(nuo, bob, 'complete', task.id, 2)).toMatchObject({ __typename: 'TaskClosed', task: { status: 'DONE' } });
    expect(await close(nuo, ann, 'cancel', task.id, 3)).toMatchObject({ __typename: 'TaskAlreadyClosed', task: { status: 'DONE' } });
    expect(await command(nuo, ann, 'changeTask', { ...change, expectedVersion: 3 }, show)).toMatchObject({ __typename: 'TaskAlreadyClosed' });
    expect((await close(nuo, ann, 'cancel', 'nuo:1', 1)).paths).toEqual(['taskId']);
  });

  it('of a team are taken by one member, and the others are told by whom', { timeout: 60_000 }, async () => {
    const [one, two] = await nuoPairForTest(dialect, demo(1));
    const teamId = await team(one, 'Almelo', ann, bob);
    const { task } = await create(one, cas, { teamId });
    expect(await take(one, cas, task.id)).toMatchObject({ code: 'FORBIDDEN' });
    const { data } = await one.ask(
      bob,
      '{ myTasks(filter: { of: MY_TEAMS }) { nodes { team { name members { employee { name } } } } } mine: myTasks { nodes { id } } }',
    );
    expect([data.myTasks.nodes[0].team.members.length, data.mine.nodes.length]).toEqual([2, 0]);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => take(i % 2 ? one : two, i % 2 ? ann : bob, task.id)));
    const holder = answers[0].task.assignee.id;
    expect(new Set(answers.map((answer) => answer.task.assignee.id)).size).toBe(1);
    const winner = holder === 'demo-nuo-accountmanager' ? 1 : 0;
    answers.forEach((answer, i) => expect(answer.__typename).toBe(i % 2 === winner ? 'TaskTaken' : 'TaskTakenByOther'));
    await close(one, ann, 'complete', task.id, 2);
    expect(await take(one, ann, task.id)).toMatchObject({ __typename: 'TaskAlreadyClosed', task: { team: { name: 'Almelo' } } });
  });

  it('of nobody are taken by the coordinator only', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const { task } = await create(nuo, ann, { employerId });
    expect(await take(nuo, ann, task.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await take(nuo, boss, task.id)).toMatchObject({ __typename: 'TaskTaken', task: { assignee: { id: 'demo-nuo-coordinator' } } });
  });

  it('of a team are not taken by who has handed over everything', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const { task } = await create(nuo, cas, { teamId: await team(nuo, 'Zorg', ann, bob) });
    await command(nuo, boss, 'handOverEverything', { from: refTo(bob), to: refTo(ann), onDay: '2026-09-01' });
    expect(await take(nuo, bob, task.id)).toMatchObject({ __typename: 'ColleagueNotActive' });
    expect(await take(nuo, ann, task.id)).toMatchObject({ __typename: 'TaskTaken' });
  });

  it('go to the coordinator from the day on which someone is gone', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const leave = (leavesOn: string | null, expectedVersion: number) =>
      command(nuo, boss, 'changeColleague', { colleague: refTo(bob), leavesOn, expectedVersion });
    await leave('2026-08-04', 1);
    expect(await create(nuo, ann, { assignee: refTo(bob) })).toMatchObject({ redirected: null });
    expect(await leave('2026-08-03', 1)).toMatchObject({ __typename: 'ColleagueVersionConflict' });
    await leave('2026-08-03', 2);
    expect(await create(nuo, ann, { assignee: refTo(bob) })).toMatchObject({ redirected: 'COORDINATOR', task: { assignee: null } });
    await leave(null, 3);
    expect(await create(nuo, ann, { assignee: refTo(bob) })).toMatchObject({ redirected: null });
  });

  it('page by the day on which they are due, each once', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    for (const day of ['12', '10', '11', '10', '10']) await create(nuo, ann, { assignee: refTo(ann), dueOn: `2026-08-${day}`, employerId });
    await create(nuo, ann, { assignee: refTo(ann), dueOn: '2026-08-13' });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query =
        'query ($after: String, $e: ID) { myTasks(first: 2, after: $after, filter: { employerId: $e, dueUntil: "2026-08-12" }) { nodes { id dueOn } pageInfo { hasNextPage endCursor } } }';
      const { data }: { data: { myTasks: { nodes: { dueOn: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } = await nuo.ask(ann, query, {
        after,
        e: employerId,
      });
      seen.push(...data.myTasks.nodes.map(({ dueOn }) => dueOn.slice(8)));
      after = data.myTasks.pageInfo.hasNextPage ? data.myTasks.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['10', '10', '10', '11', '12']);
    const { data } = await nuo.ask(
      ann,
      `{ employer(id: "${employerId}") { tasks(first: 3) { nodes { id } pageInfo { hasNextPage } } done: tasks(status: DONE) { nodes { id } } } }`,
    );
    expect([data.employer.tasks.nodes.length, data.employer.tasks.pageInfo.hasNextPage, data.employer.done.nodes]).toEqual([3, true, []]);
  });

  it('remind from their instant on', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    for (const remindAt of ['2026-08-03T10:00:00Z', '2026-08-03T10:00:00.001Z', '2026-08-02T23:00:00+02:00', null])
      await create(nuo, bob, { assignee: refTo(ann), remindAt });
    const { data } = await nuo.ask(ann, '{ dueReminders { nodes { remindAt } } }');
    expect(data.dueReminders.nodes).toEqual([{ remindAt: '2026-08-02T21:00:00.000Z' }, { remindAt: '2026-08-03T10:00:00.000Z' }]);
  });
});
