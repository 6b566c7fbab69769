import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countStatements, type Database, type Exported, newIds, runImport } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import type { Vacature } from '@werkplein/vum';
import { describe, expect, it, onTestFinished } from 'vitest';
import { vumVacancies, vumVacanciesImport } from '../../index.ts';
import { Branch } from '../../employers/employer.entity.ts';
import { idOf, nuoForTest, testClock, testDemo } from '../../testing/index.ts';
import { Vacancy } from '../vacancy.entity.ts';
import { VacancySource } from './vacancy-source.entity.ts';

const oin = '00000099000000141000';
const message = (more: object = {}, postcode = '7607ab') => ({
  idVacature: 'v1',
  naamVacature: 'Groenmedewerker',
  beroep: { naamBeroepOngecodeerd: 'Groenmedewerker' },
  sluitingsDatumVacature: '2026-09-30',
  werktijden: { aantalWerkurenPerWeekMinimaal: 16, aantalWerkurenPerWeekMaximaal: 24 },
  cursus: [{ naamCursus: 'VCA' }],
  werkgever: { handelsnaamOrganisatie: 'BEDRIJF 0000', adresHouding: [{ codeFunctieAdres: 'E', adres: { adresNederland: { postcode } } }] },
  ...more,
});
const importing = async (db: Database, content: unknown, dryRun = false) => {
  const folder = mkdtempSync(join(tmpdir(), 'vum-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'vacatures.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const spec = vumVacanciesImport(oin, testClock);
  const { rejectedFile, ...summary } = await runImport({ file, spec, db, ctx: { clock: testClock, newId: newIds('nuo', testClock) }, dryRun });
  const rejected = rejectedFile === null ? [] : (JSON.parse(readFileSync(rejectedFile, 'utf8')) as { nummer: number; redenen: string; bericht: object }[]);
  return { summary, rejected };
};
const counts = { created: 0, updated: 0, unchanged: 0, wouldWrite: 0, rejected: 0 };
const exporting = async (db: Database): Promise<Exported[]> => {
  const all: Exported[] = [];
  for await (const some of vumVacancies(db, { clock: testClock } as never)) all.push(...some);
  return all;
};
/** As if they had been registered here. */
const ownedByUs = (db: Database) => db.write(({ em }) => em.delete(VacancySource, { sourceSystem: `VUM:${oin}` }));
const rows = (db: Database) => db.read.em.find(Vacancy, { order: { title: 'ASC' } });

describe.each(dialects)('vacancies of another party on %s', (dialect) => {
  it('come in once, at the employer with that name and postcode, and say what is not taken over', async () => {
    const { db } = await nuoForTest(dialect, testDemo(2));
    const first = await importing(db, [message(), message({ idVacature: 'v2', naamVacature: 'Tuinman' })]);
    expect(first.summary).toEqual({ ...counts, read: 2, created: 2, notes: { 'De gevraagde cursus wordt of worden niet overgenomen.': 2 } });
    expect((await importing(db, [message(), message({ idVacature: 'v2', naamVacature: 'Tuinman' })])).summary).toMatchObject({ unchanged: 2 });
    const [one] = await rows(db);
    expect(one).toMatchObject({ title: 'Groenmedewerker', hoursMin: 16, hoursMax: 24, postcode4: '7607', closesOn: '2026-09-30', status: 'OPEN', places: 1 });
    expect(one?.branchId).not.toBeNull();
  });

  it('follow their owner, and keep what we changed when the owner has no news', async () => {
    const { db } = await nuoForTest(dialect, testDemo(1));
    await importing(db, [message()]);
    await db.write(({ em }) => em.update(Vacancy, { organisation: 'nuo' }, { title: 'Onze naam', places: 3, version: 2 }));
    expect((await importing(db, [message()])).summary).toMatchObject({ unchanged: 1 });
    expect((await importing(db, [message({ naamVacature: 'Hovenier' })])).summary).toMatchObject({ updated: 1 });
    expect(await rows(db)).toMatchObject([{ title: 'Hovenier', places: 3, version: 3 }]);
    await db.write(({ em }) => em.update(Vacancy, { organisation: 'nuo' }, { status: 'WITHDRAWN' }));
    expect((await importing(db, [message({ naamVacature: 'Tuinman' })])).summary).toMatchObject({ unchanged: 1 });
  });

  it('stay with their employer and its place when their owner names another', async () => {
    const { db } = await nuoForTest(dialect, testDemo(2));
    await importing(db, [message()]);
    const [before] = await rows(db);
    const [other] = await db.read.em.findBy(Branch, { employerId: idOf('employer', 1) });
    const address = [{ codeFunctieAdres: 'E', adres: { adresNederland: { postcode: other?.postcode } } }];
    const moved = message({ naamVacature: 'Hovenier', werkgever: { handelsnaamOrganisatie: 'BEDRIJF 0001', adresHouding: address } });
    expect((await importing(db, [moved])).summary).toMatchObject({ updated: 1 });
    const { employerAliasId, branchId, postcode4 } = before as Vacancy;
    expect(await rows(db)).toMatchObject([{ title: 'Hovenier', employerAliasId, branchId, postcode4 }]);
    expect(branchId).not.toBe(other?.id);
  });

  it('are rejected with their reasons, and come in when mended', async () => {
    const { db } = await nuoForTest(dialect, testDemo(1));
    const bad = [
      message({ idVacature: '' }),
      message({ sluitingsDatumVacature: '2026-08-02' }),
      message({ idVacature: 'v3', werkgever: { handelsnaamOrganisatie: 'Onbekend B.V.' } }),
      message({ idVacature: 'v4' }, '7642AA'),
      message({ werktijden: { aantalWerkurenPerWeekMinimaal: 100 } }),
      'geen bericht',
      message(),
      message(),
    ];
    const { summary, rejected } = await importing(db, bad);
    expect(summary).toMatchObject({ read: 8, created: 1, rejected: 7 });
    expect(rejected.map(({ nummer, redenen }) => `${nummer} ${redenen.split(':')[0]}`)).toEqual([
      '1 idVacature',
      '2 sluitingsDatumVacature',
      '3 werkgever',
      '4 werkgever',
      '5 werktijden.aantalWerkurenPerWeekMinimaal',
      '6 Verwacht',
      '8 idVacature',
    ]);
    const mended = rejected.slice(0, 1).map((each) => ({ ...each, bericht: { ...each.bericht, idVacature: 'v9' } }));
    expect((await importing(db, mended)).summary).toMatchObject({ created: 1 });
  });

  it('write nothing in a dry run', async () => {
    const { db } = await nuoForTest(dialect, testDemo(1));
    expect((await importing(db, [message()], true)).summary).toMatchObject({ wouldWrite: 1 });
    expect(await rows(db)).toEqual([]);
  });

  it.each(['{}', 'geen json', ''])('are refused as a whole when the file is %j', async (content) => {
    const { db } = await nuoForTest(dialect);
    await expect(importing(db, content)).rejects.toThrow(/JSON/);
  });

  it('go out only when they are ours, valid and with their employer, and come back in elsewhere', async () => {
    const [here, there] = [await nuoForTest(dialect, testDemo(2)), await nuoForTest(dialect, testDemo(2))];
    await importing(here.db, [message(), message({ idVacature: 'v2', naamVacature: 'Tuinman', sluitingsDatumVacature: undefined })]);
    await here.db.write(({ em }) => em.update(Vacancy, { title: 'Tuinman' }, { status: 'PAUSED' }));
    expect(await exporting(here.db)).toEqual([]);
    await ownedByUs(here.db);
    const all = await exporting(here.db);
    expect(all.map(({ value, problems }) => [(value as Vacature).naamVacature, (value as Vacature).werkgever?.handelsnaamOrganisatie, problems])).toEqual([
      ['Groenmedewerker', 'Bedrijf 0000 B.V.', []],
    ]);
    expect(
      (
        await importing(
          there.db,
          all.map(({ value }) => value),
        )
      ).summary,
    ).toMatchObject({ created: 1, rejected: 0 });
  });

  it('take as many statements for 60 as for 2, in and out', async () => {
    const { db } = await nuoForTest(dialect, testDemo(1));
    const messages = (n: number, from: number) =>
      Array.from({ length: n }, (_, i) => message({ idVacature: `m${from + i}`, naamVacature: `Werk ${from + i}` }));
    const two = await countStatements(() => importing(db, messages(2, 0)));
    const sixty = await countStatements(() => importing(db, messages(60, 2)));
    expect([two.result.summary.created, sixty.result.summary.created, sixty.statements]).toEqual([2, 60, two.statements]);
    await ownedByUs(db);
    const out = await countStatements(() => exporting(db));
    expect([out.result.length, out.statements]).toEqual([62, 4]);
  });
});
