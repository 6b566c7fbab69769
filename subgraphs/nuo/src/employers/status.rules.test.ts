import { describe, expect, it } from 'vitest';
import { EmployerStatus } from './employer.types.ts';
import { codesOf } from './sbi-section.rules.ts';
import { nextStatuses } from './status.rules.ts';

describe('the status of an employer', () => {
  it.each<[EmployerStatus, string[], string[]]>([
    [EmployerStatus.PROSPECT, ['ACTIVE', 'DORMANT', 'DISSOLVED'], ['BLOCKED']],
    [EmployerStatus.ACTIVE, ['DORMANT', 'DISSOLVED'], ['BLOCKED']],
    [EmployerStatus.DORMANT, ['ACTIVE', 'DISSOLVED'], ['BLOCKED']],
    [EmployerStatus.BLOCKED, [], ['PROSPECT', 'ACTIVE', 'DORMANT', 'DISSOLVED']],
    [EmployerStatus.DISSOLVED, [], ['ACTIVE', 'DORMANT']],
    [EmployerStatus.MERGED, [], []],
  ])('%s goes to %j, by a coordinator also to %j', (from, all, more) => {
    expect(nextStatuses(from, false)).toEqual(all);
    expect(nextStatuses(from, true)).toEqual([...all, ...more]);
  });
});

describe('an SBI section', () => {
  it.each([
    ['A', '01131', true],
    ['a', '0113', true],
    ['C', '10710', true],
    ['C', '3320', true],
    ['C', '35111', false],
    ['G', '4511', true],
    ['V', '99000', true],
  ])('%s holds %s: %s', (section, code, holds) => {
    const codes = codesOf(section);
    expect(codes !== null && code >= codes.from && code < codes.to).toBe(holds);
  });

  it('is a letter of A to V', () => {
    expect([codesOf('W'), codesOf('AA'), codesOf('')]).toEqual([null, null, null]);
  });
});
