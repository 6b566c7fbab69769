import { addDays, addMonthsClipped, localDay } from '../scalars/day.ts';

// A term of the selection list, as ISO 8601 writes it: `P10Y`, `P6M`, `P42D`.

export interface Term {
  months: number;
  days: number;
}

const form = /^P(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})D)?$/;

/** Null when it is no term: what cannot be read removes nothing. */
export const parseTerm = (text: string): Term | null => {
  const found = form.exec(text);
  if (!found || text === 'P') return null;
  const [years, months, days] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  return { months: years * 12 + months, days };
};

/** The last day on which something must be kept; it may go the day after. */
export const keepUntil = (start: string, { months, days }: Term): string => addDays(addMonthsClipped(start, months), days);

/** The last start whose term is over today: what started on this day or before may go. */
export const lastStart = (today: string, term: Term): string => {
  let start = addMonthsClipped(addDays(today, -term.days), -term.months);
  while (keepUntil(start, term) >= today) start = addDays(start, -1);
  return start;
};

const HOUR = 3_600_000;

/** The instant at which this day begins in the Netherlands, one or two hours before it does in UTC. */
export const startOfDay = (day: string): Date => {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const winter = new Date(utc - HOUR);
  const summer = new Date(utc - 2 * HOUR);
  return localDay(summer) === day ? summer : winter;
};
