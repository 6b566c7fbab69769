import { type Indicator, indicatorOf, lacking } from '@werkplein/indicators';
import { describe, expect, it } from 'vitest';
import type { Figure } from './ask-sources.ts';
import { forReporter } from './reporter.ts';

const figureOf = (code: string, value: number | null, numerator: number | null, denominator: number | null): Figure => ({
  indicator: indicatorOf(code) as Indicator,
  municipality: '0189',
  value,
  reason: null,
  numerator,
  denominator,
  complete: true,
  missing: [],
  rows: [],
});

describe('a figure that is no count, as a reporter sees it', () => {
  it.each([
    ['a ratio of many', 'LADDER_STIJGERS', 50, 10, 20, false],
    ['a ratio of which few are in it', 'LADDER_STIJGERS', 10, 2, 20, true],
    ['a ratio of which few are not in it', 'LADDER_STIJGERS', 90, 18, 20, true],
    ['a ratio of nobody', 'LADDER_STIJGERS', 0, 0, 20, false],
    ['a mean over three month-ends', 'WSW_ARBEIDSJAREN', 40.5, 12150, 3, false],
    ['a mean of few', 'WSW_ARBEIDSJAREN', 4.5, 1350, 3, true],
    ['a mean of nobody', 'WSW_SE', 0, 0, 3, false],
    ['a number that is about nobody', 'CONTACTEN', 3, 3, null, false],
  ])('%s', (_, code, value, numerator, denominator, suppressed) => {
    const [shown] = forReporter(indicatorOf(code) as Indicator, [[figureOf(code, value, numerator, denominator)]], [[0, 0]]);
    expect([shown?.suppressed, shown?.value]).toEqual([suppressed, suppressed ? null : value]);
  });

  it('tells what is missing, but not of how many', () => {
    const figure = {
      ...figureOf('VERZUIM_PCT', null, null, null),
      missing: [lacking('oktober 2026 is nog niet afgesloten'), lacking('gegevens van plaatsingen', 3)],
    };
    const [shown] = forReporter(figure.indicator, [[figure]], [[0, 0]]);
    expect(shown?.missing).toEqual([lacking('oktober 2026 is nog niet afgesloten'), lacking('gegevens van plaatsingen')]);
  });
});
