import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdingRates, raised, rateOn, ratesBetween } from './rate.rules.ts';

const at = new Date('2026-01-01T00:00:00Z');
const rate = (validFrom: string, centsPerHour: number, more: object = {}) => ({
  validFrom,
  centsPerHour,
  belowFloorCents: null,
  approvedAt: null as Date | null,
  withdrawnAt: null as Date | null,
  ...more,
});

describe('rates', () => {
  const rows = [
    rate('2026-07-15', 1550),
    rate('2026-01-01', 1500),
    rate('2026-03-01', 1400, { withdrawnAt: at }),
    rate('2026-04-01', 900, { belowFloorCents: 1050 }),
    rate('2026-05-01', 1000, { belowFloorCents: 1050, approvedAt: at }),
  ];
  const holding = holdingRates(rows);

  it('hold when they are not replaced, and below the floor when they are approved', () => {
    expect(holding.map(({ centsPerHour }) => centsPerHour)).toEqual([1500, 1000, 1550]);
  });

  it.each([
    ['2025-12-31', null],
    ['2026-01-01', 1500],
    ['2026-04-30', 1500],
    ['2026-05-01', 1000],
    ['2026-07-14', 1000],
    ['2026-07-15', 1550],
    ['2027-07-15', 1550],
  ])('on %s are %s', (day, cents) => expect(rateOn(holding, day)?.centsPerHour ?? null).toBe(cents));

  it.each<[string, string, (number | null)[]]>([
    ['2026-07-01', '2026-07-14', [1000]],
    ['2026-07-01', '2026-07-15', [1000, 1550]],
    ['2026-07-15', '2026-07-31', [1550]],
    ['2025-12-31', '2026-01-31', [null, 1500]],
  ])('from %s until %s are %s', (from, until, cents) => expect(ratesBetween(holding, from, until)).toEqual(cents));
});

describe('a rate that rises', () => {
  it.each([
    [1500, 2.9, 1544],
    [1550, 0, 1550],
    [1000, 0.05, 1001],
    [1000, 0.04, 1000],
    [333, 50, 500],
    [1, 100, 2],
    [1449, 2.9, 1491],
  ])('of %d cents by %d %% becomes %d', (cents, percentage, expected) => expect(raised(cents, percentage)).toBe(expected));

  it('is the exact product rounded half up, and never falls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 1_000_000 }), (cents, tenThousandths) => {
        const result = raised(cents, tenThousandths / 10_000);
        const exact = BigInt(cents) * (1_000_000n + BigInt(tenThousandths));
        const off = BigInt(result) * 1_000_000n - exact;
        expect(off > -500_000n && off <= 500_000n).toBe(true);
        expect(result).toBeGreaterThanOrEqual(cents);
      }),
    );
  });
});
