import { describe, expect, it } from 'vitest';
import { lawParameterRows } from '../law-parameters/law-parameters.rows.ts';
import { chainOf, type DecisionFacts, isOverdue, type Precedents, ruleBroken } from './decision.rules.ts';

const facts = (more: Partial<DecisionFacts>): DecisionFacts => ({
  kind: 'LKS',
  outcome: 'GRANTED',
  appliedOn: null,
  decidedOn: '2026-01-01',
  startsOn: null,
  endsOn: null,
  loonwaardeId: null,
  extendsId: null,
  forfait: false,
  ...more,
});
const before = (more: Partial<Precedents> = {}): Precedents => ({
  parameters: lawParameterRows,
  inForce: [],
  wsw: [],
  establishedIds: new Set(),
  birthDate: '1985-04-03',
  ...more,
});
const application = (appliedOn: string, more: Partial<DecisionFacts> = {}) => ({
  id: 'a',
  ...facts({ kind: 'DOELGROEP_LKS', appliedOn, startsOn: appliedOn, ...more }),
});

describe('an application for the doelgroep LKS', () => {
  it.each([
    ['2026-02-28', [], null],
    ['2026-02-28', [application('2025-03-01')], '2026-03-01'],
    ['2026-03-01', [application('2025-03-01')], null],
    ['2026-03-01', [application('2025-03-01', { outcome: 'REFUSED' })], null],
    ['2025-06-01', [application('2025-03-01', { outcome: 'REFUSED' })], '2026-03-01'],
    ['2025-06-01', [application('2025-03-01', { outcome: 'NOT_CONSIDERED' })], null],
    ['2025-06-01', [application('2025-03-01', { kind: 'BESCHUT_WERK' })], null],
    // Recorded late: an application of before one that is there already.
    ['2025-03-01', [application('2025-06-01')], '2026-06-01'],
    ['2025-06-01', [application('2024-06-01'), application('2025-05-01')], '2026-05-01'],
  ])('of %s after %j is possible from %s', (appliedOn, inForce, day) => {
    expect(ruleBroken(application(appliedOn), before({ inForce }))).toEqual(day && { rule: 'APPLIED_TOO_SOON', nearestDay: day });
  });
  it('that comes too soon can be left unconsidered', () => {
    expect(ruleBroken(application('2025-06-01', { outcome: 'NOT_CONSIDERED' }), before({ inForce: [application('2025-03-01')] }))).toBeNull();
  });
});

describe('a proefplaatsing', () => {
  const trial = (startsOn: string, endsOn: string | null, more: Partial<DecisionFacts> = {}) => facts({ kind: 'PROEFPLAATSING', startsOn, endsOn, ...more });
  it.each([
    ['2025-12-31', '2026-02-27', null],
    ['2025-12-31', '2026-02-28', '2026-02-27'],
    ['2026-08-31', '2026-10-30', null],
    ['2026-08-31', '2026-10-31', '2026-10-30'],
    ['2026-08-31', null, '2026-10-30'],
  ])('from %s to %s lasts at most until %s', (startsOn, endsOn, day) => {
    expect(ruleBroken(trial(startsOn, endsOn), before())).toEqual(day && { rule: 'TRIAL_TOO_LONG', nearestDay: day });
  });
  it('that is refused keeps no term', () => {
    expect(ruleBroken(trial('2026-01-01', '2026-12-31', { outcome: 'REFUSED' }), before())).toBeNull();
  });

  const first = { id: 'first', ...trial('2026-08-31', '2026-10-30') };
  const extension = (startsOn: string, endsOn: string, extendsId = 'first') => facts({ kind: 'PROEFPLAATSING_VERLENGING', startsOn, endsOn, extendsId });
  const second = { id: 'second', ...extension('2026-10-31', '2026-12-31') };
  it.each([
    ['2026-10-31', '2027-02-27', [first], null],
    ['2026-10-31', '2027-02-28', [first], { rule: 'TRIAL_TOO_LONG', nearestDay: '2027-02-27' }],
    ['2026-11-01', '2027-01-31', [first], { rule: 'EXTENDS_NO_TRIAL', nearestDay: '2026-10-31' }],
    ['2027-01-01', '2027-02-27', [first, second], null],
    ['2026-10-31', '2027-02-27', [first, second], { rule: 'EXTENDS_NO_TRIAL', nearestDay: '2027-01-01' }],
    ['2026-10-31', '2027-02-27', [], { rule: 'EXTENDS_NO_TRIAL', nearestDay: null }],
    ['2026-10-31', '2027-02-27', [{ ...first, outcome: 'REFUSED' as const }], { rule: 'EXTENDS_NO_TRIAL', nearestDay: null }],
  ])('is extended from %s to %s after %j: %j', (startsOn, endsOn, inForce, broken) => {
    expect(ruleBroken(extension(startsOn, endsOn), before({ inForce }))).toEqual(broken);
  });
});

describe('a participatieplaats', () => {
  const place = (startsOn: string, endsOn: string | null, extendsId: string | null = null) =>
    facts({ kind: 'PARTICIPATIEPLAATS', startsOn, endsOn, extendsId });
  it.each([
    ['1999-11-24', '2026-11-24', null],
    ['1999-11-25', '2026-11-24', '2026-11-25'],
    // Born on a leap day: a year older on the last of February.
    ['2000-02-29', '2027-02-27', '2027-02-28'],
    ['2000-02-29', '2027-02-28', null],
  ])('of somebody born on %s can begin on %s, or else from %s', (birthDate, startsOn, day) => {
    expect(ruleBroken(place(startsOn, startsOn), before({ birthDate }))).toEqual(day && { rule: 'TOO_YOUNG', nearestDay: day });
  });

  const first = { id: 'first', ...place('2024-01-01', '2025-12-31') };
  const second = { id: 'second', ...place('2026-01-01', '2026-12-31', 'first') };
  const third = { id: 'third', ...place('2027-01-01', '2027-12-31', 'first') };
  it.each<[string, string | null, string | null, Precedents['inForce'], object | null]>([
    ['2026-01-01', '2027-12-31', null, [], null],
    ['2026-01-01', '2028-01-01', null, [], { rule: 'PLACE_TOO_LONG', nearestDay: '2027-12-31' }],
    ['2026-01-01', null, null, [], { rule: 'PLACE_TOO_LONG', nearestDay: '2027-12-31' }],
    ['2026-01-01', '2026-12-31', 'first', [first], null],
    ['2026-01-01', '2027-01-01', 'first', [first], { rule: 'PLACE_TOO_LONG', nearestDay: '2026-12-31' }],
    ['2026-02-01', '2026-12-31', 'first', [first], { rule: 'EXTENDS_NO_PLACE', nearestDay: '2026-01-01' }],
    ['2027-01-01', '2027-12-31', 'first', [first, second], null],
    ['2028-01-01', '2028-06-30', 'first', [first, second, third], { rule: 'PLACE_TOO_LONG', nearestDay: '2027-12-31' }],
    ['2026-01-01', '2026-12-31', 'first', [{ ...first, outcome: 'REFUSED' }], { rule: 'EXTENDS_NO_PLACE', nearestDay: null }],
    ['2026-01-01', '2026-12-31', 'first', [{ ...first, kind: 'PROEFPLAATSING' }], { rule: 'EXTENDS_NO_PLACE', nearestDay: null }],
  ])('from %s to %s that extends %s after %j: %j', (startsOn, endsOn, extendsId, inForce, broken) => {
    expect(ruleBroken(place(startsOn, endsOn, extendsId), before({ inForce }))).toEqual(broken);
  });
});

it('belongs to the first decision before all that it corrects or extends', () => {
  const row = (id: string, extendsId: string | null, revisesId: string | null) => ({ id, extendsId, revisesId });
  const rows = [row('a', null, null), row('b', null, 'a'), row('c', 'b', null), row('d', 'b', 'c'), row('e', null, null)];
  expect(rows.map(({ id }) => chainOf(rows, id))).toEqual(['a', 'a', 'a', 'a', 'e']);
});

describe('loonkostensubsidie', () => {
  const lks = (more: Partial<DecisionFacts>) => facts({ startsOn: '2026-08-31', ...more });
  const establishedIds = new Set(['l']);
  it.each<[Partial<DecisionFacts>, Partial<Precedents>, object | null]>([
    [{ loonwaardeId: 'l' }, { establishedIds }, null],
    [{ loonwaardeId: 'l' }, {}, { rule: 'LKS_WITHOUT_LOONWAARDE', nearestDay: null }],
    [{}, { establishedIds }, { rule: 'LKS_WITHOUT_LOONWAARDE', nearestDay: null }],
    [{ outcome: 'REFUSED' }, {}, null],
    [{ forfait: true, endsOn: '2027-02-27' }, {}, null],
    [{ forfait: true, endsOn: '2027-02-28' }, {}, { rule: 'FORFAIT_TOO_LONG', nearestDay: '2027-02-27' }],
    [{ forfait: true }, {}, { rule: 'FORFAIT_TOO_LONG', nearestDay: '2027-02-27' }],
    [{ loonwaardeId: 'l' }, { establishedIds, wsw: [{ validFrom: '2027-01-01', validUntil: null }] }, { rule: 'LKS_FOR_WSW', nearestDay: null }],
    [{ loonwaardeId: 'l' }, { establishedIds, wsw: [{ validFrom: '2020-01-01', validUntil: '2026-08-30' }] }, null],
  ])('of %j given %j: %j', (more, precedents, broken) => {
    expect(ruleBroken(lks(more), before(precedents))).toEqual(broken);
  });
});

it('is overdue from the day after its term', () => {
  expect([isOverdue('2026-12-28', '2026-12-28'), isOverdue('2026-12-28', '2026-12-29'), isOverdue(null, '2026-12-29')]).toEqual([false, true, false]);
});

it('follows a parameter that changes', () => {
  const longer = lawParameterRows.map((row) => (row.code === 'PROEFPLAATSING_TERM' ? { ...row, value: 3, validFrom: '2027-01-01', version: '2027-01' } : row));
  const parameters = [...lawParameterRows, ...longer];
  const trial = (startsOn: string, endsOn: string) => ruleBroken(facts({ kind: 'PROEFPLAATSING', startsOn, endsOn }), before({ parameters }));
  expect([trial('2026-12-01', '2027-02-28')?.rule, trial('2027-01-01', '2027-03-31')]).toEqual(['TRIAL_TOO_LONG', null]);
});
