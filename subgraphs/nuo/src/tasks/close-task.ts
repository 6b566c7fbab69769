import { type RequestContext, runCommand } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { demandTask } from './save-task.ts';
import { Task } from './task.entity.ts';
import type { CloseTaskInput, TaskAlreadyClosed, TaskClosed, TaskVersionConflict } from './task.types.ts';

type Answer = TaskClosed | TaskVersionConflict | TaskAlreadyClosed;

const close =
  (command: string, as: 'DONE' | 'CANCELLED', event: 'TaskCompleted' | 'TaskCancelled') =>
  (ctx: RequestContext, input: CloseTaskInput): Promise<Answer> =>
    runCommand<Answer>(ctx, command, input, async (tx) => {
      const { id, status, employerAliasId } = await demandTask(tx, input.taskId);
      const answer = (__typename: Answer['__typename']) => ({ answer: { __typename, taskId: id } as Answer, subjectIds: [id] });
      if (status !== 'OPEN') return answer('TaskAlreadyClosed');
      const version = input.expectedVersion;
      const { affected } = await tx.em.update(Task, { id, version, status: 'OPEN' }, { status: as, closedAt: ctx.clock(), version: version + 1 });
      if (affected === 1 && employerAliasId !== null) await publish(tx, ctx, event, id, employerAliasId);
      return answer(affected === 1 ? 'TaskClosed' : 'TaskVersionConflict');
    });

export const completeTask = close('TaskComplete', 'DONE', 'TaskCompleted');
export const cancelTask = close('TaskCancel', 'CANCELLED', 'TaskCancelled');
