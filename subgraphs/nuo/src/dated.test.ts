import { addDays } from '@werkplein/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFrom, type Dated, knownAt, onDay } from './dated.ts';

interface Hours extends Dated {
  hours: number;
}
let made = 0;
const fresh = (minute: number) => ({ id: () => `row-${(made += 1)}`, at: new Date(Date.UTC(2026, 0, 1, 0, minute)) });
const first = '2026-01-01';
const apply = (rows: Hours[], from: string, hours: number, minute: number): Hours[] => {
  const { at } = fresh(minute);
  const { replaced, added } = changedFrom(rows, from, { hours }, fresh(minute));
  return [...rows.map((row) => (replaced.includes(row) ? { ...row, replacedAt: at } : row)), ...added];
};
const start = (): Hours[] => apply([], first, 36, 0);
const hoursOn = (rows: Hours[], day: string, at: Date | null = null): number | null => onDay(knownAt(rows, at), day)?.hours ?? null;

describe('a fact with a period', () => {
  it('changes from a day on, and is told as it was known before', () => {
    const before = new Date(Date.UTC(2026, 0, 1, 0, 1));
    const rows = apply(apply(start(), '2026-07-01', 24, 2), '2026-03-01', 30, 3);
    expect(['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map((day) => hoursOn(rows, day))).toEqual([36, 30, 30, 24]);
    expect(['2026-02-28', '2026-03-01', '2026-07-01'].map((day) => hoursOn(rows, day, before))).toEqual([36, 36, 36]);
    expect(hoursOn(rows, '2025-12-31')).toBeNull();
    expect(hoursOn(rows, first, new Date(0))).toBeNull();
  });

  it('begins earlier by whole facts that hold until the first row', () => {
    const rows = apply(start(), '2025-06-01', 20, 1);
    expect(['2025-05-31', '2025-06-01', '2025-12-31', first].map((day) => hoursOn(rows, day))).toEqual([null, 20, 20, 36]);
  });

  it('has at every moment at most one value a day, without a gap after the first, and the last change is what holds', () => {
    const change = fc.record({ offset: fc.integer({ min: -40, max: 40 }), hours: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let rows = start();
        const told: { at: Date; days: (number | null)[] }[] = [];
        const days = Array.from({ length: 90 }, (_, i) => addDays(first, i - 45));
        for (const [i, { offset, hours }] of changes.entries()) {
          const from = addDays(first, offset);
          rows = apply(rows, from, hours, i + 1);
          expect(hoursOn(rows, from)).toBe(hours);
          const known = knownAt(rows).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
          for (const [at, row] of known.entries()) expect(row.validUntil).toBe(at + 1 < known.length ? addDays((known[at + 1] as Hours).validFrom, -1) : null);
          for (const earlier of told) expect(days.map((day) => hoursOn(rows, day, earlier.at))).toEqual(earlier.days);
          told.push({ at: fresh(i + 1).at, days: days.map((day) => hoursOn(rows, day)) });
        }
      }),
      { numRuns: 60 },
    );
  });
});
