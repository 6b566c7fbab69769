import { addDays } from '@werkplein/kernel';
import ical, { ICalEventClass } from 'ical-generator';
import type { CalendarEntry } from './calendar-entries.ts';

const REFRESH_S = 900;
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

const times = ({ when }: CalendarEntry): { start: Date; end: Date; allDay: boolean } =>
  'at' in when
    ? { start: when.at, end: new Date(when.at.getTime() + when.minutes * 60_000), allDay: false }
    : { start: midnight(when.from), end: midnight(addDays(when.until, 1)), allDay: true };

/** The entries as iCalendar (RFC 5545). */
export const calendarText = (entries: readonly CalendarEntry[], stamp: Date): string => {
  const calendar = ical({ name: 'Werkplein', prodId: { company: 'Werkplein', product: 'Graph', language: 'NL' }, ttl: REFRESH_S });
  for (const entry of entries) {
    calendar.createEvent({
      ...times(entry),
      id: entry.id,
      stamp,
      summary: entry.employerName === null ? entry.purpose : `${entry.employerName}: ${entry.purpose}`,
      class: ICalEventClass.PRIVATE,
    });
  }
  return calendar.toString();
};
