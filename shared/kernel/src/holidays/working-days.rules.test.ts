import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, isWorkingDay, publicHolidayRows, workingDaysBetween } from '../index.ts';

const holidays = new Set(publicHolidayRows.map(({ day }) => day));

describe('a term of working days', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-12-24', 2, '2026-12-29'],
    ['2026-12-31', 1, '2027-01-04'],
    ['2027-04-23', 1, '2027-04-26'],
    ['2027-04-26', 1, '2027-04-28'],
    ['2025-04-25', 1, '2025-04-28'],
  ])('that begins after %s and has %d days ends on %s', (day, count, last) => {
    expect(addWorkingDays(day, count, holidays)).toBe(last);
  });

  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-27', '2026-11-30', 1],
    ['2026-11-30', '2026-11-27', -1],
    ['2026-12-24', '2027-01-04', 5],
    ['2026-11-28', '2026-11-29', 0],
  ])('between %s and %s there are %d', (from, to, days) => {
    expect(workingDaysBetween(from, to, holidays)).toBe(days);
  });

  it('ends on a working day, so many working days after its begin', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2025-06-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const last = addWorkingDays(from, count, holidays);
        expect([isWorkingDay(last, holidays), workingDaysBetween(from, last, holidays)]).toEqual([true, count]);
      }),
    );
  });

  it('knows nine holidays a year, each once', () => {
    const years = Map.groupBy(publicHolidayRows, ({ day }) => day.slice(0, 4));
    expect([...years.values()].map(({ length }) => length)).toEqual([9, 9, 9, 9, 9, 9, 9]);
    expect(holidays.size).toBe(publicHolidayRows.length);
  });
});
