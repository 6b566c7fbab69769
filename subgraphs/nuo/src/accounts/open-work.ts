import type { ReadTx, WriteTx } from '@werkplein/kernel';
import type { ColleagueRef } from '../colleagues/colleague.store.ts';
import { openPlans } from '../contact-plans/contact-plan.work.ts';
import { openReminders, openTasks } from '../tasks/task.work.ts';

/** A kind of work that one person holds, and that goes along when an account or a whole desk is handed over. */
export interface OpenWork {
  readonly name: string;
  /** How much of it this person holds: at these employers, or at all. */
  open(tx: ReadTx, employee: ColleagueRef, employerIds: readonly string[] | null): Promise<number>;
  /** Gives what `open` counts to another; answers how much that was. Called under the lock on the employers. */
  move(tx: WriteTx, from: ColleagueRef, to: ColleagueRef, employerIds: readonly string[] | null): Promise<number>;
}

/** All kinds, in the order in which they move. */
export const openWork: readonly OpenWork[] = [openReminders, openTasks, openPlans];

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
