import { describe, expect, it } from 'vitest';
import type { AxisValue } from '../doelgroep/doelgroep.rules.ts';
import { daysOfMonth, recordsOf, type SrgPerson, type SrgUse } from './srg.rules.ts';

const person = (more: Partial<SrgPerson> & { grondslag?: AxisValue | null } = {}): SrgPerson => ({
  clientId: 'c',
  hasBsn: true,
  birthDate: '1985-04-03',
  grondslagOn: () => (more.grondslag === undefined ? 'NUG' : more.grondslag),
  ...more,
});
const use = (more: Partial<SrgUse> = {}): SrgUse => ({
  clientId: 'c',
  provisionId: 'p',
  kind: 'JOBCOACH',
  code: '30',
  executor: 'NUO',
  startsOn: '2026-09-14',
  endsOn: null,
  wageValuePct: null,
  forfait: false,
  monthlyCents: null,
  ...more,
});
const lks = (more: Partial<SrgUse>) => use({ kind: 'LOONKOSTENSUBSIDIE', code: null, ...more });

it.each([
  ['2026-10', '2026-10-01', '2026-10-31'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
])('month %s has the days %s to %s', (month, first, last) => {
  expect(daysOfMonth(month)).toEqual({ first, last });
});

describe('of a person in a month', () => {
  it.each<[string, SrgPerson, SrgUse[], number[], string[]]>([
    ['a provision', person(), [use()], [1, 0], []],
    ['a subsidy by a loonwaarde', person(), [lks({ wageValuePct: 55.8 })], [0, 1], []],
    ['a subsidy by the forfait', person(), [lks({ forfait: true }), use()], [1, 1], []],
    ['a subsidy by neither', person(), [lks({}), use()], [1, 0], ['NO_WAGE_VALUE']],
    ['a provision without a code', person(), [use({ code: null }), use({ code: '31' })], [1, 0], ['NO_CODE']],
    ['nothing that is valid', person(), [use({ code: null })], [0, 0], ['NO_CODE']],
    ['somebody without a BSN', person({ hasBsn: false }), [use(), use()], [0, 0], ['NO_BSN']],
    ['somebody without a grondslag', person({ grondslag: null }), [use()], [0, 0], ['NO_GRONDSLAG']],
  ])('%s is delivered, or rejected with its reason', (_, who, uses, counts, reasons) => {
    const found = recordsOf(who, uses, '2026-10-31');
    expect([found?.records?.provisions.length ?? 0, found?.records?.subsidies.length ?? 0]).toEqual(counts);
    expect(found?.rejected.map(({ reason }) => reason)).toEqual(reasons);
  });

  it.each<[AxisValue, boolean]>([
    ['ALGEMENE_BIJSTAND', true],
    ['IOAW', true],
    ['IOAZ', true],
    ['ANW', true],
    ['NUG', true],
    ['WIA_UITSTROMER', true],
    ['WSW', false],
    ['UWV_OVEREENKOMST', false],
    ['DOOR_VOORZIENING', false],
    ['PRO_VSO_ENTREE', false],
  ])('grondslag %s counts: %s', (grondslag, counted) => {
    expect(recordsOf(person({ grondslag }), [use()], '2026-10-31') !== null).toBe(counted);
  });

  it('the period is the real one, and has no end when it goes on after the month', () => {
    const ends = recordsOf(person(), [use({ endsOn: '2026-10-31' }), use({ endsOn: '2026-11-01' }), use()], '2026-10-31')?.records?.provisions;
    expect(ends?.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ['2026-09-14', '2026-10-31'],
      ['2026-09-14', null],
      ['2026-09-14', null],
    ]);
  });

  it('the grondslag is that of the last day of use in the month', () => {
    const days: string[] = [];
    const asked = { ...person(), grondslagOn: (day: string) => (days.push(day), 'NUG' as const) };
    recordsOf(asked, [use({ endsOn: '2026-10-12' }), use({ endsOn: '2026-10-20' })], '2026-10-31');
    recordsOf(asked, [use({ endsOn: '2026-12-12' })], '2026-10-31');
    expect(days).toEqual(['2026-10-20', '2026-10-31']);
  });
});
