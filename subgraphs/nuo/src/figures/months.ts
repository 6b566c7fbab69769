import { monthText } from '@werkplein/kernel';
import type { CountedFact, Span } from '@werkplein/indicators';
import { firstDayOf, lastDayOf, monthOf, nextMonth } from '../hours/month.rules.ts';

/** Months of which every day lies in these days. */
export const wholeMonths = (from: string, until: string): string[] => {
  const months: string[] = [];
  for (let month = monthOf(from); lastDayOf(month) <= until; month = nextMonth(month)) if (firstDayOf(month) >= from) months.push(month);
  return months;
};

/** That months are open, for people; those that follow each other together: `januari 2026 tot en met maart 2026 zijn nog niet afgesloten`. In order. */
export const openInWords = (months: readonly string[]): string[] => {
  const runs: string[][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && nextMonth(last.at(-1) as string) === month) last.push(month);
    else runs.push([month]);
  }
  return runs.map((run) => {
    const [first = '', last = ''] = [run[0], run.at(-1)].map((month) => monthText(month as string));
    return run.length === 1 ? `${first} is nog niet afgesloten` : `${first} tot en met ${last} zijn nog niet afgesloten`;
  });
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
