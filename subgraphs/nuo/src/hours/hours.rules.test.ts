import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Amounts,
  type BillablePart,
  contractHoursOf,
  differenceOf,
  hourColumns,
  inHours,
  keepsHours,
  moneyColumns,
  parseHours,
  partProblems,
  revenueOf,
  sumOf,
} from './hours.rules.ts';
import { daysInMonth, firstDayOf, isClosed, lastDayOf, monthOf, nextMonth, parseMonth, previousMonth } from './month.rules.ts';

describe('a month', () => {
  it.each(['2026-01', '2026-12', '1999-10'])('is %s', (text) => expect(parseMonth(text)).toBe(text));
  it.each(['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01', '', null, 202601])('is not %s', (text) => expect(() => parseMonth(text)).toThrow('JJJJ-MM'));
  it.each([
    ['2026-01', '2026-01-31', '2026-02', '2025-12'],
    ['2026-02', '2026-02-28', '2026-03', '2026-01'],
    ['2028-02', '2028-02-29', '2028-03', '2028-01'],
    ['2026-12', '2026-12-31', '2027-01', '2026-11'],
  ])('%s ends on %s, before %s and after %s', (month, last, next, previous) => {
    expect([lastDayOf(month), nextMonth(month), previousMonth(month)]).toEqual([last, next, previous]);
    expect([monthOf(last), firstDayOf(next) > last]).toEqual([month, true]);
  });
  it.each<[string, string | null, unknown]>([
    ['2026-02-01', null, { from: '2026-07-01', until: '2026-07-31' }],
    ['2026-07-15', null, { from: '2026-07-15', until: '2026-07-31' }],
    ['2026-02-01', '2026-07-01', { from: '2026-07-01', until: '2026-07-01' }],
    ['2026-02-01', '2026-06-30', null],
    ['2026-08-01', null, null],
  ])('has of a period from %s until %s in July %j', (from, to, expected) => expect(daysInMonth('2026-07', { from, to })).toEqual(expected));
  it.each([
    ['2026-06', null, false],
    ['2026-06', '2026-06', true],
    ['2026-05', '2026-06', true],
    ['2026-07', '2026-06', false],
  ])('%s with books closed through %s is closed: %s', (month, through, expected) => expect(isClosed(month, through)).toBe(expected));
});

describe('hours', () => {
  it.each([
    [0, 0],
    [0.01, 1],
    [7.25, 725],
    [152.5, 15_250],
    [744, 74_400],
  ])('%d are %d hundredths, and the same hours again', (hours, hundredths) => expect([parseHours(hours), inHours(hundredths)]).toEqual([hundredths, hours]));
  it.each([-0.01, 744.01, 0.005, Number.NaN, '8', null])('%s are refused', (hours) => expect(() => parseHours(hours)).toThrow('uren van 0'));
  it.each<[number, string, string, number]>([
    [35, '2026-07-01', '2026-07-31', 15_500],
    [36, '2026-07-01', '2026-07-31', 15_943],
    [36, '2026-02-01', '2026-02-28', 14_400],
    [36, '2026-07-31', '2026-07-31', 514],
    [0.25, '2026-07-01', '2026-07-01', 4],
  ])('of a week of %d from %s until %s are %d hundredths by contract', (week, from, until, expected) =>
    expect(contractHoursOf(week, { from, until })).toBe(expected),
  );
  it.each([
    ['SHELTERED_INTERNAL', true],
    ['WORK_ON_LOCATION', true],
    ['SECONDMENT_INDIVIDUAL', true],
    ['SECONDMENT_GROUP', true],
    ['BEGELEID_WERKEN', false],
    ['REGULAR', false],
    ['PROEFPLAATSING', false],
  ])('are kept of %s: %s', (kind, expected) => expect(keepsHours(kind)).toBe(expected));
});

const part = (from: number, until: number, hours: number): BillablePart => ({
  from: `2026-07-${String(from).padStart(2, '0')}`,
  until: `2026-07-${String(until).padStart(2, '0')}`,
  hours,
});
const rates = [
  { validFrom: '2026-01-01', centsPerHour: 1500 },
  { validFrom: '2026-07-16', centsPerHour: 1544 },
];

describe('revenue', () => {
  it.each<[string, BillablePart[], unknown]>([
    ['is nothing without billable hours, also without a rate', [part(1, 31, 0)], { cents: 0 }],
    ['is hours times the rate', [part(1, 15, 6000)], { cents: 90_000 }],
    ['takes the rate of each side of the day on which it changes', [part(1, 15, 6000), part(16, 31, 7000)], { cents: 90_000 + 108_080 }],
    ['of single days is that of their rate', [part(15, 15, 750), part(16, 16, 750)], { cents: 11_250 + 11_580 }],
    ['is rounded once, over all parts', [part(1, 1, 33), part(2, 2, 33), part(3, 3, 34)], { cents: 1500 }],
    ['cannot be reckoned when the rate changes inside a part', [part(1, 31, 100)], { unknown: 'RATE_CHANGES' }],
  ])('%s', (_, parts, expected) => expect(revenueOf(parts, rates)).toEqual(expected));

  it('is unknown without a rate on the first day', () => {
    expect(revenueOf([part(1, 15, 1)], [{ validFrom: '2026-07-02', centsPerHour: 1500 }])).toEqual({ unknown: 'NO_RATE' });
    expect(revenueOf([part(1, 15, 1)], [])).toEqual({ unknown: 'NO_RATE' });
  });

  it('is the same however a period of one rate is cut', () => {
    const days = fc.array(fc.integer({ min: 0, max: 2400 }), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 50_000 }), (hours, centsPerHour) => {
        const one = [{ validFrom: '2026-01-01', centsPerHour }];
        const daily = hours.map((each, i) => part(i + 1, i + 1, each));
        const whole = [
          part(
            1,
            15,
            hours.reduce((sum, each) => sum + each, 0),
          ),
        ];
        expect(revenueOf(daily, one)).toEqual(revenueOf(whole, one));
      }),
    );
  });
});

describe('parts of a month', () => {
  const days = { from: '2026-07-06', until: '2026-07-31' };
  it.each<[string, BillablePart[], number, (number | null)[]]>([
    ['none', [], 500, []],
    ['that touch', [part(6, 15, 200), part(16, 31, 300)], 500, []],
    ['that are more or less together', [part(6, 15, 200), part(16, 31, 301)], 500, [null]],
    ['that overlap', [part(6, 15, 200), part(15, 31, 300)], 500, [1]],
    ['in another order', [part(16, 31, 300), part(6, 15, 200)], 500, [1]],
    ['before the placement began', [part(5, 31, 500)], 500, [0]],
    ['that end before they begin', [part(7, 6, 500)], 500, [0]],
  ])('%s', (_, parts, billable, wrong) => expect(partProblems(parts, days, billable).map((problem) => problem.part)).toEqual(wrong));
});

const amount = fc.integer({ min: -100_000, max: 1_000_000 });
const amounts = fc.record(Object.fromEntries([...hourColumns, ...moneyColumns].map((column) => [column, amount]))) as fc.Arbitrary<Amounts>;

describe('amounts', () => {
  it('added up are exact, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 60 }), (rows) => {
        const sum = sumOf(rows);
        for (const column of [...hourColumns, ...moneyColumns]) {
          expect(BigInt(sum[column] as number)).toBe(rows.reduce((total, row) => total + BigInt(row[column] as number), 0n));
          expect(sumOf(rows.toReversed())[column]).toBe(sum[column]);
        }
      }),
    );
  });

  it('and the difference to what they should be, added to them, are what they should be', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 10 }), amounts, (known, should) => {
        expect(sumOf([...known, differenceOf(should, sumOf(known))])).toMatchObject(should);
      }),
    );
  });

  it('tell of how many rows the revenue is not known, and count those as nothing', () => {
    const row = { contractHours: 1, workedHours: 2, billableHours: 3, sickHours: 4, leaveHours: 5, seasonHours: 6, otherAbsentHours: 7, directCostCents: 8 };
    expect(
      sumOf([
        { ...row, revenueCents: null },
        { ...row, revenueCents: 100 },
      ]),
    ).toMatchObject({ revenueCents: 100, revenueUnknown: 1, workedHours: 4 });
  });
});
