import { describe, expect, it } from 'vitest';
import { isActive, takesWork } from './colleague.rules.ts';

describe('a colleague', () => {
  it.each([
    [null, '2026-08-31', true],
    ['2026-09-01', '2026-08-31', true],
    ['2026-09-01', '2026-09-01', false],
    ['2026-09-01', '2026-09-02', false],
  ])('who leaves on %s is on %s active: %s', (leavesOn, day, active) => {
    expect(isActive({ leavesOn }, day)).toBe(active);
    expect(takesWork({ leavesOn, handedOverAt: null }, day)).toBe(active);
  });

  it('takes no work after handing over everything, though still here', () => {
    const leaver = { leavesOn: '2026-09-01', handedOverAt: new Date(0) };
    expect([isActive(leaver, '2026-08-31'), takesWork(leaver, '2026-08-31')]).toEqual([true, false]);
  });
});
