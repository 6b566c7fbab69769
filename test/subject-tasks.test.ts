import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bsnVault, createWerkplein } from '@werkplein/client-regie';
import { factsFor, keysFor } from '@werkplein/client-regie/testing';
import { type Database, type Dialect, municipalities, type Municipality, newIds, openDatabase, systemClock } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { countRows, program, workplace } from './programs.ts';

const almelo = municipalities[0] as Municipality;
const bsn = '999990019';
const key = (): Buffer => randomBytes(32);
const newId = newIds(almelo.code, systemClock);

const insert = (db: Database, table: string, rows: readonly Record<string, unknown>[]): Promise<unknown> =>
  db.write(async ({ em }) => {
    const names = Object.keys(rows[0] ?? {});
    const places = `(${names.map(() => '?').join(', ')})`;
    for (let at = 0; at < rows.length; at += 500) {
      const some = rows.slice(at, at + 500);
      await em.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES ${some.map(() => places).join(', ')}`,
        some.flatMap((row) => names.map((name) => row[name])),
      );
    }
  });

/** Werkplein Almelo as a program, with a database of its own and `count` clients whose dossiers were closed on `closedOn`. */
const filled = async (dialect: Dialect, count: number, closedOn: string) => {
  const { folder, env, databases } = await workplace(dialect);
  const [sealKey, indexKey] = [key(), key()];
  const vault = bsnVault(almelo, () => ({ keys: [sealKey], indexKeys: [indexKey] }));
  const { entities, migrations } = createWerkplein(factsFor(almelo), keysFor(almelo, { vault }));
  const { url } = databases.almelo;
  const db = await openDatabase({ url, entities, migrations });
  await db.migrate();
  const ids = Array.from({ length: count }, newId);
  // Only the first has a BSN; what the others seal stands in for one, for there are too few numbers that may be used in a test.
  const sealed = (id: string, at: number) => vault.seal(id, at === 0 ? bsn : `number ${at}`);
  const person = { givenNames: 'Jan', familyName: 'Berg', searchName: 'berg jan', birthDate: '1985-04-03', registeredOn: '2000-01-01', version: 1 };
  const dossier = { status: 'CLOSED', statusSince: closedOn, klantregisseurId: 'k1', klantregisseurName: 'K Een', openedOn: '2000-01-01', closedOn };
  await insert(
    db,
    'client',
    ids.map((id, at) => ({ id, ...person, ...sealed(id, at) })),
  );
  await insert(
    db,
    'dossier',
    ids.map((clientId) => ({ id: newId(), clientId, ...dossier })),
  );
  await db.close();
  const keyed = (keys: Buffer[], indexKeys: Buffer[]): NodeJS.ProcessEnv => ({
    ...env,
    ALMELO_BSN_KEY: keys.map((each) => each.toString('base64')).join(','),
    ALMELO_BSN_INDEX_KEY: indexKeys.map((each) => each.toString('base64')).join(','),
  });
  const start = (args: string[], using = keyed([sealKey], [indexKey]), input = '') => program('almelo', args, using, input);
  return { folder, url, ids, start, keyed, sealKey, indexKey, vault, open: () => openDatabase({ url, entities, migrations }) };
};

// Several programs one after the other, each with the start of one.
describe.each(dialects)('the rights of a client at the command line on %s', { timeout: 180_000 }, (dialect) => {
  it('goes on with the BSN keys where it was killed, and then works without the old ones', async () => {
    const rows = 6000;
    const { folder, url, start, keyed, sealKey, indexKey, vault } = await filled(dialect, rows, '2025-01-01');
    const [freshKey, freshIndex] = [key(), key()];
    const both = keyed([freshKey, sealKey], [freshIndex, indexKey]);
    const old = () => countRows(url, `SELECT COUNT(*) AS n FROM client WHERE bsnKeyId = '${vault.currentKeyId()}'`);
    const killed = start(['rotate-bsn-keys'], both);
    while ((await old()) === rows);
    killed.kill();
    await killed.ended;
    const left = await old();
    expect(left).toBeGreaterThan(0);
    expect((await start(['rotate-bsn-keys'], both).ended).out).toContain(`${left} rows under the newest keys now`);
    expect(await old()).toBe(0);
    const out = join(folder, 'inzage');
    const found = await start(['subject-access', '--bsn-from-stdin', '--out', out], keyed([freshKey], [freshIndex]), bsn).ended;
    expect(found).toMatchObject({ code: 0, out: expect.stringContaining('2 rows') });
    expect(found.out).not.toContain(bsn);
  });

  it('gives a person what is held, corrects it, erases, and erases again what a restored backup brings back', async () => {
    const { folder, url, ids, start, open } = await filled(dialect, 2, '2001-01-01');
    const [id, other] = ids as [string, string];
    const out = join(folder, 'inzage');
    expect((await start(['subject-access', '--client', id, '--out', out]).ended).code).toBe(0);
    const file = join(out, 'inzage.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'werkplein-subject-access/1', subject: { id } });
    expect(readFileSync(join(out, 'inzage.html'), 'utf8')).toContain('*****0019');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await countRows(url, 'SELECT COUNT(*) AS n FROM processing_log')).toBe(1);

    const [corrections, report] = [join(folder, 'corrections.json'), join(folder, 'rectification.json')];
    writeFileSync(corrections, JSON.stringify({ expectedVersion: 1, familyName: 'Bergen' }));
    const rectify = ['rectify', '--client', id, '--from', corrections, '--out', report];
    expect(await start([...rectify, '--dry-run']).ended).toEqual({ code: 0, out: expect.stringContaining('Would change: Achternaam') });
    expect([JSON.parse(readFileSync(report, 'utf8')).changes[0].from, statSync(report).mode & 0o077]).toEqual(['Berg', 0]);
    const named = (name: string) =>
      countRows(url, `SELECT COUNT(*) AS n FROM client WHERE familyName = '${name}' AND searchName LIKE '${name.toLowerCase()} %'`);
    expect([await named('Bergen'), await countRows(url, 'SELECT COUNT(*) AS n FROM audit_event')]).toEqual([0, 0]);
    expect((await start([...rectify, '--apply']).ended).code).toBe(0);
    expect(await named('Bergen')).toBe(1);
    expect(await start([...rectify, '--apply']).ended).toEqual({ code: 1, out: expect.stringContaining('ClientVersionConflict') });

    const db = await open();
    const backup = await Promise.all(['client', 'dossier'].map((table) => db.read.em.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`)));
    const erase = ['erase', '--client', id, '--ground', 'UNLAWFUL'];
    expect((await start(erase).ended).out).toContain('ErasurePossible');
    expect((await start([...erase, '--apply']).ended).out).toContain('"Erased"');
    expect((await start(['subject-access', '--bsn-from-stdin', '--out', out], undefined, bsn).ended).out).toContain('was erased on');
    const tombstones = join(folder, 'erasures.json');
    expect((await start(['export-erasures', '--out', tombstones]).ended).out).toContain('1 erasures');
    expect(readFileSync(tombstones, 'utf8')).not.toContain(id);

    await db.write(async ({ em }) => {
      for (const table of ['erasure', 'dossier', 'client']) await em.query(`DELETE FROM ${table}`);
    });
    for (const [at, table] of ['client', 'dossier'].entries()) await insert(db, table, backup[at] ?? []);
    expect((await start(['reapply-erasures', '--from', tombstones]).ended).out).toContain('1 erasures learned, 1 persons erased again');
    expect((await start(['reapply-erasures', '--from', tombstones]).ended).out).toContain('0 erasures learned, 0 persons erased again');
    expect(await db.read.em.query('SELECT id FROM client')).toEqual([{ id: other }]);
    expect(await countRows(url, 'SELECT COUNT(*) AS n FROM dossier')).toBe(1);
    await db.close();
  });

  it('goes on with a retention run where it was killed', async () => {
    const rows = 4000;
    const { folder, url, start } = await filled(dialect, rows, '2001-01-01');
    const report = join(folder, 'report.json');
    const left = async () => (await countRows(url, 'SELECT COUNT(*) AS n FROM dossier')) + (await countRows(url, 'SELECT COUNT(*) AS n FROM client'));
    expect((await start(['retention', '--dry-run', '--out', report]).ended).out).toContain(`Dossiers: ${rows} (P10Y)`);
    expect(JSON.parse(readFileSync(report, 'utf8')).ids['Dossiers']).toHaveLength(rows);
    const killed = start(['retention', '--apply', '--out', report]);
    while ((await left()) === 2 * rows);
    killed.kill();
    await killed.ended;
    const kept = await left();
    expect(kept).toBeGreaterThan(0);
    expect((await start(['retention', '--apply', '--out', report]).ended).code).toBe(0);
    expect(await left()).toBe(0);
    const { dryRun, parts } = JSON.parse(readFileSync(report, 'utf8'));
    const removed = parts.filter(({ kind }: { kind: string }) => kind === 'dossier').reduce((sum: number, part: { rows: number }) => sum + part.rows, 0);
    expect([dryRun, removed]).toEqual([false, kept]);
  });
});

it('says what is wrong with what was asked at the command line', { timeout: 180_000 }, async () => {
  const { folder, start } = await filled('sqlite', 1, '2001-01-01');
  expect(await start(['subject-access', '--client', 'x', '--out', folder]).ended).toEqual({ code: 1, out: expect.stringContaining('Nobody with this id') });
  expect((await start(['subject-access', '--client', 'x']).ended).out).toContain('--out <folder>');
  expect((await start(['subject-access', '--out', folder]).ended).out).toContain('--client <id>');
  expect((await start(['rectify', '--client', 'x']).ended).out).toContain('--dry-run or --apply');
  expect((await start(['erase', '--client', 'x']).ended).out).toContain('--ground NO_LONGER_NEEDED|');
  expect((await start(['retention', '--out', 'x']).ended).out).toContain('--dry-run or --apply');
  const wrong = await start(['subject-access', '--bsn-from-stdin', '--out', folder], undefined, '999990018').ended;
  expect([wrong.code, wrong.out.includes('999990018')]).toEqual([1, false]);
});
