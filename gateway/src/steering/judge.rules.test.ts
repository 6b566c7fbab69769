import { type Direction, lacking } from '@werkplein/indicators';
import { describe, expect, it } from 'vitest';
import { type Agreement, judge, type Realised } from './judge.rules.ts';

const at = (day: string): Date => new Date(`${day}T12:00:00Z`);
const terms = { target: 40, direction: 'HIGHER' as Direction, amberBeyond: 2, redBeyond: 5, definitionVersion: 1, number: 1 };
const agreement = (more: Partial<Agreement> = {}): Agreement => ({
  id: 'nuo:a',
  year: 2026,
  municipality: '0189',
  indicator: 'PLAATSINGEN_REGULIER',
  versions: [{ ...terms, establishedAt: at('2025-12-01') }],
  manualValues: [],
  ...more,
});
const figure = (value: number | null, more: Partial<Realised> = {}): Realised => ({
  value,
  reason: null,
  suppressed: false,
  complete: true,
  missing: [],
  ...more,
});
const september = { measuredOn: '2026-09-30', knownAt: at('2026-10-10') };
const adjusted = [...agreement().versions, { ...terms, number: 2, target: 20, establishedAt: at('2026-07-06') }];

describe('the judgement of an agreement', () => {
  it.each<[string, Agreement, Parameters<typeof judge>[1], Realised, object]>([
    ['on course', agreement(), september, figure(30), { value: 30, forecast: 40, colour: 'GREEN', why: null, text: '30', targetText: '40', versionNumber: 1 }],
    ['a little behind', agreement(), september, figure(27), { forecast: 36, colour: 'AMBER' }],
    ['far behind', agreement(), september, figure(20), { forecast: 27, colour: 'RED' }],
    [
      'a part of a sum',
      agreement(),
      september,
      figure(30, { complete: false, missing: [lacking('nuo')] }),
      { value: 30, forecast: null, colour: 'UNKNOWN', why: 'INCOMPLETE', missingSources: ['nuo'] },
    ],
    [
      'a source that is missing',
      agreement(),
      september,
      figure(null, { complete: false, reason: 'SOURCE_MISSING' }),
      { value: null, colour: 'UNKNOWN', why: 'INCOMPLETE', text: 'Een deel van de gegevens ontbreekt.' },
    ],
    [
      'nothing to divide by',
      agreement({ indicator: 'VERZUIM_PCT' }),
      september,
      figure(null, { reason: 'NO_DENOMINATOR' }),
      { colour: 'UNKNOWN', why: 'NO_VALUE', forecast: null },
    ],
    [
      'a small number',
      agreement(),
      september,
      figure(3, { suppressed: true }),
      { value: null, forecast: null, colour: 'UNKNOWN', why: 'SUPPRESSED', text: 'te klein om te tonen' },
    ],
    [
      'before anything was agreed',
      agreement(),
      { ...september, knownAt: at('2025-11-01') },
      figure(30),
      { target: null, targetText: null, versionNumber: null, colour: 'UNKNOWN', why: 'NOTHING_AGREED' },
    ],
    ['before the year', agreement(), { measuredOn: '2025-12-31', knownAt: at('2025-12-31') }, figure(null), { colour: 'UNKNOWN', why: 'NOT_BEGUN' }],
    [
      'another definition',
      agreement({ versions: [{ ...terms, definitionVersion: 0, establishedAt: at('2025-12-01') }] }),
      september,
      figure(30),
      { value: 30, forecast: null, why: 'DEFINITION_CHANGED' },
    ],
    [
      'different employers half-way',
      agreement({ indicator: 'WERKGEVERS_ACTIEF' }),
      september,
      figure(40),
      { forecast: null, colour: 'UNKNOWN', why: 'NO_FORECAST' },
    ],
    [
      'different employers at the end',
      agreement({ indicator: 'WERKGEVERS_ACTIEF' }),
      { measuredOn: '2026-12-31', knownAt: at('2027-01-05') },
      figure(40),
      { forecast: 40, colour: 'GREEN' },
    ],
    ['the terms as known then', agreement({ versions: adjusted }), { ...september, knownAt: at('2026-07-05') }, figure(20), { versionNumber: 1, target: 40 }],
    ['the terms as adjusted', agreement({ versions: adjusted }), september, figure(20), { versionNumber: 2, target: 20, forecast: 27, colour: 'GREEN' }],
    // Of the year only the days until 30 June have passed.
    ['a day to come', agreement(), { measuredOn: '2026-12-31', knownAt: at('2026-06-30') }, figure(20), { forecast: 40, colour: 'GREEN' }],
  ])('of %s', (_, of, moment, realised, judged) => {
    expect(judge(of, moment, realised)).toMatchObject(judged);
  });

  const manual = agreement({
    indicator: 'EXPLOITATIERESULTAAT',
    versions: [{ ...terms, target: 0, amberBeyond: 1000, redBeyond: 5000, establishedAt: at('2025-12-01') }],
    manualValues: [
      { measuredOn: '2026-06-30', value: -500, recordedAt: at('2026-07-20'), replacedAt: at('2026-09-01') },
      { measuredOn: '2026-06-30', value: -2000, recordedAt: at('2026-09-01'), replacedAt: null },
    ],
  });
  it.each([
    ['2026-07-19', { value: null, text: 'nog niet vastgelegd', colour: 'UNKNOWN', why: 'NO_VALUE' }],
    ['2026-07-20', { value: -500, forecast: -500, colour: 'GREEN' }],
    ['2026-09-01', { value: -2000, text: '€ -2.000,00', colour: 'AMBER' }],
  ])('of what is recorded by hand, as known on %s', (day, judged) => {
    expect(judge(manual, { measuredOn: '2026-08-31', knownAt: at(day) }, null)).toMatchObject(judged);
  });
});
