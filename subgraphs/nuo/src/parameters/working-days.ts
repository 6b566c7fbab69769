import { addDays, ParameterMissing, parameterOn, type ReadTx, valueOnDay } from '@werkplein/kernel';
import type { NuoParameter, NuoParameterCode } from './nuo-parameter.rules.ts';
import { allNuoParameters } from './nuo-parameter.store.ts';

const WEEK = 7;
/** 1970-01-01 was a Thursday: 0 is Monday. */
const weekday = (day: string): number => (Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 3) % WEEK;
const SATURDAY = 5;

const yearOf = (day: string): string => day.slice(0, day.indexOf('-'));

/** Monday to Friday, and no public holiday by the dated rows. Of a year of which none is known nothing is assumed: `ParameterMissing`. */
export const isWorkingDay = (day: string, rows: readonly NuoParameter[]): boolean => {
  if (weekday(day) >= SATURDAY) return false;
  if (!rows.some(({ code, validFrom }) => code === 'PUBLIC_HOLIDAY' && yearOf(validFrom) === yearOf(day))) throw new ParameterMissing('PUBLIC_HOLIDAY', day);
  return (parameterOn(rows, 'PUBLIC_HOLIDAY', day)?.value ?? 0) === 0;
};

/** The `count`th working day after `day`, which itself counts for none. */
export const addWorkingDays = (day: string, count: number, rows: readonly NuoParameter[]): string => {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last, rows)) left -= 1;
  }
  return last;
};

/** The last day of a term in working days that starts on `day`. Throws `ParameterMissing`. */
export const lastDayOfWorkingTerm = async (tx: ReadTx, code: NuoParameterCode, day: string): Promise<string> => {
  const rows = await allNuoParameters(tx);
  return addWorkingDays(day, valueOnDay(rows, code, day), rows);
};
