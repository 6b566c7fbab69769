import { addDays, addMonthsClipped, InvalidValue, type Period } from '@werkplein/kernel';

/** A month of the books, `YYYY-MM`; months compare as text. */
export const parseMonth = (value: unknown): string => {
  if (typeof value !== 'string' || !/^[1-9][0-9]{3}-(0[1-9]|1[0-2])$/.test(value)) throw new InvalidValue('een maand, geschreven als JJJJ-MM');
  return value;
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

/** Whether the books of a month are closed. */
export const isClosed = (month: string, closedThrough: string | null): boolean => closedThrough !== null && month <= closedThrough;
