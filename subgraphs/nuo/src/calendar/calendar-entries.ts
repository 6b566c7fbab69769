import type { ReadTx } from '@werkplein/kernel';
import { plannedContacts } from '../contact-plans/contact-plan.calendar.ts';
import { dueTasks } from '../tasks/task.calendar.ts';
import type { CalendarFeed } from './calendar-feed.entity.ts';

/** Something that an employee has planned. It leaves our systems: no name of a person, no free text. */
export interface CalendarEntry {
  id: string;
  /** Null when it is about no employer. */
  employerName: string | null;
  purpose: string;
  /** Whole days, both included, or a moment and its length. */
  when: { from: string; until: string } | { at: Date; minutes: number };
}

/** What an employee has planned from a day on, as it stands now. */
export type CalendarEntriesOf = (tx: ReadTx, employee: Pick<CalendarFeed, 'employeeId' | 'organisation'>, from: string, now: Date) => Promise<CalendarEntry[]>;

/** Everything that plans adds its entries here. */
export const calendarSources: readonly CalendarEntriesOf[] = [plannedContacts, dueTasks];
