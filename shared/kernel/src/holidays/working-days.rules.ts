import { type DatedParameter, ParameterMissing, parameterOn } from '../parameters/parameter.rules.ts';
import { addDays, daysBetween } from '../scalars/day.ts';

const HOLIDAY = 'PUBLIC_HOLIDAY';
const SATURDAY = 6;

const yearOf = (day: string): string => day.slice(0, day.indexOf('-'));

/** Whether the rows say that a day is a public holiday. A year after those of which any is known is not known (`ParameterMissing`); before them terms are long over. */
const isHoliday = (day: string, rows: readonly DatedParameter[]): boolean => {
  if (!rows.some(({ code, validFrom }) => code === HOLIDAY && yearOf(validFrom) >= yearOf(day))) throw new ParameterMissing(HOLIDAY, day);
  return (parameterOn(rows, HOLIDAY, day)?.value ?? 0) > 0;
};

/** Monday to Friday, and no public holiday by the dated rows. Throws `ParameterMissing`. */
export const isWorkingDay = (day: string, rows: readonly DatedParameter[]): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== SATURDAY && !isHoliday(day, rows);
};

/** The last day of a term of so many working days that begins on the day after `day`; of none, the day itself. */
export const addWorkingDays = (day: string, count: number, rows: readonly DatedParameter[]): string => {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last, rows)) left -= 1;
  }
  return last;
};

/** Working days after `from` until `to`, that one included; below zero when `to` is past: so many working days too late. */
export const workingDaysBetween = (from: string, to: string, rows: readonly DatedParameter[]): number => {
  if (to < from) return 0 - workingDaysBetween(to, from, rows);
  const days = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1));
  return days.filter((day) => isWorkingDay(day, rows)).length;
};
