import { addDays } from '../ui/dates.ts';

export type Unit = 'WEEK' | 'DAY';

const WEEK = 7;
/** How much of time one board shows. */
const SHOWN: Record<Unit, number> = { WEEK: 6 * WEEK, DAY: WEEK };

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Monday of the week of a day. */
export const mondayOf = (date: string): string => addDays(date, -((utc(date).getUTCDay() + WEEK - 1) % WEEK));

/** Number of the week by ISO 8601: that of its Thursday. */
export const weekNumber = (date: string): number => {
  const thursday = utc(addDays(mondayOf(date), 3));
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (WEEK * 86_400_000));
};

const isDay = (value: string | null): value is string => value !== null && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(utc(value).getTime());

export interface BoardPeriod {
  from: string;
  until: string;
  earlier: string;
  later: string;
}

/** The days of a board that begins in the week of `asked`, or of today. */
export const boardPeriod = (asked: string | null, unit: Unit, today: string): BoardPeriod => {
  const from = mondayOf(isDay(asked) ? asked : today);
  const days = SHOWN[unit];
  return { from, until: addDays(from, days - 1), earlier: addDays(from, -days), later: addDays(from, days) };
};
