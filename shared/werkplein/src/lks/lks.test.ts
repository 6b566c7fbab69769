import { dialects } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawParameterRows } from '../law-parameters/law-parameters.rows.ts';
import { werkpleinForTest } from '../testing/index.ts';
import { lksIndication, lksText } from './lks.rules.ts';

const day = '2026-07-01';
const of = (wageValue: number | 'FORFAIT', hours: number) => lksIndication(lawParameterRows, wageValue, hours, day);

describe('the indicative loonkostensubsidie', () => {
  it.each([
    [100, 36, 0, 0, false],
    [60, 36, 101_021, 124_760, false],
    [40, 36, 151_531, 187_141, false],
    [29, 36, 176_786, 218_331, true],
    [20, 36, 176_786, 218_331, true],
    [40, 24, 101_021, 124_760, false],
    [55, 32, 101_021, 124_760, false],
    ['FORFAIT', 36, 126_276, 155_951, false],
    ['FORFAIT', 24, 84_184, 103_967, false],
  ] as const)('at a loonwaarde of %s and %s hours is %s, with employer cost %s', (wageValue, hours, monthlyCents, withEmployerCostCents, capped) => {
    expect(of(wageValue, hours)).toMatchObject({ monthlyCents, withEmployerCostCents, capped });
  });

  it('says what it rests on', () => {
    const found = of(60, 36);
    expect(found.unconfirmed.map(({ code }) => code)).toEqual(['FULL_MONTH_HOURS', 'FULL_WEEK_HOURS', 'HOLIDAY_ALLOWANCE', 'LKS_EMPLOYER_COST']);
    expect(lksText(found)).toBe(
      'Dit is een indicatie, geen besluit. Berekend met wat de wet zegt op 1 juli 2026. Nog niet bevestigd: de uren van een volledige maand, de uren van een volledige week, de vakantiebijslag en de lasten van de werkgever.',
    );
  });

  const wageValue = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
  const hours = fc.integer({ min: 1, max: 160 }).map((value) => value / 4);

  it('never rises with the loonwaarde', () => {
    fc.assert(fc.property(wageValue, wageValue, hours, (a, b, week) => of(Math.max(a, b), week).monthlyCents <= of(Math.min(a, b), week).monthlyCents));
  });
  it('never falls with the hours', () => {
    fc.assert(fc.property(wageValue, hours, hours, (value, a, b) => of(value, Math.min(a, b)).monthlyCents <= of(value, Math.max(a, b)).monthlyCents));
  });
  it('is never above the cap or below nothing, and nothing at 100 %', () => {
    fc.assert(
      fc.property(wageValue, hours, (value, week) => {
        const { monthlyCents, withEmployerCostCents } = of(value, week);
        return (
          monthlyCents >= 0 &&
          monthlyCents <= of(0, 36).monthlyCents &&
          withEmployerCostCents <= of(0, 36).withEmployerCostCents &&
          of(100, week).monthlyCents === 0
        );
      }),
    );
  });
});

const query = `query ($pct: Float, $hours: Float!, $on: String, $forfait: Boolean! = false) { almelo {
  lksIndication(wageValuePct: $pct, hoursPerWeek: $hours, on: $on, forfait: $forfait) { on monthlyCents withEmployerCostCents capped parameterSet text unconfirmed { code note } } } }`;

describe.each(dialects)('asking for an indication on %s', (dialect) => {
  it('gives both amounts, labelled, in one statement', async () => {
    const { ask } = await werkpleinForTest(dialect);
    const { data, statements } = await ask('almelo.klantregisseur', query, { pct: 60, hours: 36 });
    expect(data.almelo.lksIndication).toMatchObject({ on: '2026-11-23', monthlyCents: 101_021, withEmployerCostCents: 124_760, parameterSet: '2026-07' });
    expect(data.almelo.lksIndication.text).toContain('indicatie');
    expect(data.almelo.lksIndication.unconfirmed).toHaveLength(4);
    expect(statements).toBe(1);
    const forfait = await ask('nuo.accountmanager', query, { forfait: true, hours: 24 });
    expect(forfait.data.almelo.lksIndication.monthlyCents).toBe(84_184);
  });

  it.each([
    [{ pct: 101, hours: 41, on: 'x' }, ['hoursPerWeek', 'on', 'wageValuePct']],
    [{ hours: 36 }, ['wageValuePct']],
    [{ pct: 50, hours: 36, forfait: true }, ['wageValuePct']],
    [{ pct: 50, hours: 36, on: '2026-06-30' }, ['on']],
  ])('refuses %j', async (variables, paths) => {
    const { ask } = await werkpleinForTest(dialect);
    const { errors } = await ask('almelo.klantregisseur', query, variables);
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path[0])).toEqual(paths);
  });
});
