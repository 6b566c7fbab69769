import type { ReadTx, WriteTx } from '@werkplein/kernel';
import type { SelectQueryBuilder, UpdateQueryBuilder } from 'typeorm';
import type { OpenWork } from '../accounts/open-work.ts';
import { type ColleagueRef, colleagueId } from '../colleagues/colleague.store.ts';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { Task } from './task.entity.ts';

/** Open tasks of one person, those of these employers or all; columns without an alias, so that an update reads the same. */
const heldBy = <Q extends SelectQueryBuilder<Task> | UpdateQueryBuilder<Task>>(
  query: Q,
  tx: ReadTx,
  employee: ColleagueRef,
  employerIds: readonly string[] | null,
): Q => {
  query.where('colleagueId = :holder AND status = :open', { holder: colleagueId(employee), open: 'OPEN' });
  if (employerIds === null) return query;
  const aliases = tx.em.createQueryBuilder(EmployerAlias, 'a').select('a.id').where('a.employerId IN (:...employerIds)');
  query.andWhere(`employerAliasId IN (${aliases.getQuery()})`, { employerIds });
  return query;
};

const count = (tx: ReadTx, employee: ColleagueRef, employerIds: readonly string[] | null): SelectQueryBuilder<Task> =>
  heldBy(tx.em.createQueryBuilder(Task, 't'), tx, employee, employerIds);

const reminders: OpenWork['open'] = (tx, employee, employerIds) => count(tx, employee, employerIds).andWhere('remindAt IS NOT NULL').getCount();

export const openTasks: OpenWork = {
  name: 'tasks',
  open: (tx, employee, employerIds) => count(tx, employee, employerIds).getCount(),
  changes: async (tx, from, to, employerIds) =>
    (await count(tx, from, employerIds).getMany()).map((row) => ({ entity: Task, row, column: 'colleagueId', value: colleagueId(to) })),
  move: async (tx: WriteTx, from, to, employerIds) => {
    const update = tx.em
      .createQueryBuilder()
      .update(Task)
      .set({ colleagueId: colleagueId(to), version: () => 'version + 1' });
    return (await heldBy(update, tx, from, employerIds).execute()).affected ?? 0;
  },
};

/** A reminder is part of its task and goes along with it; it is counted apart because people ask for it. */
export const openReminders: OpenWork = { name: 'reminders', open: reminders, move: (tx, from, _to, employerIds) => reminders(tx, from, employerIds) };
