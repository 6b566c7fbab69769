import type { Period } from '@werkplein/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacementKindName } from './placement-kinds.rules.ts';
import { inTheWay, paidWorkBefore, type Placed, type Work, workOf } from './placement.rules.ts';

const work = (kind: PlacementKindName, from: string, to: string | null, hoursPerWeek = 20): Work => ({ id: 'w', kind, hoursPerWeek, periods: [{ from, to }] });
const forty = () => 40;

describe('a placement beside others of the same person', () => {
  it.each([
    ['begins the day after the other ended', [work('PROEFPLAATSING', '2026-03-01', '2026-03-31')], work('REGULAR', '2026-04-01', null), null],
    ['begins on the last day of the other', [work('PROEFPLAATSING', '2026-03-01', '2026-03-31')], work('REGULAR', '2026-03-31', null), 'COMBINATION'],
    ['ends the day before the other begins', [work('REGULAR', '2026-04-01', null)], work('PROEFPLAATSING', '2026-03-01', '2026-03-31'), null],
    ['ends on the first day of the other', [work('REGULAR', '2026-04-01', null)], work('PROEFPLAATSING', '2026-03-01', '2026-04-01'), 'COMBINATION'],
    ['is beside an open one', [work('BEGELEID_WERKEN', '2026-03-01', null)], work('REGULAR', '2027-01-01', null), 'COMBINATION'],
    ['is a second part-time job', [work('REGULAR', '2026-03-01', null)], work('REGULAR_WITH_LKS', '2026-04-01', null), null],
    [
      'is a third part-time job',
      [work('REGULAR', '2026-03-01', null, 10), work('REGULAR', '2026-03-01', null, 10)],
      work('REGULAR', '2026-04-01', null, 10),
      'COMBINATION',
    ],
    [
      'is a third, after one of two has ended',
      [work('REGULAR', '2026-03-01', '2026-03-31', 10), work('REGULAR', '2026-03-01', null, 10)],
      work('REGULAR', '2026-04-01', null, 10),
      null,
    ],
    ['makes 20 and 24 hours', [work('REGULAR', '2026-03-01', null)], work('REGULAR', '2026-04-01', null, 24), 'HOURS'],
    ['makes a quarter of an hour too much', [work('REGULAR', '2026-03-01', null)], work('REGULAR', '2026-04-01', null, 20.25), 'HOURS'],
    ['makes too many hours on one later day only', [work('REGULAR', '2026-06-01', '2026-06-01', 24)], work('REGULAR', '2026-04-01', null, 20), 'HOURS'],
  ] as const)('that %s', (_, others, wanted, why) => {
    expect(inTheWay(others, wanted, forty)?.why ?? null).toBe(why);
  });

  it('is measured by the maximum of each day', () => {
    const max = (day: string): number => (day < '2027-01-01' ? 40 : 36);
    const both = [work('REGULAR', '2026-03-01', null)];
    expect(inTheWay(both, work('REGULAR', '2026-04-01', '2026-12-31'), max, ['2027-01-01'])).toBeNull();
    expect(inTheWay(both, work('REGULAR', '2026-04-01', null), max, ['2027-01-01'])).toMatchObject({ why: 'HOURS', day: '2027-01-01' });
  });

  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
  const anyWork = fc
    .record({
      kind: fc.constantFrom<PlacementKindName>('REGULAR', 'REGULAR_WITH_LKS', 'PROEFPLAATSING'),
      hoursPerWeek: fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4),
      periods: fc.array(fc.tuple(day, fc.option(day)), { minLength: 1, maxLength: 2 }),
    })
    .map(
      ({ periods, ...rest }): Work => ({
        ...rest,
        id: 'w',
        periods: periods.map(([from, to]): Period => ({ from, to: to !== null && to < from ? from : to })),
      }),
    );
  const everyDay = Array.from({ length: 28 }, (_, i) => `2026-02-${String(i + 1).padStart(2, '0')}`);

  it('is refused exactly when some day holds too much, whichever days are looked at', () => {
    fc.assert(
      fc.property(fc.array(anyWork, { maxLength: 3 }), anyWork, (others, wanted) => {
        const on = (each: Work, at: string) => each.periods.some(({ from, to }) => from <= at && (to === null || at <= to));
        const wrong = everyDay.some((at) => {
          if (!on(wanted, at)) return false;
          const present = [wanted, ...others.filter((other) => on(other, at))];
          const alone = present.length === 1;
          const twoJobs = present.length === 2 && present.every(({ kind }) => kind.startsWith('REGULAR'));
          return !(alone || twoJobs) || present.reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0) > 40;
        });
        expect(inTheWay(others, wanted, forty) !== null).toBe(wrong);
      }),
    );
  });
});

const placed = (more: Partial<Placed>): Placed => ({
  id: 'p',
  kind: 'REGULAR',
  status: 'ACTIVE',
  startsOn: '2026-03-01',
  expectedEndOn: null,
  endedOn: null,
  hoursPerWeek: 20,
  ...more,
});

describe('the days that a placement takes', () => {
  it.each([
    ['a running one without an end', placed({}), [], [['2026-03-01', null]]],
    ['a running one until its expected end', placed({ expectedEndOn: '2026-09-30' }), [], [['2026-03-01', '2026-09-30']]],
    ['a running one past its expected end: nobody knows until when', placed({ expectedEndOn: '2026-06-30' }), [], [['2026-03-01', null]]],
    ['a running one on its last expected day', placed({ expectedEndOn: '2026-07-01' }), [], [['2026-03-01', '2026-07-01']]],
    ['one that was planned and not started', placed({ status: 'PLANNED', expectedEndOn: '2026-06-30' }), [], [['2026-03-01', '2026-06-30']]],
    ['one that ended early', placed({ status: 'ENDED', expectedEndOn: '2026-09-30', endedOn: '2026-05-31' }), [], [['2026-03-01', '2026-05-31']]],
    ['one that stands still', placed({ status: 'INTERRUPTED' }), [{ from: '2026-04-10', to: null }], [['2026-03-01', '2026-04-09']]],
    [
      'one that went on after standing still twice',
      placed({}),
      [
        { from: '2026-04-10', to: '2026-04-20' },
        { from: '2026-05-01', to: '2026-05-01' },
      ],
      [
        ['2026-03-01', '2026-04-09'],
        ['2026-04-21', '2026-04-30'],
        ['2026-05-02', null],
      ],
    ],
    ['one that stood still from its first day', placed({ status: 'INTERRUPTED' }), [{ from: '2026-03-01', to: null }], []],
  ] as const)('%s', (_, row, interruptions, expected) => {
    expect(workOf(row, interruptions, '2026-07-01').periods.map(({ from, to }) => [from, to])).toEqual(expected);
  });
});

describe('paid work before a trial placement of six months', () => {
  it.each([
    ['ended the day before the six months', '2026-02-28', false],
    ['ended on the first day of the six months', '2026-03-01', true],
    ['ended the day before the trial', '2026-08-31', true],
    ['goes on', null, true],
  ])('that %s', (_, to, broken) => {
    expect(paidWorkBefore([work('REGULAR', '2025-01-01', to)], '2026-09-01', 6) !== null).toBe(broken);
  });

  it('counts from the last day of a shorter month', () => {
    expect(paidWorkBefore([work('REGULAR', '2025-01-01', '2026-02-28')], '2026-08-31', 6)).not.toBeNull();
    expect(paidWorkBefore([work('REGULAR', '2025-01-01', '2026-02-27')], '2026-08-31', 6)).toBeNull();
  });
});
