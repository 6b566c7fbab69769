import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, type ImportSummary, newIds, runImport } from '@werkplein/kernel';
import { databaseForTest, dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { moduleFor, testDay, werkpleinForTest } from '../testing/index.ts';
import { lawParameterImport } from './law-parameter.import.ts';
import { type LawParameter, parameterOn, parameterSetOn, valueOnDay } from './law-parameter.rules.ts';
import { allLawParameters } from './law-parameter.store.ts';
import { lawParameterRows } from './law-parameters.rows.ts';

const row = (value: number, validFrom: string, validUntil: string | null, version: string): LawParameter => ({
  code: 'WML_HOURLY',
  value,
  unit: 'EUROCENT_PER_HOUR',
  validFrom,
  validUntil,
  confirmed: true,
  source: 'test',
  note: null,
  version,
});

describe('the parameter that holds on a day', () => {
  const rows = [row(1, '2026-01-01', '2026-06-30', '2026-01'), row(2, '2026-07-01', null, '2026-07'), row(3, '2026-07-01', null, '2026-07b')];
  it.each([
    ['2025-12-31', null, null],
    ['2026-01-01', 1, '2026-01'],
    ['2026-06-30', 1, '2026-01'],
    ['2026-07-01', 3, '2026-07b'],
  ])('on %s is %s of set %s', (day, value, set) => {
    expect([parameterOn(rows, 'WML_HOURLY', day)?.value ?? null, parameterSetOn(rows, day)]).toEqual([value, set]);
    expect(parameterOn(rows.toReversed(), 'WML_HOURLY', day)?.value ?? null).toBe(value);
  });

  it('is named as missing when nothing holds', () => {
    expect(() => valueOnDay(rows, 'LKS_MAX', '2026-07-01')).toThrow('No parameter LKS_MAX on 2026-07-01.');
  });
});

const query = 'query ($on: String) { almelo { lawParameters(on: $on) { code value unit validFrom confirmed source note version } } }';

describe.each(dialects)('law parameters on %s', (dialect) => {
  it.each(['almelo.rapporteur', 'nuo.jobcoach', 'wierden.klantregisseur'])('are for %s as well, in one statement', async (user) => {
    const { ask } = await werkpleinForTest(dialect);
    const { data, statements } = await ask(user, query, { on: '2026-07-01' });
    expect(data.almelo.lawParameters).toHaveLength(lawParameterRows.length);
    expect(data.almelo.lawParameters[0]).toMatchObject({ code: 'WML_HOURLY', value: 1499, unit: 'EUROCENT_PER_HOUR', confirmed: true, version: '2026-07' });
    expect(statements).toBe(1);
  });

  it('before their first day are not there; a day that is none is bad input', async () => {
    const { ask } = await werkpleinForTest(dialect);
    const before = await ask('almelo.klantregisseur', query, { on: '2026-06-30' });
    expect(before.data.almelo.lawParameters.map(({ code }: { code: string }) => code)).not.toContain('WML_HOURLY');
    const { errors } = await ask('almelo.klantregisseur', query, { on: '2026-02-29' });
    expect(errors?.[0]?.extensions['problems'][0].path).toEqual(['on']);
  });

  it('come in by file; a second run writes nothing, and what stands in a set stays as it is', async () => {
    const { entities, migrations } = moduleFor('almelo');
    const db = await databaseForTest(dialect, { entities, migrations });
    const folder = mkdtempSync(join(tmpdir(), 'law-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const clock = fixedClock(`${testDay}T10:00:00Z`);
    const file = join(folder, 'law.csv');
    const run = (...lines: string[]): Promise<ImportSummary> => {
      writeFileSync(file, ['code;waarde;geldig vanaf;geldig tot en met;bevestigd;bron;toelichting;set', ...lines].join('\n'));
      return runImport({ file, spec: lawParameterImport('0141'), db, ctx: { newId: newIds('0141', clock), clock }, dryRun: false });
    };
    const raised = 'WML_HOURLY;1525;1-1-2027;;ja;Wml;;2027-01';
    expect(await run(raised)).toMatchObject({ created: 1, rejected: 0 });
    expect(await run(raised, raised)).toMatchObject({ created: 0, unchanged: 2, rejected: 0 });
    const wrong = [
      'WML_HOURLY;1530;1-1-2027;;ja;Wml;;2027-01',
      'HOLIDAY_ALLOWANCE;108;2027-01-01;2026-01-01;misschien;;;januari',
      'X;1;2027-01-01;;ja;Wml;;2027-01',
    ];
    expect(await run(...wrong)).toMatchObject({ created: 0, unchanged: 0, rejected: 3 });
    const reasons = readFileSync(`${file}.rejected.csv`, 'utf8');
    for (const reason of ['staat in deze set al vast', 'hooguit 100', 'ligt voor de eerste', 'ja of nee', '2026-07b', 'een van WML_HOURLY'])
      expect(reasons).toContain(reason);
    expect(await run('WML_HOURLY;1530,5;1-1-2027;;nee;Wml;verbeterd;2027-01b')).toMatchObject({ created: 1 });
    const rows = await allLawParameters(db.read);
    expect([valueOnDay(rows, 'WML_HOURLY', '2026-12-31'), valueOnDay(rows, 'WML_HOURLY', '2027-01-01')]).toEqual([1499, 1530.5]);
  });
});
