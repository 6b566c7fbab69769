import { fault, localDay, type RequestContext, runCommand, scopeOf } from '@werkplein/kernel';
import { IsNull } from 'typeorm';
import { takesWork } from '../colleagues/colleague.rules.ts';
import { colleagueId, lockColleague } from '../colleagues/colleague.store.ts';
import type { ColleagueNotActive } from '../colleagues/colleague.types.ts';
import { isMember } from '../colleagues/team.store.ts';
import { demandTask } from './save-task.ts';
import { Task } from './task.entity.ts';
import { divideTasks } from './task.policy.ts';
import type { TakeTaskInput, TaskAlreadyClosed, TaskTaken, TaskTakenByOther } from './task.types.ts';

type Answer = TaskTaken | TaskTakenByOther | TaskAlreadyClosed | ColleagueNotActive;

/** A member takes a task of the team, the coordinator one that nobody has; of two at once the database lets one have it. */
export const takeTask = (ctx: RequestContext, input: TakeTaskInput): Promise<Answer> =>
  runCommand<Answer>(ctx, 'TaskTake', input, async (tx) => {
    const me = colleagueId(ctx.principal);
    const { id, teamId } = await demandTask(tx, input.taskId);
    const mine = teamId === null ? scopeOf(ctx.principal, divideTasks) !== null : await isMember(tx, teamId, me);
    const self = await lockColleague(tx, me, 'read');
    if (!self || !takesWork(self, localDay(ctx.clock()))) return { answer: { __typename: 'ColleagueNotActive', colleagueId: me }, subjectIds: [id] };
    if (!mine) throw fault('FORBIDDEN');
    const claim = { colleagueId: me, version: () => 'version + 1' };
    const { affected } = await tx.em.update(Task, { id, status: 'OPEN', colleagueId: IsNull() }, claim);
    const now = await demandTask(tx, id);
    const typename =
      affected === 1 || (now.status === 'OPEN' && now.colleagueId === me) ? 'TaskTaken' : now.status === 'OPEN' ? 'TaskTakenByOther' : 'TaskAlreadyClosed';
    return { answer: { __typename: typename, taskId: id }, subjectIds: [id] };
  });
