import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Database, newIds, runImport } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, testClock, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { agreedRate, agreement, lend, lentPlacement } from '../testing/lending.ts';
import { Timesheet } from './hours.entity.ts';
import { timesheetsImport } from './timesheets.import.ts';

const header = 'plaatsing;maand;gewerkt;declarabel;ziekte;verlof;seizoen;overige afwezigheid;declarabel per periode;omzet;directe kosten';
const group = testId(61, 1);
const month = ['P1;2026-07;120,5;110,25;16;8;;;;;12,50', 'P2;2026-07;100;80;;;4;;;1234,56;0'];

const run = async (db: Database, lines: string[], dryRun = false) => {
  const folder = mkdtempSync(join(tmpdir(), 'uren-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'uren.csv');
  writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
  const { created, updated, unchanged, wouldWrite, rejected, rejectedFile } = await runImport({
    file,
    spec: timesheetsImport,
    db,
    ctx: { clock: testClock, newId: newIds('nuo', testClock) },
    dryRun,
  });
  return { done: { created, updated, unchanged, wouldWrite, rejected }, reasons: rejectedFile === null ? '' : readFileSync(rejectedFile, 'utf8') };
};
const counts = (more: object) => ({ created: 0, updated: 0, unchanged: 0, wouldWrite: 0, rejected: 0, ...more });

const lending = async (dialect: (typeof dialects)[number]): Promise<TestNuo> => {
  const nuo = await nuoForTest(dialect, testDemo(1));
  const sourced = (n: number) => lentPlacement(n, { secondmentId: group, sourceSystem: 'SOWECO', sourceKey: `P${n + 1}` });
  await lend(nuo.db, { agreements: [agreement(1)], rates: [agreedRate(group, 1)], placements: [sourced(0), sourced(1)] });
  return nuo;
};

describe.each(dialects)('a month of hours from a file on %s', (dialect) => {
  it('is written once, with the revenue at the rate, and replaced by what a later file says', async () => {
    const { db } = await lending(dialect);
    expect((await run(db, month, true)).done).toEqual(counts({ wouldWrite: 2 }));
    expect((await run(db, month)).done).toEqual(counts({ created: 2 }));
    expect((await run(db, month)).done).toEqual(counts({ unchanged: 2 }));
    const rows = await db.read.em.find(Timesheet, { order: { placementId: 'ASC' } });
    expect(
      rows.map(({ workedHours, sickHours, seasonHours, revenueCents, revenueBasis, directCostCents, recordedById }) => [
        workedHours,
        sickHours,
        seasonHours,
        revenueCents,
        revenueBasis,
        directCostCents,
        recordedById,
      ]),
    ).toEqual([
      [12_050, 1600, 0, 165_375, 'COMPUTED', 1250, 'import'],
      [10_000, 0, 400, 123_456, 'GIVEN', 0, 'import'],
    ]);
    expect((await run(db, [month[0] as string, 'P2;2026-07;101;80;;;4;;;1234,56;0'])).done).toEqual(counts({ unchanged: 1, updated: 1 }));
    expect(await db.read.em.count(Timesheet)).toBe(3);
  });

  it('takes the hours by period when the rate changes, by number of here too', async () => {
    const { db } = await lending(dialect);
    await lend(db, { rates: [agreedRate(group, 2, { validFrom: '2026-07-16', centsPerHour: 1544 })] });
    expect((await run(db, [`${testId(60, 0)};2026-07;120,5;110,25;;;;;1-15=60 16-31=50,25;;0`])).done).toEqual(counts({ created: 1 }));
    expect((await db.read.em.find(Timesheet))[0]).toMatchObject({
      revenueCents: 167_586,
      billableParts: [
        { from: '2026-07-01', until: '2026-07-15', hours: 6000 },
        { from: '2026-07-16', until: '2026-07-31', hours: 5025 },
      ],
    });
  });

  it('rejects rows with every reason and writes the others', async () => {
    const { db } = await lending(dialect);
    const wrong = [
      'P9;2026-07;1;1;;;;;;;0',
      'P1;2026-7;x;0,005;745;;;;;1.234,56;-1',
      'P1;2026-01;1;1;;;;;;;0',
      'P2;2026-06;1;1;;;;;1-30=2;;0',
      'P2;2026-07;1;1;;;;;1-40=1;;0',
      'P1;2026-07;2;2;;;;;;;0',
      'P1;2026-06;;;;;;;;;',
    ];
    const { done, reasons } = await run(db, [...month, ...wrong]);
    expect(done).toEqual(counts({ created: 2, rejected: wrong.length }));
    for (const reason of [
      'plaatsing: Deze plaatsing bestaat niet',
      'maand: Verwacht: een maand',
      'gewerkt: Verwacht: uren',
      'declarabel: Verwacht: uren',
      'ziekte: Verwacht: uren',
      'omzet: Verwacht: een bedrag',
      'directe kosten: Verwacht: een bedrag',
      'In deze maand liep deze plaatsing niet',
      'samen 2 uur, niet 1',
      'een bestaande datum',
      'al eerder in het bestand',
      'gewerkt: is verplicht',
    ])
      expect(reasons).toContain(reason);
  });

  it('is rejected with the way to correct once the month is closed, unless it says what is there', async () => {
    const nuo = await lending(dialect);
    await run(nuo.db, month);
    await command(nuo, 'nuo.coordinator', 'closeMonth', { month: '2026-07' });
    const { done, reasons } = await run(nuo.db, [month[0] as string, 'P2;2026-07;101;80;;;4;;;1234,56;0']);
    expect(done).toEqual(counts({ unchanged: 1, rejected: 1 }));
    expect(reasons).toContain('Een verbetering van de uren telt in 2026-08 of later');
  });

  it('is as the example says', async () => {
    const { db } = await lending(dialect);
    const example = readFileSync(resolve(import.meta.dirname, '../../../../docs/examples/urenstaten.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(example[0]).toBe(header);
    expect((await run(db, example.slice(1))).done).toEqual(counts({ created: 2, rejected: 1 }));
  });
});
