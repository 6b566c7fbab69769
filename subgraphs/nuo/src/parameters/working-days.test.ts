import { expect, it } from 'vitest';
import { nuoParameterRows } from './nuo-parameters.rows.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

it.each([
  ['2026-08-03', true, 'a Monday'],
  ['2026-08-07', true, 'a Friday'],
  ['2026-08-08', false, 'a Saturday'],
  ['2026-08-09', false, 'a Sunday'],
  ['2026-04-06', false, 'Easter Monday'],
  ['2026-12-25', false, 'Christmas on a Friday'],
  ['2027-01-01', false, 'New Year on a Friday'],
])('%s is a working day: %s (%s)', (day, expected) => {
  expect(isWorkingDay(day, nuoParameterRows)).toBe(expected);
});

it.each([
  ['2026-08-03', 0, '2026-08-03'],
  ['2026-08-03', 3, '2026-08-06'],
  ['2026-08-06', 3, '2026-08-11'],
  ['2026-08-08', 1, '2026-08-10'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-12-23', 5, '2026-12-31'],
  ['2026-04-02', 1, '2026-04-07'],
])('%s and %i working days are %s', (day, count, last) => {
  expect(addWorkingDays(day, count, nuoParameterRows)).toBe(last);
});

it('a later set makes a day a working day after all', () => {
  const easter = nuoParameterRows.find(({ validFrom }) => validFrom === '2026-04-03');
  expect(easter && isWorkingDay('2026-04-03', [...nuoParameterRows, { ...easter, value: 0, version: '2027-01' }])).toBe(true);
});
