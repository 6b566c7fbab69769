import fc from 'fast-check';
import { addDays } from '@werkplein/kernel';
import { describe, expect, it } from 'vitest';
import { indicationOn, isWithinYears, requestReindicationBy, type TargetGroup, uncovered } from './indication.rules.ts';

const indication = (decidedOn: string, validUntil: string, targetGroup: TargetGroup = 'BELONGS') => ({ decidedOn, validUntil, targetGroup });

describe('a re-indication', () => {
  it.each([
    ['2026-12-31', 16, '2026-09-10'],
    ['2027-03-31', 16, '2026-12-09'],
    ['2024-03-01', 1, '2024-02-23'],
  ])('of one that ends on %s is asked for %i weeks before it, on %s', (validUntil, weeks, by) => {
    expect(requestReindicationBy(validUntil, weeks)).toBe(by);
  });
});

describe('the term of an indication', () => {
  it.each([
    ['2026-01-01', '2026-12-31', true],
    ['2026-01-01', '2027-01-01', true],
    ['2026-01-01', '2026-12-30', false],
    ['2026-01-01', '2076-01-01', true],
    ['2026-01-01', '2076-01-02', false],
    ['2024-02-29', '2025-02-27', true],
    ['2024-02-29', '2025-02-26', false],
  ])('from %s to %s is within 1 to 50 years: %s', (decidedOn, validUntil, expected) => {
    expect(isWithinYears(indication(decidedOn, validUntil), 1, 50)).toBe(expected);
  });
});

describe('days without indication', () => {
  it.each([
    ['a day before the first', [indication('2020-01-02', '2030-01-01')], { from: '2020-01-01', until: '2020-01-01' }],
    ['none when the next begins the day after', [indication('2020-01-01', '2022-12-31'), indication('2023-01-01', '2030-01-01')], null],
    ['a day between two', [indication('2020-01-01', '2022-12-30'), indication('2023-01-01', '2030-01-01')], { from: '2022-12-31', until: '2022-12-31' }],
    ['none when they overlap, in any order', [indication('2022-01-01', '2030-01-01'), indication('2019-01-01', '2022-06-30')], null],
    ['the end', [indication('2020-01-01', '2025-06-30')], { from: '2025-07-01', until: '2025-12-31' }],
    ['all when it was decided that somebody does not belong', [indication('2020-01-01', '2030-01-01', 'ABOVE')], { from: '2020-01-01', until: '2025-12-31' }],
    ['all without any', [], { from: '2020-01-01', until: '2025-12-31' }],
  ])('are %s', (_, indications, expected) => {
    expect(uncovered(indications, '2020-01-01', '2025-12-31')).toEqual(expected);
  });

  it('are the first run of days that no indication holds, as counting day by day gives', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2020-01-01', n));
    const one = fc.tuple(day, day, fc.boolean()).map(([a, b, belongs]) => indication(a < b ? a : b, a < b ? b : a, belongs ? 'BELONGS' : 'BELOW'));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), day, day, (indications, a, b) => {
        const [from, until] = a < b ? [a, b] : [b, a];
        const days = Array.from({ length: 62 }, (_, n) => addDays('2020-01-01', n)).filter((each) => each >= from && each <= until);
        const holds = (on: string) => indications.some((each) => each.targetGroup === 'BELONGS' && each.decidedOn <= on && each.validUntil >= on);
        const first = days.findIndex((each) => !holds(each));
        const rest = first < 0 ? [] : days.slice(first);
        const until2 = rest.findIndex((each) => holds(each));
        const expected = first < 0 ? null : { from: rest[0], until: until2 < 0 ? until : rest[until2 - 1] };
        expect(uncovered(indications, from, until)).toEqual(expected);
      }),
    );
  });
});

it('somebody counts by the latest decision that was taken by the day', () => {
  const [first, second] = [indication('2015-01-01', '2020-01-01'), indication('2019-06-01', '2030-01-01')];
  expect(['2014-12-31', '2015-01-01', '2019-05-31', '2019-06-01'].map((day) => indicationOn([second, first], day))).toEqual([null, first, first, second]);
});
