import { MoreThanOrEqual } from 'typeorm';
import type { CalendarEntriesOf } from '../calendar/calendar-entries.ts';
import { employerNames, ENTRIES_MAX } from '../calendar/employer-names.ts';
import { colleagueId } from '../colleagues/colleague.store.ts';
import { Task } from './task.entity.ts';

/** Open tasks on the day on which they are due; what has to be done is read here, because a title is free text. */
export const dueTasks: CalendarEntriesOf = async (tx, employee, from) => {
  const where = { colleagueId: colleagueId(employee), status: 'OPEN', dueOn: MoreThanOrEqual(from) };
  const tasks = await tx.em.find(Task, { where, order: { dueOn: 'ASC', id: 'ASC' }, take: ENTRIES_MAX });
  const names = await employerNames(
    tx,
    tasks.map(({ employerAliasId }) => employerAliasId),
  );
  return tasks.map(({ id, employerAliasId, dueOn }) => ({
    id,
    employerName: names.get(employerAliasId ?? '') ?? null,
    purpose: 'Taak',
    when: { from: dueOn, until: dueOn },
  }));
};
