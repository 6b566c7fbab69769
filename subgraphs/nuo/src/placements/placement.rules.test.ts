import { describe, expect, it } from 'vitest';
import { overlapping } from './placement.rules.ts';

const work = (kind: string, startsOn: string, endedOn: string | null, hoursPerWeek = 20) => ({ kind, startsOn, endedOn, hoursPerWeek });

describe('a new placement of a person', () => {
  it.each([
    ['begins the day after the other ended', work('PROEFPLAATSING', '2026-03-01', '2026-03-31'), work('REGULAR', '2026-04-01', null), true],
    ['begins on the last day of the other', work('PROEFPLAATSING', '2026-03-01', '2026-03-31'), work('REGULAR', '2026-03-31', null), false],
    ['is beside an open one', work('BEGELEID_WERKEN', '2026-03-01', null), work('REGULAR', '2027-01-01', null), false],
    ['is a second part-time job', work('REGULAR', '2026-03-01', null, 20), work('REGULAR_WITH_LKS', '2026-04-01', null, 20), true],
    ['would make more than 40 hours', work('REGULAR', '2026-03-01', null, 20), work('REGULAR', '2026-04-01', null, 20.25), false],
  ])('that %s', (_, existing, wanted, allowed) => {
    expect(overlapping([existing], wanted)).toBe(allowed ? null : existing);
  });
});
