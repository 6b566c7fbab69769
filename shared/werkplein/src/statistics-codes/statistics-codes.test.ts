import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, type ImportSummary, newIds, runImport } from '@werkplein/kernel';
import { databaseForTest, dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { moduleFor, testDay } from '../testing/index.ts';
import { StatisticsCodeRow } from './statistics-code.entity.ts';
import { statisticsCodeImport } from './statistics-code.import.ts';
import { codeOn, type StatisticsCode } from './statistics-code.rules.ts';

const row = (code: string, validFrom: string, validUntil: string | null, version: string): StatisticsCode => ({
  list: 'SRG_PROVISION',
  item: 'JOBCOACH',
  code,
  validFrom,
  validUntil,
  confirmed: true,
  source: 'test',
  version,
});

describe('the code of a statistic that holds on a day', () => {
  const rows = [row('29', '2026-01-01', '2026-06-30', '2026-01'), row('30', '2026-07-01', null, '2026-07'), row('31', '2026-07-01', null, '2026-07b')];
  it.each([
    ['2025-12-31', null],
    ['2026-01-01', '29'],
    ['2026-06-30', '29'],
    ['2026-07-01', '31'],
  ])('on %s is %s', (day, code) => {
    expect(codeOn(rows, 'SRG_PROVISION', 'JOBCOACH', day)?.code ?? null).toBe(code);
    expect(codeOn(rows.toReversed(), 'SRG_PROVISION', 'JOBCOACH', day)?.code ?? null).toBe(code);
    expect(codeOn(rows, 'OUTFLOW', 'JOBCOACH', day)).toBeNull();
  });
});

describe.each(dialects)('codes of statistics on %s', (dialect) => {
  const folderFor = async () => {
    const { entities, migrations } = moduleFor('almelo');
    const db = await databaseForTest(dialect, { entities, migrations });
    const folder = mkdtempSync(join(tmpdir(), 'statistics-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const clock = fixedClock(`${testDay}T10:00:00Z`);
    const file = join(folder, 'codes.csv');
    const run = (lines: readonly string[], dryRun = false): Promise<ImportSummary> => {
      writeFileSync(file, ['lijst;onderdeel;code;geldig vanaf;geldig tot en met;bevestigd;bron;set', ...lines].join('\n'));
      return runImport({ file, spec: statisticsCodeImport(), db, ctx: { newId: newIds('0141', clock), clock }, dryRun });
    };
    return { db, file, run };
  };
  const codes = [
    'SRG_PROVISION;TRAINING;12;1-1-2027;;nee;Richtlijnen SRG 2027;2027-01',
    'OUTFLOW;WORK;01;2027-01-01;31-12-2027;ja;Richtlijnen SRG 2027;2027-01',
  ];

  it('come in by file as sets: a second run writes nothing, and a later set goes before', async () => {
    const { db, run } = await folderFor();
    const before = await db.read.em.count(StatisticsCodeRow);
    expect(await run(codes, true)).toMatchObject({ read: 2, rejected: 0 });
    expect(await db.read.em.count(StatisticsCodeRow)).toBe(before);
    expect(await run(codes)).toMatchObject({ created: 2, unchanged: 0, rejected: 0 });
    expect(await run([...codes, ...codes])).toMatchObject({ created: 0, unchanged: 4, rejected: 0 });
    expect(await run(['SRG_PROVISION;TRAINING;13;1-1-2027;;ja;Richtlijnen SRG 2027;2027-02'])).toMatchObject({ created: 1 });
    const rows = await db.read.em.find(StatisticsCodeRow);
    expect(codeOn(rows, 'SRG_PROVISION', 'TRAINING', '2027-03-01')).toMatchObject({ code: '13', confirmed: true, version: '2027-02' });
    expect(codeOn(rows, 'OUTFLOW', 'WORK', '2027-12-31')).toMatchObject({ code: '01', validUntil: '2027-12-31' });
  });

  it('that are wrong, or are in the set with something else, stay out with every reason', async () => {
    const { db, file, run } = await folderFor();
    await run(codes);
    const before = await db.read.em.count(StatisticsCodeRow);
    const wrong = [
      'SRG_PROVISION;TRAINING;14;1-1-2027;;nee;Richtlijnen SRG 2027;2027-01',
      'SRG_PROVISION;WORK;1;1-1-2027;;ja;Richtlijnen;2027-01',
      'KLEUREN;WORK;1;1-1-2027;;ja;Richtlijnen;2027-01',
      'OUTFLOW;DECEASED;eén;2027-02-01;2027-01-01;misschien;;januari',
    ];
    expect(await run(wrong)).toMatchObject({ created: 0, unchanged: 0, rejected: 4 });
    const reasons = readFileSync(`${file}.rejected.csv`, 'utf8');
    for (const reason of [
      'staat in deze set al vast',
      'een van SRG_PROVISION, OUTFLOW',
      'JOBCOACH',
      'cijfers of hoofdletters',
      'ligt voor de eerste',
      'JA, NEE',
      'zoals 2027-01',
    ])
      expect(reasons).toContain(reason);
    expect(await db.read.em.count(StatisticsCodeRow)).toBe(before);
    expect(await run([codes[0] as string, codes[0]?.replace(';12;', ';15;') as string])).toMatchObject({ unchanged: 1, rejected: 1 });
  });
});
