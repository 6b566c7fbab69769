import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { ContactPlan } from '../contact-plans/contact-plan.entity.ts';
import { Task } from '../tasks/task.entity.ts';
import { command, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { Account, AccountHandOver, AccountOwner } from './account.entity.ts';

const [ann, bob, boss, carl] = ['nuo.accountmanager', 'wierden.accountmanager', 'nuo.coordinator', 'almelo.accountmanager'] as const;
const [gone, stays] = [idOf('employer', 0), idOf('employer', 1)];
const started = (dialect: (typeof dialects)[number]): Promise<TestNuo> => nuoForTest(dialect, { ...testDemo(2), colleagues: people(ann, bob, boss, carl) });
const assign = async (nuo: TestNuo, employerId: string, owner: string, more: object = {}): Promise<string> =>
  (await command(nuo, boss, 'assignAccountOwner', { employerId, owner: refTo(owner), ...more }, '... on AccountOwnerAssigned { account { id } }')).account.id;
const merge = (nuo: TestNuo, more: object = {}) => {
  const input = { survivorId: stays, vanishingId: gone, survivorVersion: 1, vanishingVersion: 1, ...more };
  return command(nuo, boss, 'mergeEmployers', input, '... on EmployersMerged { mergeId warnings } ... on MergePreview { toChoose { subject message } }');
};
const keep = (side: 'SURVIVOR' | 'VANISHING') => ({ choices: [{ subject: 'account', keep: side }] });
const shown = async (nuo: TestNuo, id = gone) =>
  (await nuo.ask(boss, `{ employer(id: "${id}") { accounts { id owner { name } owners { startsOn endsOn } } } }`)).data.employer.accounts;
const stored = async ({ db }: TestNuo) => {
  const { em } = db.read;
  const terms = await em.find(AccountOwner, { order: { id: 'ASC' } });
  const plans = await em.find(ContactPlan, { order: { id: 'ASC' } });
  return {
    accounts: (await em.find(Account, { order: { id: 'ASC' } })).map((row) => ({ ...row, version: 0 })),
    terms,
    offers: await em.find(AccountHandOver, { order: { id: 'ASC' } }),
    tasks: (await em.find(Task, { order: { id: 'ASC' } })).map(({ id, colleagueId }) => [id, colleagueId]),
    plans: plans.map(({ id, ownerId, ownerName, ownerOrganisation, offeredTo }) => [id, ownerId, ownerName, ownerOrganisation, offeredTo]),
  };
};
const work = async (nuo: TestNuo): Promise<void> => {
  await command(nuo, ann, 'createTask', { employerId: gone, title: 'Terugbellen', dueOn: '2026-08-10' });
  const plan = { purpose: 'VACANCY', steering: 'AANBODGESTUURD', channel: 'VISIT', window: { from: '2026-08-10', until: '2026-08-12' } };
  await command(nuo, ann, 'planContact', { employerId: gone, ...plan });
  await command(nuo, bob, 'planContact', { employerId: stays, ...plan });
};

describe.each(dialects)('two accounts at a merge on %s', (dialect) => {
  it('wait for a choice when they have two owners', async () => {
    const nuo = await started(dialect);
    await assign(nuo, gone, ann);
    await assign(nuo, stays, bob, { startsOn: '2026-09-01' });
    expect((await merge(nuo, { dryRun: true })).toChoose).toEqual([
      {
        subject: 'account',
        message:
          'Beide hebben een accounthouder: Demo accountmanager Wierden bij de werkgever die blijft, Demo accountmanager NUO bij de andere. Kies wiens account blijft.',
      },
    ]);
    expect(await merge(nuo)).toMatchObject({ code: 'BAD_INPUT', paths: ['choices.account'] });
    expect(await nuo.db.read.em.countBy(Account, { employerAliasId: gone })).toBe(1);
  });

  it.each([
    ['SURVIVOR', bob, 'Demo accountmanager Wierden', 'Demo accountmanager NUO'],
    ['VANISHING', ann, 'Demo accountmanager NUO', 'Demo accountmanager Wierden'],
  ] as const)('become that of the %s, with the open work of both, and two again when it is undone', async (side, user, owner, other) => {
    const nuo = await started(dialect);
    const lost = { SURVIVOR: await assign(nuo, gone, ann), VANISHING: await assign(nuo, stays, bob) }[side];
    await work(nuo);
    await command(nuo, boss, 'offerAccount', { accountId: lost, to: refTo(carl) });
    const before = await stored(nuo);
    const { mergeId, warnings } = await merge(nuo, keep(side));
    expect(warnings).toEqual([`${other} is hier geen accounthouder meer; open werk ging naar ${owner}.`]);
    expect(await shown(nuo)).toMatchObject([{ owner: { name: owner } }]);
    expect((await stored(nuo)).terms.filter(({ openFor }) => openFor !== null)).toHaveLength(1);
    expect(new Set((await stored(nuo)).plans.map(([, id]) => id))).toEqual(new Set([refTo(user).employeeId]));
    expect((await stored(nuo)).offers).toMatchObject([{ status: 'WITHDRAWN', openFor: null }]);
    // The id of the account that went answers for the one that stayed.
    expect(await command(nuo, boss, 'closeAccount', { accountId: lost, closed: true, expectedVersion: 1 })).toMatchObject({ __typename: 'AccountSaved' });
    expect(await shown(nuo, stays)).toMatchObject([{ owner: { name: owner } }]);
    const undone = await command(nuo, boss, 'undoMerge', { mergeId }, '... on MergeUndone { changedSince }');
    expect(undone).toMatchObject({ changedSince: [] });
    const after = await stored(nuo);
    expect({ ...after, accounts: after.accounts.map((row) => ({ ...row, closed: false })) }).toEqual(before);
    expect([await shown(nuo, gone), await shown(nuo, stays)]).toMatchObject([
      [{ owner: { name: 'Demo accountmanager NUO' } }],
      [{ owner: { name: 'Demo accountmanager Wierden' } }],
    ]);
  });

  it('need no choice when one has no owner, or both the same', async () => {
    const nuo = await started(dialect);
    await assign(nuo, gone, ann);
    const empty = await assign(nuo, stays, bob);
    await command(nuo, boss, 'assignAccountOwner', { employerId: stays, owner: null, expectedVersion: 1 });
    expect(await merge(nuo, { dryRun: true })).toMatchObject({ toChoose: [] });
    await merge(nuo);
    expect(await shown(nuo)).toMatchObject([{ owner: { name: 'Demo accountmanager NUO' } }]);
    expect((await shown(nuo))[0].id).not.toBe(empty);
    const same = await started(dialect);
    await assign(same, gone, ann);
    await assign(same, stays, ann);
    await work(same);
    expect(await merge(same)).toMatchObject({ __typename: 'EmployersMerged' });
    expect(await shown(same)).toHaveLength(1);
  });

  it('keep what changed hands since, and undoing says so', async () => {
    const nuo = await started(dialect);
    await assign(nuo, gone, ann);
    await assign(nuo, stays, bob);
    await work(nuo);
    const { mergeId } = await merge(nuo, keep('SURVIVOR'));
    const [task] = await nuo.db.read.em.find(Task);
    const again = { taskId: task?.id, title: 'Terugbellen', dueOn: '2026-08-10', assignee: refTo(carl), expectedVersion: 2 };
    expect(await command(nuo, boss, 'changeTask', again)).toMatchObject({ __typename: 'TaskSaved' });
    const undone = await command(nuo, boss, 'undoMerge', { mergeId }, '... on MergeUndone { changedSince }');
    expect(undone.changedSince).toEqual(['task.colleagueId']);
  });
});
