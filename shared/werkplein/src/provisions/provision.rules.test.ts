import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@werkplein/kernel';
import { lawParameterRows } from '../law-parameters/law-parameters.rows.ts';
import type { ProvisionKind } from './provision.kinds.ts';
import { brokenProvisionRule, milestonesFrom, type ProvisionContext, type ProvisionFacts, type UsePeriod } from './provision.rules.ts';

const use = (startsOn: string, endsOn: string | null = null): UsePeriod => ({ startsOn, endsOn });
const facts = (kind: ProvisionKind, ...uses: UsePeriod[]): ProvisionFacts => ({ kind, uses, stopBy: null });
const context = (more: Partial<ProvisionContext> = {}): ProvisionContext => ({
  today: '2026-11-23',
  birthDate: '1985-04-03',
  parameters: lawParameterRows,
  granted: [],
  others: [],
  ...more,
});
const other = (kind: ProvisionKind, ...uses: UsePeriod[]) => ({ id: 'other', ...facts(kind, ...uses) });

describe('a provision that needs a decision', () => {
  const trial = { kind: 'PROEFPLAATSING' as const, startsOn: '2026-09-01', endsOn: '2026-10-31' };
  const longer = { kind: 'PROEFPLAATSING_VERLENGING' as const, startsOn: '2026-11-01', endsOn: '2026-12-31' };
  it.each<[UsePeriod[], ProvisionContext['granted'], string | null]>([
    [[use('2026-09-01', '2026-10-31')], [trial], null],
    [[use('2026-08-31', '2026-10-31')], [trial], '2026-08-31'],
    [[use('2026-09-01', '2026-11-01')], [trial], '2026-11-01'],
    [[use('2026-09-01', '2026-11-30')], [trial, longer], null],
    [[use('2026-09-01', '2026-11-30')], [longer, trial], null],
    // What goes on is judged until today.
    [[use('2026-09-01')], [trial, longer], null],
    [[use('2026-09-01')], [trial], '2026-11-01'],
    [[use('2026-09-01', '2026-09-10'), use('2026-11-05', '2026-11-10')], [trial], '2026-11-05'],
    [[use('2026-09-01', '2026-09-10')], [{ ...trial, endsOn: null }], null],
    [[use('2026-09-01', '2026-09-10')], [{ ...trial, kind: 'JOBCOACH' }], '2026-09-01'],
    [[use('2026-09-01', '2026-09-10')], [], '2026-09-01'],
  ])('and is used %j under %j is broken from %s', (uses, granted, from) => {
    expect(brokenProvisionRule(facts('PROEFPLAATSING', ...uses), context({ granted }))?.firstDay ?? null).toBe(from);
  });

  it('is one that has a decision named for it; others need none', () => {
    expect(brokenProvisionRule(facts('JOBCOACH', use('2026-09-01')), context())?.rule).toBe('DECISION_NEEDED');
    expect(brokenProvisionRule(facts('TRAINING', use('2026-09-01')), context())).toBeNull();
  });
});

describe('two provisions', () => {
  it.each<[ProvisionKind, ProvisionKind, boolean]>([
    ['WORK_EXPERIENCE', 'WORK_EXPERIENCE', true],
    ['WORK_EXPERIENCE', 'OTHER_WORKPLACE', true],
    ['OTHER_WORKPLACE', 'LOONWAARDE_TRIAL', true],
    ['WORK_EXPERIENCE', 'LOONKOSTENSUBSIDIE', true],
    ['LOONWAARDE_TRIAL', 'LOONKOSTENSUBSIDIE', true],
    ['OTHER_WORKPLACE', 'LOONKOSTENSUBSIDIE', false],
    ['WORK_EXPERIENCE', 'TRAINING', false],
    ['TRAINING', 'TRAINING', false],
    ['OTHER_FACILITATING', 'OTHER_FACILITATING', false],
    ['MEDIATION', 'MEDIATION', true],
    ['OTHER_WORKPLACE', 'JOBCOACH', false],
  ])('%s and %s exclude each other on one day: %s', (kind, second, excluded) => {
    const uses = [use('2026-01-01', '2026-03-31')];
    const granted = [
      { kind: 'LKS' as const, startsOn: '2020-01-01', endsOn: null },
      { kind: 'JOBCOACH' as const, startsOn: '2020-01-01', endsOn: null },
    ];
    const broken = brokenProvisionRule(facts(kind, ...uses), context({ granted, others: [other(second, use('2026-03-31'))] }));
    expect(broken).toEqual(excluded ? { rule: 'OVERLAPS', firstDay: '2026-03-31', lastDay: '2026-03-31', provisionId: 'other' } : null);
    const back = brokenProvisionRule(facts(second, ...uses), context({ granted, others: [other(kind, use('2026-03-31'))] }));
    expect(back === null).toBe(!excluded);
    expect(brokenProvisionRule(facts(kind, ...uses), context({ granted, others: [other(second, use('2026-04-01'))] }))).toBeNull();
  });

  it('never exclude each other when no day is in both', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n));
    fc.assert(
      fc.property(day, day, day, day, (a, b, c, d) => {
        const [one, two] = [[a, b].toSorted(), [c, d].toSorted()] as [[string, string], [string, string]];
        const broken = brokenProvisionRule(facts('MEDIATION', use(...one)), context({ others: [other('MEDIATION', use(...two))] }));
        expect(broken === null).toBe(one[1] < two[0] || two[1] < one[0]);
      }),
    );
  });
});

describe('a participatieplaats', () => {
  const granted = [{ kind: 'PARTICIPATIEPLAATS' as const, startsOn: '2026-01-01', endsOn: null }];
  it.each([
    ['1999-01-01', null],
    ['1999-01-02', { rule: 'TOO_YOUNG', firstDay: '2026-01-01', lastDay: '2026-01-01', provisionId: null }],
  ])('of somebody born on %s from the first of 2026: %j', (birthDate, broken) => {
    expect(brokenProvisionRule(facts('PARTICIPATIEPLAATS', use('2026-01-01')), context({ granted, birthDate }))).toEqual(broken);
  });

  it('stops when a review found that it does not help', () => {
    const stopping = { ...facts('PARTICIPATIEPLAATS', use('2026-01-01', '2026-11-20')), stopBy: '2026-11-20' };
    expect(brokenProvisionRule(stopping, context({ granted }))).toBeNull();
    expect(brokenProvisionRule({ ...stopping, uses: [use('2026-01-01')] }, context({ granted }))).toEqual({
      rule: 'MUST_STOP',
      firstDay: '2026-11-21',
      lastDay: null,
      provisionId: null,
    });
  });

  it('has a review, an offer of training and a premium on the days of the law', () => {
    expect(milestonesFrom('PARTICIPATIEPLAATS', '2026-08-31', lawParameterRows)).toEqual([
      { kind: 'TRAINING_OFFER', dueOn: '2027-02-28' },
      { kind: 'PREMIUM', dueOn: '2027-02-28' },
      { kind: 'REVIEW', dueOn: '2027-05-31' },
    ]);
    expect(milestonesFrom('JOBCOACH', '2026-08-31', lawParameterRows)).toEqual([]);
  });
});
