import { type Terms, termsAt, valueKnown } from '@werkplein/indicators';
import { describe, expect, it } from 'vitest';
import { openTerms, termProblems } from './agreement.rules.ts';

const at = (day: number): Date => new Date(Date.UTC(2026, 0, day));
const terms: Terms = { target: 40, direction: 'HIGHER', amberBeyond: 2, redBeyond: 5 };

describe('terms', () => {
  it.each<[Partial<Terms>, number, string[]]>([
    [{}, 0, []],
    [{ target: 40.5 }, 0, ['target']],
    [{ target: 40.5 }, 1, []],
    [{ target: 40.55 }, 1, ['target']],
    [{ target: -3 }, 0, []],
    [{ target: 1e11 }, 0, ['target']],
    [{ target: Number.NaN }, 0, ['target']],
    [{ amberBeyond: -1 }, 0, ['amberBeyond']],
    [{ amberBeyond: 5, redBeyond: 5 }, 0, []],
    [{ amberBeyond: 6, redBeyond: 5 }, 0, ['redBeyond']],
    [{ amberBeyond: 0.5, redBeyond: 0.25 }, 0, ['amberBeyond', 'redBeyond', 'redBeyond']],
  ])('%o with %d decimals have problems at %o', (more, decimals, fields) => {
    expect(termProblems({ decimals }, { ...terms, ...more }).map(([field]) => field)).toEqual(fields);
  });

  const versions = [
    { number: 1, establishedAt: null, withdrawnAt: at(2) },
    { number: 2, establishedAt: at(3), withdrawnAt: null },
    { number: 3, establishedAt: null, withdrawnAt: at(6) },
    { number: 4, establishedAt: at(9), withdrawnAt: null },
    { number: 5, establishedAt: null, withdrawnAt: null },
  ];
  it.each([
    [2, null],
    [3, 2],
    [8, 2],
    [9, 4],
    [30, 4],
  ])('known on day %d are version %s', (day, number) => {
    expect(termsAt(versions, at(day))?.number ?? null).toBe(number);
  });

  it('that wait are those that nobody withdrew and not both accepted', () => {
    expect([openTerms(versions)?.number, openTerms(versions.slice(0, 4))]).toEqual([5, null]);
  });
});

describe('a value by hand', () => {
  const values = [
    { measuredOn: '2026-03-31', value: 1, recordedAt: at(10), replacedAt: at(20) },
    { measuredOn: '2026-03-31', value: 2, recordedAt: at(20), replacedAt: null },
    { measuredOn: '2026-06-30', value: 3, recordedAt: at(15), replacedAt: null },
  ];
  it.each([
    ['2026-03-31', 9, null],
    ['2026-03-31', 10, 1],
    ['2026-03-31', 19, 1],
    ['2026-03-31', 20, 2],
    ['2026-05-01', 20, 2],
    ['2026-06-30', 14, 1],
    ['2026-06-30', 15, 3],
    ['2026-03-30', 30, null],
  ])('until %s as known on day %d is %s', (measuredOn, day, value) => {
    expect(valueKnown(values, measuredOn, at(day))?.value ?? null).toBe(value);
  });
});
