import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorOf, indicators } from './indicators.ts';
import { isManual, manualIndicators, steeredOf } from './manual-indicators.ts';
import { colourOf, type Direction, forecastOf, type ForecastRule, forecastRuleOf } from './steering.rules.ts';

describe('the rule of a forecast', () => {
  it.each<[string, ForecastRule, string]>([
    ['PLAATSINGEN_REGULIER', 'PRO_RATA', 'facts go on happening'],
    ['OMZET_DETACHERING', 'PRO_RATA', 'so does money'],
    ['NTW_PER_FTE', 'PRO_RATA', 'money that adds up, for the same people'],
    ['OVERDRACHTEN_PER_CLIENT', 'PRO_RATA', 'hand-overs that add up, of the same clients'],
    ['BESCHUT_GEREALISEERD_VS_TAAKSTELLING', 'AS_IT_IS', 'a state on a day'],
    ['WACHTLIJST_BESCHUT', 'AS_IT_IS', 'a state on a day'],
    ['WSW_ARBEIDSJAREN', 'AS_IT_IS', 'a mean over month-ends'],
    ['VERZUIM_PCT', 'AS_IT_IS', 'a ratio over a period'],
    ['LADDER_STIJGERS', 'AS_IT_IS', 'a share of persons'],
    ['DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', 'AS_IT_IS', 'a median'],
    ['WERKGEVERS_ACTIEF', 'NONE', 'each employer counts once, however long the year lasts'],
  ])('of %s is %s: %s', (code, rule) => {
    const of = indicatorOf(code);
    expect(of && forecastRuleOf(of)).toBe(rule);
  });
});

describe('a forecast', () => {
  it.each<[ForecastRule, number, number, string, number, number | null]>([
    // 273 of the 365 days.
    ['PRO_RATA', 273, 2026, '2026-09-30', 0, 365],
    ['PRO_RATA', 30, 2026, '2026-09-30', 0, 40],
    ['PRO_RATA', 1234.56, 2026, '2026-06-30', 2, 2489.58],
    // 274 of the 366 days of a leap year.
    ['PRO_RATA', 274, 2028, '2028-09-30', 0, 366],
    ['PRO_RATA', 7, 2026, '2026-12-31', 0, 7],
    ['PRO_RATA', 7, 2026, '2027-02-01', 0, 7],
    ['PRO_RATA', 1, 2026, '2026-01-01', 0, 365],
    ['PRO_RATA', 0, 2026, '2026-09-30', 0, 0],
    ['PRO_RATA', 7, 2026, '2025-12-31', 0, null],
    ['AS_IT_IS', 84.25, 2026, '2026-03-31', 1, 84.3],
    ['NONE', 12, 2026, '2026-11-30', 0, null],
    ['NONE', 12, 2026, '2026-12-31', 0, 12],
  ])('%s of %d in %d until %s with %d decimals is %s', (rule, value, year, until, decimals, forecast) => {
    expect(forecastOf(rule, value, year, until, decimals)).toBe(forecast);
  });

  it('is never below what already happened', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 364 }), (value, day) => {
        const until = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
        return (forecastOf('PRO_RATA', value, 2026, until, 2) as number) >= value;
      }),
    );
  });
});

describe('a colour', () => {
  it.each<[Direction, number, string]>([
    ['HIGHER', 40, 'GREEN'],
    ['HIGHER', 60, 'GREEN'],
    ['HIGHER', 38, 'GREEN'],
    ['HIGHER', 37.9, 'AMBER'],
    ['HIGHER', 35, 'AMBER'],
    ['HIGHER', 34.9, 'RED'],
    ['LOWER', 20, 'GREEN'],
    ['LOWER', 42, 'GREEN'],
    ['LOWER', 42.1, 'AMBER'],
    ['LOWER', 45, 'AMBER'],
    ['LOWER', 45.1, 'RED'],
    ['EXACT', 42, 'GREEN'],
    ['EXACT', 38, 'GREEN'],
    ['EXACT', 44, 'AMBER'],
    ['EXACT', 36, 'AMBER'],
    ['EXACT', 46, 'RED'],
    ['EXACT', 34, 'RED'],
  ])('of target 40, %s, amber beyond 2 and red beyond 5 for %d is %s', (direction, outcome, colour) => {
    expect(colourOf({ target: 40, direction, amberBeyond: 2, redBeyond: 5 }, outcome)).toBe(colour);
  });

  it('is not tipped by a binary fraction', () => {
    expect(colourOf({ target: 0.3, direction: 'HIGHER', amberBeyond: 0.1, redBeyond: 0.2 }, 0.2)).toBe('GREEN');
    expect(colourOf({ target: 0.3, direction: 'LOWER', amberBeyond: 0, redBeyond: 0 }, 0.1 + 0.2)).toBe('GREEN');
  });
});

describe('what can be steered on', () => {
  it('is each indicator and what is recorded by hand, which no figure is', () => {
    expect(manualIndicators.filter(({ code }) => indicatorOf(code) !== null)).toEqual([]);
    expect([...indicators, ...manualIndicators].every(({ code }) => steeredOf(code)?.code === code)).toBe(true);
    expect([isManual('EXPLOITATIERESULTAAT'), isManual('CONTACTEN'), steeredOf('NIETS')]).toEqual([true, false, null]);
  });
});
