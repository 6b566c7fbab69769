import { lacking } from './missing.rules.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, indicatorOf, indicators, type Indicator, type Part } from './index.ts';

const of = (code: string): Indicator => indicatorOf(code) as Indicator;
const part = (given: Partial<Part> = {}): Part => ({
  source: 'nuo',
  organisation: 'nuo',
  numerator: null,
  denominator: null,
  value: null,
  complete: true,
  missing: [],
  rows: [],
  ...given,
});

describe('a figure of the parts of its sources', () => {
  it.each<[string, string, Part[], string[], Partial<ReturnType<typeof combine>>]>([
    ['adds up a count', 'WACHTLIJST_BESCHUT', [part({ numerator: 3 }), part({ numerator: 4 })], [], { value: 7, complete: true, missing: [] }],
    ['counts nothing as zero', 'PROEFPLAATSEN', [part({ numerator: 0 })], [], { value: 0, complete: true }],
    [
      'gives the sum of what is there when a source misses, and says so',
      'WACHTLIJST_BESCHUT',
      [part({ numerator: 3 })],
      ['0141'],
      { value: 3, complete: false, missing: [lacking('0141')] },
    ],
    ['gives nothing when every source misses', 'WACHTLIJST_BESCHUT', [], ['0141'], { value: null, reason: 'SOURCE_MISSING', complete: false }],
    ['divides sums, not percentages', 'VERZUIM_PCT', [part({ numerator: 1, denominator: 10 }), part({ numerator: 9, denominator: 10 })], [], { value: 50 }],
    [
      'has no value without a denominator',
      'VERZUIM_PCT',
      [part({ numerator: 0, denominator: 0 })],
      [],
      { value: null, reason: 'NO_DENOMINATOR', complete: true },
    ],
    [
      'gives no ratio of a part',
      'LADDER_STIJGERS',
      [part({ numerator: 1, denominator: 2 })],
      ['0189'],
      { value: null, reason: 'SOURCE_MISSING', numerator: 1, denominator: 2 },
    ],
    [
      'takes each side from its own source',
      'BESCHUT_GEREALISEERD_VS_TAAKSTELLING',
      [part({ numerator: 9 }), part({ source: 'werkplein', organisation: '0189', denominator: 12 })],
      [],
      { value: 75, numerator: 9, denominator: 12 },
    ],
    ['shows hundredths and cents as what they are', 'OMZET_DETACHERING', [part({ numerator: 123456 })], [], { value: 1234.56 }],
    ['rounds a half away from zero', 'NTW_PER_FTE', [part({ numerator: -1005, denominator: 1000 })], [], { value: -0.01 }],
    ['takes a median as it is', 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', [part({ value: 41.5 })], [], { value: 42 }],
    ['makes no median of two', 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', [part({ value: 41 }), part({ value: 3 })], [], { value: null }],
    [
      'is not complete while a source left something out',
      'NTW_PER_FTE',
      [part({ numerator: 100, denominator: 1, missing: [lacking('oktober 2026 is nog open')] })],
      [],
      { value: 1, complete: false, missing: [lacking('oktober 2026 is nog open')] },
    ],
  ])('%s', (_, code, parts, missing, expected) => {
    expect(combine(of(code), parts, missing)).toMatchObject(expected);
  });

  it('adds up rows of one key', () => {
    const rows = (value: number) => [{ key: 'nuo', label: 'NUO', value, partOfValue: true }];
    expect(combine(of('CONTACTEN'), [part({ numerator: 1, rows: rows(1) }), part({ numerator: 2, rows: rows(2) })], []).rows).toEqual(rows(3));
  });

  it('divides a line that is a mean after adding up both of its sides, and leaves out a mean of nothing', () => {
    const rows = (value: number, over: number) => [{ key: 'uren', label: 'Naar uren', value, over, partOfValue: false }];
    const parts = (...lines: ReturnType<typeof rows>[]) => lines.map((each) => part({ source: 'werkplein', numerator: 1, denominator: 1, rows: each }));
    expect(combine(of('GEM_LOONWAARDE'), parts(rows(100, 1), rows(200, 5)), []).rows).toEqual([
      { key: 'uren', label: 'Naar uren', value: 50, partOfValue: false },
    ]);
    expect(combine(of('GEM_LOONWAARDE'), parts(rows(0, 0)), []).rows).toEqual([]);
  });

  it('has no value of all while one source does not know its side', () => {
    const sides = [
      part({ numerator: 9 }),
      ...[12, null].map((denominator) => part({ source: 'werkplein', denominator, missing: denominator ? [] : [lacking('x')] })),
    ];
    const found = combine(of('BESCHUT_GEREALISEERD_VS_TAAKSTELLING'), sides, []);
    expect(found).toMatchObject({ value: null, reason: 'SOURCE_MISSING', numerator: 9, denominator: 12, complete: false });
  });

  it('does not depend on the order of its parts, and is never complete without a source', () => {
    const anyPart = fc.record({ numerator: fc.integer({ min: 0, max: 1000 }), denominator: fc.integer({ min: 1, max: 1000 }) }).map((given) => part(given));
    const missing = fc.uniqueArray(fc.constantFrom('0141', '0183', 'nuo'));
    fc.assert(
      fc.property(fc.constantFrom(...indicators.filter(({ additive }) => additive)), fc.array(anyPart, { maxLength: 5 }), missing, (each, parts, gone) => {
        const one = combine(each, parts, gone);
        expect(combine(each, parts.toReversed(), gone.toReversed())).toEqual(one);
        expect(one.complete).toBe(gone.length === 0);
        if (each.denominator.length > 0 && gone.length > 0) expect(one.value).toBeNull();
      }),
    );
  });
});

it('every indicator has a code of its own, a definition and a source', () => {
  expect(new Set(indicators.map(({ code }) => code)).size).toBe(indicators.length);
  for (const each of indicators) {
    expect(each.definition.length).toBeGreaterThan(40);
    expect(each.numerator.length).toBeGreaterThan(0);
    expect(each.unit === 'PERCENT' || each.shape === 'MEAN' || each.denominator.length === 0 || each.unit.includes('PER_')).toBe(true);
  }
});

it('adds up lines over the parts, and takes the greatest of those that say the most of one', () => {
  const row = (value: number, greatest: boolean) => ({ key: greatest ? 'most' : 'all', label: 'L', value, greatest, partOfValue: false });
  const parts = [part({ numerator: 1, rows: [row(2, false), row(4, true)] }), part({ numerator: 1, rows: [row(3, false), row(3, true)] })];
  expect(combine(of('WACHTLIJST_BESCHUT'), parts, []).rows).toEqual([
    { key: 'all', label: 'L', value: 5, partOfValue: false },
    { key: 'most', label: 'L', value: 4, partOfValue: false },
  ]);
});
