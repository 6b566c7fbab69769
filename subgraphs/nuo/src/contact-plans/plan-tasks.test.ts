import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Employer } from '../employers/employer.entity.ts';
import { Task } from '../tasks/task.entity.ts';
import { command, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';

const [ann, bob, boss, carl] = ['nuo.accountmanager', 'wierden.accountmanager', 'nuo.coordinator', 'almelo.accountmanager'] as const;
const employerId = idOf('employer', 0);
const wanted = { employerId, purpose: 'VACANCY', steering: 'AANBODGESTUURD', channel: 'VISIT', window: { from: '2026-08-10', until: '2026-08-14' } };
const shown = '... on ContactPlanned { alreadyPlanned contactPlan { id } }';
const plan = (nuo: TestNuo, user: string, more: object = {}) => command(nuo, user, 'planContact', { ...wanted, ...more }, shown);
const tasksOf = async (nuo: TestNuo, user: string): Promise<{ title: string }[]> =>
  (await nuo.ask(user, '{ myTasks { nodes { title dueOn employer { id } } } }')).data.myTasks.nodes;
const started = (dialect: (typeof dialects)[number]) => nuoForTest(dialect, { ...testDemo(1), colleagues: people(ann, bob, boss, carl) });

describe.each(dialects)('a claim at a key account on %s', (dialect) => {
  it('by somebody outside the team tells its owner, once; by the team it tells nobody', async () => {
    const nuo = await started(dialect);
    await nuo.db.write((tx) => tx.em.update(Employer, { id: employerId }, { keyAccount: true }));
    await command(nuo, boss, 'assignAccountOwner', { employerId, owner: refTo(ann) });
    expect((await plan(nuo, bob)).__typename).toBe('ContactNeedsReason');
    expect(await tasksOf(nuo, ann)).toEqual([]);
    const confirmed = { confirm: true, reason: 'Spoed', requestId: 'claim-at-key-account' };
    expect(await plan(nuo, bob, confirmed)).toMatchObject({ alreadyPlanned: false });
    expect(await plan(nuo, bob, confirmed)).toMatchObject({ alreadyPlanned: false });
    expect(await plan(nuo, bob, { ...confirmed, requestId: 'claim-once-more' })).toMatchObject({ alreadyPlanned: true });
    expect(await tasksOf(nuo, ann)).toEqual([
      {
        title: 'Demo accountmanager Wierden (Wierden) wil op 10 augustus 2026 contact met Bedrijf 0000 B.V.',
        dueOn: '2026-08-10',
        employer: { id: employerId },
      },
    ]);
    await plan(nuo, ann, { purpose: 'RELATION', contactPersonId: idOf('person', 0) });
    expect(await nuo.db.read.em.count(Task)).toBe(1);
  });
});

describe.each(dialects)('asking for a plan on %s', (dialect) => {
  const ask = (nuo: TestNuo, user: string, contactPlanId: string) =>
    command(
      nuo,
      user,
      'askContactPlanHandOver',
      { contactPlanId },
      '... on ContactPlanHandOverAsked { contactPlan { owner { id } } } ... on ContactPlanEnded { contactPlan { status } }',
    );

  it('is a task for its holder, once for each who asks, and done when the holder offers it', async () => {
    const nuo = await started(dialect);
    const contactPlanId: string = (await plan(nuo, ann)).contactPlan.id;
    const answers = await Promise.all([bob, bob, carl].map((user) => ask(nuo, user, contactPlanId)));
    expect(answers.map(({ __typename }) => __typename)).toEqual(['ContactPlanHandOverAsked', 'ContactPlanHandOverAsked', 'ContactPlanHandOverAsked']);
    const title = (name: string, of: string) =>
      `Demo accountmanager ${name} (${of}) vraagt uw contact met Bedrijf 0000 B.V. van 10 augustus 2026 over te nemen`;
    expect((await tasksOf(nuo, ann)).map((task) => task.title).toSorted()).toEqual([title('Almelo', 'Almelo'), title('Wierden', 'Wierden')]);
    await command(nuo, ann, 'offerContactPlanHandOver', { contactPlanId, name: 'Bob', ...refTo(bob), expectedVersion: 1 });
    expect((await tasksOf(nuo, ann)).map((task) => task.title)).toEqual([title('Almelo', 'Almelo')]);
    expect(await ask(nuo, bob, contactPlanId)).toMatchObject({ __typename: 'ContactPlanAlreadyYours' });
  });

  it('is refused for one’s own, an ended and an unknown plan', async () => {
    const nuo = await started(dialect);
    const contactPlanId: string = (await plan(nuo, ann)).contactPlan.id;
    expect(await ask(nuo, ann, contactPlanId)).toMatchObject({ __typename: 'ContactPlanAlreadyYours' });
    await command(nuo, ann, 'cancelContactPlan', { contactPlanId, expectedVersion: 1 });
    expect(await ask(nuo, bob, contactPlanId)).toMatchObject({ __typename: 'ContactPlanEnded', contactPlan: { status: 'CANCELLED' } });
    expect(await ask(nuo, bob, idOf('employer', 7))).toMatchObject({ code: 'BAD_INPUT', paths: ['contactPlanId'] });
    expect(await nuo.db.read.em.count(Task)).toBe(0);
  });
});
