import { addDays, daysBetween } from '../scalars/day.ts';

const SATURDAY = 6;

export const isWorkingDay = (day: string, holidays: ReadonlySet<string>): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== SATURDAY && !holidays.has(day);
};

/** The last day of a term of so many working days that begins on the day after `day`; of none, the day itself. */
export const addWorkingDays = (day: string, count: number, holidays: ReadonlySet<string>): string => {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last, holidays)) left -= 1;
  }
  return last;
};

/** Working days after `from` until `to`, that one included; below zero when `to` is past: so many working days too late. */
export const workingDaysBetween = (from: string, to: string, holidays: ReadonlySet<string>): number => {
  if (to < from) return 0 - workingDaysBetween(to, from, holidays);
  const days = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1));
  return days.filter((day) => isWorkingDay(day, holidays)).length;
};
