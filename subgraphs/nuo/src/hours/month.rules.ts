import { addDays, addMonthsClipped, InvalidValue, parseDay, type Period } from '@werkplein/kernel';

/** A month of the books, `YYYY-MM`; months compare as text. */
export const parseMonth = (value: unknown): string => {
  try {
    return monthOf(parseDay(`${String(value)}-01`));
  } catch (error) {
    throw error instanceof InvalidValue ? new InvalidValue('een maand, geschreven als JJJJ-MM') : error;
  }
};

export const monthOf = (day: string): string => day.slice(0, '2026-01'.length);
export const firstDayOf = (month: string): string => `${month}-01`;
export const nextMonth = (month: string): string => monthOf(addMonthsClipped(firstDayOf(month), 1));
export const previousMonth = (month: string): string => monthOf(addDays(firstDayOf(month), -1));
export const lastDayOf = (month: string): string => addDays(firstDayOf(nextMonth(month)), -1);

/** The days of the month that a period has, both included, or null without any. */
export const daysInMonth = (month: string, { from, to }: Period): { from: string; until: string } | null => {
  const first = from > firstDayOf(month) ? from : firstDayOf(month);
  const last = to !== null && to < lastDayOf(month) ? to : lastDayOf(month);
  return first <= last ? { from: first, until: last } : null;
};

/** Months from the first to the last, both included. */
export const countMonths = (first: string, last: string): number => {
  const [from, until] = [first, last].map((month) => month.split('-').map(Number) as [number, number]) as [[number, number], [number, number]];
  return (until[0] - from[0]) * 12 + until[1] - from[1] + 1;
};

/** Whether the books of a month are closed. */
export const isClosed = (month: string, closedThrough: string | null): boolean => closedThrough !== null && month <= closedThrough;
