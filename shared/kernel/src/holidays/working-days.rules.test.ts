import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, isWorkingDay, publicHolidayRows, workingDaysBetween } from '../index.ts';

const holidays = publicHolidayRows;

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
});

it.each([
  ['2026-08-03', true, 'a Monday'],
  ['2026-08-07', true, 'a Friday'],
  ['2026-08-08', false, 'a Saturday'],
  ['2026-08-09', false, 'a Sunday'],
  ['2026-04-06', false, 'Easter Monday'],
  ['2026-12-25', false, 'Christmas on a Friday'],
  ['2027-01-01', false, 'New Year on a Friday'],
  ['2026-04-03', false, 'Good Friday'],
  ['2026-05-14', false, 'Ascension'],
  ['2026-05-25', false, 'Whit Monday'],
  ['2026-05-05', false, 'Liberation day'],
  ['2027-04-27', false, 'King’s day on a Tuesday'],
  ['2031-04-28', true, 'the Monday after King’s day, which was moved to Saturday'],
])('%s is a working day: %s (%s)', (day, expected) => {
  expect(isWorkingDay(day, publicHolidayRows)).toBe(expected);
});

it.each([
  ['2026-08-03', 0, '2026-08-03'],
  ['2026-08-03', 3, '2026-08-06'],
  ['2026-08-06', 3, '2026-08-11'],
  ['2026-08-08', 1, '2026-08-10'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-12-23', 5, '2026-12-31'],
  ['2026-04-02', 1, '2026-04-07'],
  ['2026-12-30', 3, '2027-01-05'],
  ['2031-04-25', 1, '2031-04-28'],
  ['2026-04-24', 1, '2026-04-28'],
])('%s and %i working days are %s', (day, count, last) => {
  expect(addWorkingDays(day, count, publicHolidayRows)).toBe(last);
});

it('a later set makes a day a working day after all', () => {
  const easter = publicHolidayRows.find(({ validFrom }) => validFrom === '2026-04-03');
  expect(easter && isWorkingDay('2026-04-03', [...publicHolidayRows, { ...easter, value: 0, version: '2027-01' }])).toBe(true);
});

it('a year after those that are known is not known, rather than without; before them only weekends count', () => {
  expect(() => addWorkingDays('2035-12-31', 1, publicHolidayRows)).toThrow('No parameter PUBLIC_HOLIDAY on 2036-01-01.');
  expect(addWorkingDays('2014-12-24', 2, publicHolidayRows)).toBe('2014-12-26');
});

/** Easter Sunday by the rule of Meeus, Jones and Butcher: another source than the rows. */
const easter = (year: number): Date => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
};

it.each([...new Set(publicHolidayRows.map(({ validFrom }) => Number(validFrom.slice(0, 4))))])('the holidays of %i fall where the calendar says', (year) => {
  const from = (days: number): string => new Date(easter(year).getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const kings = new Date(Date.UTC(year, 3, 27)).getUTCDay() === 0 ? '04-26' : '04-27';
  const expected = [from(-2), from(1), from(39), from(50), ...['01-01', kings, '05-05', '12-25', '12-26'].map((day) => `${year}-${day}`)];
  const rows = publicHolidayRows.filter(({ validFrom }) => validFrom.startsWith(String(year)));
  expect(rows.map(({ validFrom }) => validFrom).toSorted()).toEqual(expected.toSorted());
  expect(rows.every(({ validFrom, validUntil }) => validFrom === validUntil)).toBe(true);
});
