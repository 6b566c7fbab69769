import type { ReadTx, WriteTx } from '@werkplein/kernel';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColleagueRef } from '../colleagues/colleague.store.ts';
import { openPlans } from '../contact-plans/contact-plan.work.ts';
import { openReminders, openTasks } from '../tasks/task.work.ts';

/** A kind of work that one person holds, and that goes along when an account or a whole desk is handed over. */
export interface OpenWork {
  readonly name: string;
  /** How much of it this person holds: at these employers, or at all. */
  open(tx: ReadTx, employee: ColleagueRef, employerIds: readonly string[] | null): Promise<number>;
  /** Value by value what `move` makes of its rows; of a kind that is part of another: nothing. */
  changes?(tx: ReadTx, from: ColleagueRef, to: ColleagueRef, employerIds: readonly string[] | null): Promise<WorkChange[]>;
  /** Gives what `open` counts to another; answers how much that was. Called under the lock on the employers. */
  move(tx: WriteTx, from: ColleagueRef, to: ColleagueRef, employerIds: readonly string[] | null): Promise<number>;
}

/** One value that moving work changes. */
export interface WorkChange {
  entity: EntityTarget<ObjectLiteral & { id: string }>;
  row: ObjectLiteral & { id: string };
  column: string;
  value: unknown;
}

/** All kinds, in the order in which they move. */
export const openWork: readonly OpenWork[] = [openReminders, openTasks, openPlans];

/** Every value that `moveWork` would change now, for who must be able to give it back. */
export const workOf = async (tx: ReadTx, from: ColleagueRef, to: ColleagueRef, employerIds: readonly string[] | null): Promise<WorkChange[]> => {
  const changes: WorkChange[] = [];
  for (const { changes: of } of openWork) changes.push(...((await of?.(tx, from, to, employerIds)) ?? []));
  return changes;
};

export interface Moved {
  kind: string;
  count: number;
}

export const countWork = async (tx: ReadTx, employee: ColleagueRef): Promise<Moved[]> => {
  const counts: Moved[] = [];
  for (const { name, open } of openWork) counts.push({ kind: name, count: await open(tx, employee, null) });
  return counts;
};

export const moveWork = async (tx: WriteTx, from: ColleagueRef, to: ColleagueRef, employerIds: readonly string[] | null): Promise<Moved[]> => {
  const moved: Moved[] = [];
  for (const { name, move } of openWork) moved.push({ kind: name, count: await move(tx, from, to, employerIds) });
  return moved;
};
