import type { RequestContext, WriteTx } from '@werkplein/kernel';
import { colleagueId } from '../colleagues/colleague.store.ts';
import { publish } from '../events/publish.ts';
import { Task } from './task.entity.ts';
import { type Holder, holderFor, type Wanted } from './task-holder.ts';

type Facts = Pick<Task, 'title' | 'dueOn' | 'remindAt'> & Partial<Pick<Task, 'contactMomentId' | 'contactPlanId'>>;
/** The employer, held, and the id under which it was named; null for a task about no employer. */
type About = { id: string; aliasId: string } | null;

/** Makes a task of the caller for whoever gets such work, and says so. */
export const insertTask = async (
  tx: WriteTx,
  ctx: RequestContext,
  about: About,
  facts: Facts,
  wanted: Wanted,
): Promise<{ id: string; redirected: Holder['redirected'] }> => {
  const { redirected, ...holder } = await holderFor(tx, ctx, about?.id ?? null, wanted);
  const id = ctx.newId();
  await tx.em.insert(Task, {
    contactMomentId: null,
    contactPlanId: null,
    ...facts,
    ...holder,
    id,
    employerAliasId: about?.aliasId ?? null,
    status: 'OPEN',
    createdById: colleagueId(ctx.principal),
    createdAt: ctx.clock(),
    closedAt: null,
    version: 1,
  });
  if (about) await publish(tx, ctx, 'TaskCreated', id, about.id);
  return { id, redirected };
};
