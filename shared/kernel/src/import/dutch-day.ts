import { parseDay } from '../scalars/day.ts';

const dutchDay = /^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})$/;

/** `dd-mm-jjjj` or `jjjj-mm-dd`. */
export const parseDutchDay = (text: string): string => {
  const [, day, month, year] = dutchDay.exec(text.trim()) ?? [];
  return parseDay(day === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')}`);
};
