import fc from 'fast-check';
import { addDays, daysBetween } from '@werkplein/kernel';
import { describe, expect, it } from 'vitest';
import { lawParameterRows } from '../law-parameters/law-parameters.rows.ts';
import { brokenExemptionRule, type ExemptionContext, type ExemptionPeriod, exemptionStateOn, nextReview, usedUntil } from './exemption.rules.ts';

const parent = (startsOn: string, endsOn: string | null): ExemptionPeriod => ({ ground: 'SINGLE_PARENT', startsOn, endsOn });
const urgent = (startsOn: string, endsOn: string | null): ExemptionPeriod => ({ ground: 'URGENT_TEMPORARY', startsOn, endsOn });
const context = (more: Partial<ExemptionContext> = {}): ExemptionContext => ({
  parameters: lawParameterRows,
  decision: { startsOn: '2020-01-01', endsOn: null },
  others: [],
  carriedMonths: 0,
  youngestChildBornOn: '2025-06-15',
  ...more,
});

describe('the time that was used of a ground', () => {
  it.each<[ExemptionPeriod[], number, string, object]>([
    [[], 0, '2027-01-01', { months: 0, days: 0 }],
    [[], 7, '2027-01-01', { months: 7, days: 0 }],
    [[parent('2026-01-01', '2026-06-30')], 0, '2027-01-01', { months: 6, days: 0 }],
    [[parent('2026-01-01', '2026-07-15')], 0, '2027-01-01', { months: 6, days: 15 }],
    [[parent('2026-01-01', '2026-01-15'), parent('2026-03-01', '2026-03-15')], 0, '2027-01-01', { months: 1, days: 0 }],
    [[parent('2026-01-01', null)], 3, '2026-02-28', { months: 5, days: 0 }],
    [[parent('2026-01-31', '2026-02-27')], 0, '2027-01-01', { months: 1, days: 0 }],
    [[parent('2027-02-01', '2027-06-30')], 0, '2027-01-01', { months: 0, days: 0 }],
    [[urgent('2026-01-01', '2026-06-30')], 0, '2027-01-01', { months: 0, days: 0 }],
    // Ended before it began.
    [[parent('2026-06-01', '2026-05-31')], 0, '2027-01-01', { months: 0, days: 0 }],
  ])('%j with %d months elsewhere until %s is %j', (periods, carried, day, used) => {
    expect(usedUntil(periods, 'SINGLE_PARENT', carried, day)).toEqual(used);
  });

  it('is never more than the days that passed, and never counts a day twice when a period is cut in two', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2025-01-01', n));
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [from, middle, to] = [a, b, c].toSorted() as [string, string, string];
        const whole = usedUntil([parent(from, to)], 'SINGLE_PARENT', 0, to);
        const days = ({ months, days: rest }: { months: number; days: number }) => months * 28 + rest;
        expect(days(whole)).toBeLessThanOrEqual(daysBetween(from, to) + 1);
        const cut = usedUntil([parent(from, middle), ...(middle < to ? [parent(addDays(middle, 1), to)] : [])], 'SINGLE_PARENT', 0, to);
        expect(Math.abs(cut.months - whole.months)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('an exemption', () => {
  it.each<[ExemptionPeriod, Partial<ExemptionContext>, object | null]>([
    [parent('2026-12-01', '2027-05-31'), {}, null],
    [parent('2026-12-01', '2027-05-31'), { decision: null }, { rule: 'DECISION_NEEDED', lastDay: null }],
    [parent('2026-12-01', '2027-05-31'), { decision: { startsOn: '2027-01-01', endsOn: null } }, { rule: 'DECISION_NEEDED', lastDay: null }],
    [parent('2026-12-01', '2027-05-31'), { decision: { startsOn: '2026-12-01', endsOn: '2027-03-31' } }, { rule: 'DECISION_NEEDED', lastDay: '2027-03-31' }],
    // Five years old on 2030-06-15.
    [parent('2026-12-01', '2030-06-14'), {}, null],
    [parent('2026-12-01', '2030-06-15'), {}, { rule: 'CHILD_TOO_OLD', lastDay: '2030-06-14' }],
    [parent('2026-12-01', null), {}, { rule: 'CHILD_TOO_OLD', lastDay: '2030-06-14' }],
    [parent('2026-12-01', '2027-05-31'), { youngestChildBornOn: '2021-12-01' }, { rule: 'CHILD_TOO_OLD', lastDay: null }],
    // Sixty months, wherever.
    [parent('2026-12-01', '2027-05-31'), { carriedMonths: 54 }, null],
    [parent('2026-12-01', '2027-06-01'), { carriedMonths: 54 }, { rule: 'TERM_USED_UP', lastDay: '2027-05-31' }],
    [parent('2026-12-01', '2026-12-01'), { carriedMonths: 60 }, { rule: 'TERM_USED_UP', lastDay: null }],
    [parent('2026-12-01', '2027-05-31'), { carriedMonths: 53, others: [parent('2026-01-01', '2026-01-15')] }, null],
    [parent('2026-12-01', '2027-06-30'), { carriedMonths: 53, others: [parent('2026-01-01', '2026-01-15')] }, { rule: 'TERM_USED_UP', lastDay: '2027-06-15' }],
    [parent('2026-12-01', '2027-05-31'), { others: [urgent('2027-05-31', null)] }, { rule: 'OVERLAPS', lastDay: '2027-05-30' }],
    [parent('2026-12-01', '2027-05-31'), { others: [urgent('2026-12-01', '2026-12-01')] }, { rule: 'OVERLAPS', lastDay: null }],
    [parent('2026-12-01', '2027-05-31'), { others: [urgent('2027-06-01', null), urgent('2026-12-05', '2026-12-04')] }, null],
    [urgent('2026-12-01', '2040-01-01'), { youngestChildBornOn: null, carriedMonths: 60 }, null],
  ])('of %j given %j: %j', (wanted, more, broken) => {
    expect(brokenExemptionRule(wanted, context(more))).toEqual(broken);
  });

  it.each([
    ['2026-12-31', 'RUNNING'],
    ['2027-01-01', 'ENDED'],
  ] as const)('with last day 31 December is on %s %s', (day, state) => {
    expect(exemptionStateOn({ status: 'RUNNING', endsOn: '2026-12-31' }, day)).toBe(state);
  });

  it('of a single parent is examined again within the term of the law, as long as it runs', () => {
    expect(nextReview(parent('2026-12-01', '2027-12-31'), '2026-12-01', lawParameterRows)).toBe('2027-06-01');
    expect(nextReview(parent('2026-12-01', '2027-05-31'), '2026-12-01', lawParameterRows)).toBeNull();
    expect(nextReview(urgent('2026-12-01', null), '2026-12-01', lawParameterRows)).toBeNull();
  });
});
