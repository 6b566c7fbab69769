import { addDays, InvalidValue } from '@werkplein/kernel';

/** A half-year of the statistics. */
export interface HalfYear {
  /** Year and half, `20261`. */
  code: string;
  first: string;
  last: string;
}

/** `jjjjh` of the model. */
export const parseHalfYear = (code: string): HalfYear => {
  if (!/^20[0-9]{2}[12]$/.test(code)) throw new InvalidValue('jaar en halfjaar, zoals 20261');
  const year = code.slice(0, 4);
  // The population is that of the last day of 2014: there is nothing to tell of what came before.
  if (year < '2015') throw new InvalidValue('een halfjaar vanaf 20151');
  return code.endsWith('1') ? { code, first: `${year}-01-01`, last: `${year}-06-30` } : { code, first: `${year}-07-01`, last: `${year}-12-31` };
};

/** Last day on which the delivery is in time. */
export const deliverBy = ({ last }: HalfYear, weeks: number): string => addDays(last, 7 * weeks);
