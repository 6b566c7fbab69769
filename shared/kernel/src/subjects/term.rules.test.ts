import { describe, expect, it } from 'vitest';
import { addDays, localDay } from '../scalars/day.ts';
import { keepUntil, lastStart, parseTerm, startOfDay, type Term } from './term.rules.ts';

const term = (text: string): Term => parseTerm(text) as Term;

describe('a term', () => {
  it.each([
    ['P10Y', { months: 120, days: 0 }],
    ['P6M', { months: 6, days: 0 }],
    ['P1Y6M', { months: 18, days: 0 }],
    ['P42D', { months: 0, days: 42 }],
    ['P', null],
    ['10Y', null],
    ['PT5H', null],
    ['', null],
  ])('reads %s as %j', (text, read) => {
    expect(parseTerm(text)).toEqual(read);
  });

  it.each([
    ['2016-11-23', 'P10Y', '2026-11-23'],
    ['2016-02-29', 'P10Y', '2026-02-28'],
    ['2016-02-29', 'P8Y', '2024-02-29'],
    ['2026-08-31', 'P6M', '2027-02-28'],
    ['2026-12-31', 'P42D', '2027-02-11'],
  ])('keeps what starts on %s for %s until %s', (start, text, until) => {
    expect(keepUntil(start, term(text))).toBe(until);
  });

  it.each(['P10Y', 'P1Y6M', 'P6M', 'P1M', 'P42D', 'P7D'])('of %s lets go the day after its last day, never before, on every day of four years', (text) => {
    for (let today = '2024-01-01'; today < '2028-01-01'; today = addDays(today, 1)) {
      const last = lastStart(today, term(text));
      expect(keepUntil(last, term(text)) < today, `${today} ${last}`).toBe(true);
      expect(keepUntil(addDays(last, 1), term(text)) >= today, `${today} ${last}`).toBe(true);
    }
  });

  it.each(['2026-01-01', '2026-03-29', '2026-03-30', '2026-07-01', '2026-10-25', '2026-10-26'])('starts %s at midnight in the Netherlands', (day) => {
    const start = startOfDay(day);
    expect([localDay(start), localDay(new Date(start.getTime() - 1))]).toEqual([day, addDays(day, -1)]);
  });
});
