import { InvalidValue, matching } from './invalid-value.ts';

const expected = 'een bestaande datum, geschreven als JJJJ-MM-DD';
/** Years from 1000: the range of DATE in MariaDB and MySQL. */
const pattern = /^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$/;

const utc = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
const dayOf = (date: Date): string => parseDay(Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, -14));

/** A calendar day without time or zone, `YYYY-MM-DD`; days compare as text. */
export const parseDay = (value: unknown): string => {
  const day = matching(value, pattern, expected);
  const date = utc(day);
  // JavaScript rolls 29 February of a common year over to 1 March.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) throw new InvalidValue(expected);
  return day;
};

// Made once: making a formatter costs far more than using it.
const amsterdam = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Amsterdam',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in the Netherlands at this instant. */
export const localDay = (instant: Date): string => {
  const parts = Object.fromEntries(amsterdam.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
};

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** A day in a text for people: `28 november 2026`. */
export const dayText = (day: string): string => {
  const [year, month, date] = parseDay(day).split('-').map(Number) as [number, number, number];
  return `${date} ${months[month - 1]} ${year}`;
};

/** A month (`2026-11`) in a text for people: `november 2026`. */
export const monthText = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return `${months[number - 1]} ${year}`;
};

/** The instant at which this day begins in the Netherlands; clocks change at 02:00 or 03:00, never at midnight. */
export const startOfLocalDay = (day: string): Date => {
  const summer = new Date(`${parseDay(day)}T00:00:00+02:00`);
  return localDay(summer) === day ? summer : new Date(`${day}T00:00:00+01:00`);
};

export const addDays = (day: string, days: number): string => {
  const date = utc(parseDay(day));
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
};

/** Days from `a` to `b`: 0 when equal, negative when `b` is earlier. */
export const daysBetween = (a: string, b: string): number => (utc(parseDay(b)).getTime() - utc(parseDay(a)).getTime()) / 86_400_000;

/** The instant at which this day begins in the Netherlands. */
export const startOfDay = (day: string): Date => {
  const summer = new Date(`${parseDay(day)}T00:00:00+02:00`);
  return localDay(summer) === day ? summer : new Date(`${day}T00:00:00+01:00`);
};

/** The same day of a later (or earlier) month, or that month's last day when it is shorter. */
export const addMonthsClipped = (day: string, months: number): string => {
  const date = utc(parseDay(day));
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return dayOf(date);
};

const MONTHS_OF_YEAR = 12;

/** The same day so many years later, or the last of February for the 29th: a birthday. */
export const addYears = (day: string, years: number): string => addMonthsClipped(day, years * MONTHS_OF_YEAR);

/** Last day of a term "at most `months` months" that starts on `start`, both days included. */
export const lastDayOfTerm = (start: string, months: number): string => addDays(addMonthsClipped(start, months), -1);

/** Both ends included; `to: null` has no end. */
export interface Period {
  from: string;
  to: string | null;
}

export const periodsOverlap = (a: Period, b: Period): boolean => (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
