import { indicatorOf, type Indicator, isSmall, lacking } from '@werkplein/indicators';
import { municipalities } from '@werkplein/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GatewayContext } from '../execution/context.ts';
import { quartersOf } from '../figures/reporter.ts';
import { quarterEndingOn, reporterToDate, type Sources } from './to-date.ts';

// A source that counts what it is told: by municipality and quarter, and `others` for third parties.
type Counts = Readonly<Record<string, readonly number[]>>;
const quarters = quartersOf('2026');
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

interface Asked {
  sets: { indicators: string[]; span: { from: string; until: string } }[];
  municipalities: string[];
  total: boolean;
}

const sourcesOf = (counts: Counts): Sources => ({
  municipalities,
  ask: async (_ctx, field, _query, variables) => {
    const { sets, municipalities: places, total } = variables['asked'] as Asked;
    const parts = sets.flatMap(({ indicators, span }, set) => {
      const within = (row: readonly number[]): number =>
        sum(quarters.map(({ from, until }, at) => (span.from <= from && until <= span.until ? (row[at] ?? 0) : 0)));
      const part = (indicator: string, municipality: string | null, numerator: number) => ({
        set,
        indicator,
        municipality,
        numerator,
        denominator: null,
        value: null,
        missing: [],
        rows: [],
      });
      return indicators.flatMap((indicator) => [
        ...places.map((code) => part(indicator, code, within(counts[code] ?? []))),
        ...(total ? [part(indicator, null, sum(Object.values(counts).map(within)))] : []),
      ]);
    });
    return { data: { [`${field}FigureParts`]: parts } };
  },
});

const nobody = {} as GatewayContext;
const placed = indicatorOf('PLAATSINGEN_REGULIER') as Indicator;
const shown = async (counts: Counts, municipality: string, quarter: number) => {
  const asked = { year: 2026, measuredOn: quarters[quarter - 1]?.until as string, knownAt: new Date('2026-12-31T00:00:00Z') };
  const [figure] = await reporterToDate(sourcesOf(counts), nobody, [placed], [municipality], asked);
  return figure;
};

describe('a year until the end of a quarter, for who sees aggregates only', () => {
  const many = { '0141': [20, 20, 20, 20], '0183': [10, 10, 10, 10], '1700': [10, 10, 10, 10], '0189': [10, 12, 14, 16], others: [9, 9, 9, 9] };
  it.each([
    [1, 10],
    [2, 22],
    [3, 36],
    [4, 52],
  ])('until quarter %d is the sum of what is shown of each', async (quarter, value) => {
    expect(await shown(many, '0189', quarter)).toMatchObject({ value, suppressed: false, numerator: null, rows: [] });
  });

  it('is hidden when one of its quarters is small, though the sum is not', async () => {
    expect(await shown({ ...many, '0189': [10, 2, 14, 16] }, '0189', 3)).toMatchObject({ value: null, numerator: null, suppressed: true });
  });

  it('is hidden when without it a small number of somebody else could be found', async () => {
    const small = { ...many, '0141': [2, 20, 20, 20], others: [0, 0, 0, 0] };
    const hidden = await Promise.all(municipalities.map(async ({ code }) => (await shown(small, code, 1))?.suppressed));
    expect(hidden.filter(Boolean).length).toBeGreaterThan(1);
  });

  it('never is, or follows from, a small quarter', async () => {
    const row = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 });
    const counts = fc.record({ '0141': row, '0183': row, '1700': row, '0189': row, others: row });
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 1, max: 4 }), async (told, quarter) => {
        const figure = await shown(told, '0189', quarter);
        const own = told['0189'].slice(0, quarter);
        if (own.some(isSmall)) expect(figure).toMatchObject({ value: null, suppressed: true });
        if (figure?.suppressed === false) expect(figure.value).toBe(sum(own));
      }),
      { numRuns: 60 },
    );
  });

  it('says what is missing and not of how many', async () => {
    const sources: Sources = {
      municipalities,
      ask: async (_ctx, field, _query, variables) => {
        const { sets, municipalities: places, total } = variables['asked'] as Asked;
        const missing = [lacking('gegevens van plaatsingen', 3), lacking('maart 2026 is nog niet afgesloten')];
        const part = (set: number, municipality: string | null) => ({
          set,
          indicator: placed.code,
          municipality,
          numerator: 20,
          denominator: null,
          value: null,
          missing,
          rows: [],
        });
        return { data: { [`${field}FigureParts`]: sets.flatMap((_, set) => [...places, ...(total ? [null] : [])].map((place) => part(set, place))) } };
      },
    };
    const asked = { year: 2026, measuredOn: '2026-03-31', knownAt: new Date('2026-07-31T00:00:00Z') };
    const [figure] = await reporterToDate(sources, nobody, [placed], ['0189'], asked);
    expect([figure?.complete, figure?.missing]).toEqual([false, [lacking('gegevens van plaatsingen'), lacking('maart 2026 is nog niet afgesloten')]]);
  });

  it('is hidden when a share of the year is of few persons, though those of its quarters are not', async () => {
    const risers = indicatorOf('LADDER_STIJGERS') as Indicator;
    const of = async (yearToDate: number) => {
      const sources: Sources = {
        municipalities,
        ask: async (_ctx, field, _query, variables) => {
          const { sets, municipalities: places, total } = variables['asked'] as Asked;
          const part = (set: number, municipality: string | null, from: string, until: string) => {
            const whole = from === '2026-01-01' && until === '2026-06-30';
            return { set, indicator: risers.code, municipality, numerator: whole ? yearToDate : 10, denominator: 20, value: null, missing: [], rows: [] };
          };
          const parts = sets.flatMap(({ span }, set) => [...places, ...(total ? [null] : [])].map((place) => part(set, place, span.from, span.until)));
          return { data: { [`${field}FigureParts`]: parts } };
        },
      };
      const asked = { year: 2026, measuredOn: '2026-06-30', knownAt: new Date('2026-07-31T00:00:00Z') };
      return (await reporterToDate(sources, nobody, [risers], ['0189'], asked))[0];
    };
    expect(await of(10)).toMatchObject({ value: 50, suppressed: false, numerator: null, denominator: null });
    expect(await of(3)).toMatchObject({ value: null, suppressed: true });
    expect(await of(17)).toMatchObject({ value: null, suppressed: true });
  });

  it.each([
    ['2026-03-31', 1],
    ['2026-09-30', 3],
    ['2026-12-31', 4],
    ['2026-09-29', 0],
    ['2025-12-31', 0],
  ])('ends on %s with quarter %d', (day, quarter) => {
    expect(quarterEndingOn(2026, day)).toBe(quarter);
  });
});
