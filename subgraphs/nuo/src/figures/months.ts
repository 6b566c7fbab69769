import type { CountedFact, Span } from '@werkplein/indicators';
import { firstDayOf, lastDayOf, monthOf, nextMonth } from '../hours/month.rules.ts';

/** Months of which every day lies in these days. */
export const wholeMonths = (from: string, until: string): string[] => {
  const months: string[] = [];
  for (let month = monthOf(from); lastDayOf(month) <= until; month = nextMonth(month)) if (firstDayOf(month) >= from) months.push(month);
  return months;
};

/** Months in words, those that follow each other together: `maanden 2026-01 t/m 2026-03`, `maand 2026-05`. In order. */
export const inWords = (months: readonly string[]): string[] => {
  const runs: string[][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && nextMonth(last.at(-1) as string) === month) last.push(month);
    else runs.push([month]);
  }
  return runs.map((run) => (run.length === 1 ? `maand ${run[0]}` : `maanden ${run[0]} t/m ${run.at(-1)}`));
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
