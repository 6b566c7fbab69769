import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addWorkingDays, type ImportSummary, newIds, runImport } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nuoForTest, testClock } from '../testing/index.ts';
import { nuoParameterImport } from './nuo-parameter.import.ts';
import { allNuoParameters, parameterOn } from './nuo-parameter.store.ts';

const query = 'query ($on: String) { nuoParameters(on: $on) { code value unit validFrom confirmed source note version } }';

describe.each(dialects)('parameters of the NUO on %s', (dialect) => {
  it('are shown as they hold on a day, a holiday too, in one statement', async () => {
    const nuo = await nuoForTest(dialect);
    const of = async (user: string, on?: string) => {
      const { data, statements } = await nuo.ask(user, query, { on });
      return { codes: data.nuoParameters.map(({ code }: { code: string }) => code) as string[], rows: data.nuoParameters, statements };
    };
    const today = await of('wierden.klantregisseur');
    expect(today.codes).not.toContain('PUBLIC_HOLIDAY');
    expect(today.rows.find(({ code }: { code: string }) => code === 'PROEFPLAATSING_TERM')).toMatchObject({ value: 2, unit: 'MONTHS', confirmed: true });
    expect(today.statements).toBe(1);
    expect((await of('nuo.jobcoach', '2031-04-26')).rows.at(-1)).toMatchObject({ code: 'PUBLIC_HOLIDAY', note: 'Koningsdag' });
    expect((await of('nuo.jobcoach', '2014-12-31')).codes).toEqual([]);
    const { errors } = await nuo.ask('nuo.jobcoach', query, { on: '2026-02-29' });
    expect(errors?.[0]?.extensions['problems'][0].path).toEqual(['on']);
  });

  it('come in by file as sets that never change; a holiday can be taken away again', async () => {
    const { db } = await nuoForTest(dialect);
    const folder = mkdtempSync(join(tmpdir(), 'parameters-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'parameters.csv');
    const run = (...lines: string[]): Promise<ImportSummary> => {
      writeFileSync(file, ['code;waarde;geldig vanaf;geldig tot en met;bevestigd;bron;toelichting;set', ...lines].join('\n'));
      return runImport({ file, spec: nuoParameterImport, db, ctx: { newId: newIds('nuo', testClock), clock: testClock }, dryRun: false });
    };
    const longer = 'IMPLICIT_AGREEMENT_TERM;5;1-1-2027;;ja;Werkafspraak;;2027-01';
    expect(await run(longer, longer)).toMatchObject({ created: 1, unchanged: 1, rejected: 0 });
    expect(await run('IMPLICIT_AGREEMENT_TERM;4;1-1-2027;;ja;Werkafspraak;;2027-01', 'WML_HOURLY;1499;1-1-2027;;ja;Wml;;2027-01')).toMatchObject({
      rejected: 2,
    });
    expect(readFileSync(`${file}.rejected.csv`, 'utf8')).toMatch(/staat in deze set al vast[\s\S]*een van WEEKLY_HOURS_MAX/);
    expect([await parameterOn(db.read, 'IMPLICIT_AGREEMENT_TERM', '2026-12-31'), await parameterOn(db.read, 'IMPLICIT_AGREEMENT_TERM', '2027-01-01')]).toEqual([
      3, 5,
    ]);
    expect(await run('PUBLIC_HOLIDAY;0;5-5-2027;5-5-2027;ja;Besluit;Toch geen feestdag;2027-02')).toMatchObject({ created: 1 });
    expect(addWorkingDays('2027-05-04', 1, await allNuoParameters(db.read))).toBe('2027-05-05');
    await expect(parameterOn(db.read, 'WEEKLY_HOURS_MAX', '2014-12-31')).rejects.toThrow('No parameter WEEKLY_HOURS_MAX on 2014-12-31.');
  });
});
