import fc from 'fast-check';
import { addDays } from '@werkplein/kernel';
import { describe, expect, it } from 'vitest';
import { accountable, hoursExceeded, hoursPeriods } from './employment.rules.ts';

const period = (from: string, to: string | null, hours: number, employmentId = 'a') => ({ from, to, hours, employmentId });

describe('the hours of employments of one person', () => {
  it.each([
    ['of 20 and 20 are a full week', [period('2026-01-01', null, 20), period('2026-03-01', null, 20, 'b')], null],
    ['of 20 and 24 are too many from the day on which both run', [period('2026-01-01', null, 20), period('2026-03-01', null, 24, 'b')], ['2026-03-01', 44]],
    ['touch, and are not added', [period('2026-01-01', '2026-03-31', 36), period('2026-04-01', null, 36, 'b')], null],
    ['overlap by one day', [period('2026-01-01', '2026-04-01', 36), period('2026-04-01', null, 36, 'b')], ['2026-04-01', 72]],
    [
      'of three are too many only together',
      [period('2026-01-01', null, 16), period('2026-02-01', '2026-02-28', 16, 'b'), period('2026-02-28', null, 16, 'c')],
      ['2026-02-28', 48],
    ],
  ])('%s', (_, periods, expected) => {
    const found = hoursExceeded(periods, [], { on: () => 40, changes: [] });
    expect(found && [found.day, found.hours]).toEqual(expected);
  });

  it('are too many on the first such day, as adding up every day gives', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-01-01', n));
    const one = fc
      .tuple(day, fc.option(day), fc.integer({ min: 1, max: 40 }))
      .map(([a, b, hours]) => period(b !== null && b < a ? b : a, b !== null && b < a ? a : b, hours));
    fc.assert(
      fc.property(one, fc.array(one, { maxLength: 5 }), fc.integer({ min: 20, max: 60 }), (wanted, beside, max) => {
        const periods = [wanted, ...beside];
        const sums = Array.from({ length: 42 }, (_, n) => addDays('2026-01-01', n)).map((on) => ({
          day: on,
          hours: periods.filter(({ from, to }) => from <= on && (to === null || to >= on)).reduce((sum, { hours }) => sum + hours, 0),
        }));
        // From the day 2026-01-20 on the maximum is half.
        const on = (each: string): number => (each < '2026-01-20' ? max : max / 2);
        const within = sums.filter((sum) => wanted.from <= sum.day && (wanted.to === null || wanted.to >= sum.day));
        const first = within.find((sum) => sum.hours > on(sum.day));
        expect(hoursExceeded([wanted], beside, { on, changes: ['2026-01-20'] })).toEqual(first ? { ...first, max: on(first.day) } : null);
      }),
    );
  });

  it('are those between the first and the last day of the employment', () => {
    const terms = [
      { validFrom: '2025-01-01', validUntil: '2026-05-31', hoursPerWeek: 24 },
      { validFrom: '2026-06-01', validUntil: null, hoursPerWeek: 30 },
    ];
    expect(hoursPeriods({ id: 'a', startsOn: '2026-01-01', endsOn: '2026-05-31' }, terms)).toEqual([period('2026-01-01', '2026-05-31', 24)]);
    expect(hoursPeriods({ id: 'a', startsOn: '2026-01-01', endsOn: null }, terms)).toEqual([
      period('2026-01-01', '2026-05-31', 24),
      period('2026-06-01', null, 30),
    ]);
  });
});

it.each([
  [{ from: '2020-01-01', endsOn: null }, '2026-08-03'],
  [{ from: '2020-01-01', endsOn: '2024-01-01' }, '2024-01-01'],
  [{ from: '2020-01-01', endsOn: '2027-01-01' }, '2026-08-03'],
  [{ from: '2026-09-01', endsOn: null }, '2026-09-01'],
])('the NUO answers for %o until %s', (period, until) => {
  expect(accountable(period, '2026-08-03')).toEqual({ from: period.from, until });
});
