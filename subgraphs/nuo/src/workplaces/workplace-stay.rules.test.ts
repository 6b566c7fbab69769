import { describe, expect, it } from 'vitest';
import { type Assigned, staysOf } from './workplace-stay.rules.ts';

const given = (onDay: string, before: string | null, after: string | null): Assigned => ({ onDay, before, after });
const stay = (workplaceId: string, fromDay: string, untilDay: string | null) => ({ workplaceId, fromDay, untilDay });

describe('where a placement from 1 January was', () => {
  it.each([
    ['nowhere', null, [], []],
    ['at the place it came with', 'a', [], [stay('a', '2026-01-01', null)]],
    ['at the place it was given', 'a', [given('2026-03-01', null, 'a')], [stay('a', '2026-03-01', null)]],
    ['at a place before it began', 'a', [given('2025-12-01', null, 'a')], [stay('a', '2025-12-01', null)]],
    ['at two places', 'b', [given('2026-03-01', 'a', 'b')], [stay('a', '2026-01-01', '2026-02-28'), stay('b', '2026-03-01', null)]],
    [
      'at one again, with nothing between',
      'a',
      [given('2026-02-01', 'a', null), given('2026-03-01', null, 'a')],
      [stay('a', '2026-01-01', '2026-01-31'), stay('a', '2026-03-01', null)],
    ],
    [
      'at the last of three of one day',
      'c',
      [given('2026-03-01', null, 'a'), given('2026-03-01', 'a', 'b'), given('2026-03-01', 'b', 'c')],
      [stay('c', '2026-03-01', null)],
    ],
    ['nowhere any more', null, [given('2026-03-01', 'a', null)], [stay('a', '2026-01-01', '2026-02-28')]],
  ] as const)('%s', (_, workplaceId, assigned, stays) => {
    expect(staysOf('2026-01-01', workplaceId, assigned)).toEqual(stays);
  });
});
