import type { CountedFact, Span } from '@werkplein/indicators';
import { firstDayOf, lastDayOf, monthOf, nextMonth } from '../hours/month.rules.ts';

/** Months of which every day lies in these days. */
export const wholeMonths = (from: string, until: string): string[] => {
  const months: string[] = [];
  for (let month = monthOf(from); lastDayOf(month) <= until; month = nextMonth(month)) if (firstDayOf(month) >= from) months.push(month);
  return months;
};

/** Last days of months that lie in these days. */
export const monthEnds = (from: string, until: string): string[] => {
  const days: string[] = [];
  for (let month = monthOf(from); lastDayOf(month) <= until; month = nextMonth(month)) days.push(lastDayOf(month));
  return days;
};

/** A month-end is no fact of anybody: as what a mean is divided by it is listed all the same. */
export const monthEndsCounted = (days: readonly string[], { knownAt }: Span): CountedFact[] =>
  days.map((day) => ({ id: day, kind: 'MONTH_END', ref: day, municipality: null, validFrom: day, validUntil: day, recordedAt: knownAt, contribution: 1 }));
