import { createPublicKey, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type Dialect, grantsOf, kernelEntities, openDatabase } from '@werkplein/kernel';
import { dialects, emptyDatabase } from '@werkplein/kernel/testing';
import { nuoEntities, nuoMigrations } from '@werkplein/nuo';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { backUp, tell } from '../../scripts/backup/back-up.ts';
import { type Manifest, readManifest } from '../../scripts/backup/manifest.ts';
import { putBack } from '../../scripts/backup/put-back.ts';
import { verifyChain } from '../../scripts/audit/verify-chain.ts';
import { openDatabase as openRaw } from '../../scripts/audit/open-database.ts';
import { program } from '../programs.ts';
import { processesOfFile } from './nuo-processes.ts';
import { contact, manager, newEmployers, newPerson, plan, range } from './steps.ts';

const nuoOf = processesOfFile();
const WRITERS = 6;

interface Acknowledged {
  kind: 'contact_plan' | 'contact_moment';
  id: string;
}

describe.each(dialects)('a backup under load on %s', { timeout: 240_000 }, (dialect) => {
  let untouched: Promise<string> | undefined;

  it('holds every write that was acknowledged before it, nothing by half, and nobody who was erased since', async () => {
    const nuo = nuoOf(dialect);
    const url = nuo.env['NUO_DATABASE_URL'] as string;
    const folder = newFolder();
    const audit = () => {
      const { privateJwk } = JSON.parse(readFileSync(join(nuo.env['KEYS_DIR'] as string, 'nuo-audit.json'), 'utf8')) as { privateJwk: JsonWebKey };
      return { organisation: 'nuo', keys: [createPublicKey({ key: { ...privateJwk }, format: 'jwk' }).export({ format: 'jwk' })] };
    };
    const [employerId = ''] = await newEmployers(nuo, 1);
    const person = await newPerson(nuo, employerId);

    const acknowledged: Acknowledged[] = [];
    let writing = true;
    const writer = async (n: number): Promise<void> => {
      while (writing) {
        const [employer = ''] = await newEmployers(nuo, 1);
        // Two want the same days: one of them gets them.
        const plans = await Promise.all([0, 1].map((other) => plan(nuo.at(n + other), manager(2 * n + other), employer)));
        const won = plans.filter(({ __typename }) => __typename === 'ContactPlanned');
        expect(won).toHaveLength(1);
        acknowledged.push({ kind: 'contact_plan', id: won[0].contactPlan.id });
        const recorded = await contact(nuo.at(n), manager(n), employer);
        acknowledged.push({ kind: 'contact_moment', id: recorded.contactMoment.id });
      }
    };
    const writers = range(WRITERS).map(writer);
    const until = async (enough: number): Promise<void> => {
      while (acknowledged.length < enough) await Promise.race([...writers, new Promise((next) => setTimeout(next, 5))]);
    };
    await until(40);
    const before = [...acknowledged];
    const backup = join(folder, 'backup');
    const manifest = await backUp({ organisation: 'nuo', url }, backup);
    await until(acknowledged.length + 10);
    writing = false;
    await Promise.all(writers);
    expect([statSync(join(backup, manifest.file)).mode & 0o077, statSync(backup).mode & 0o077]).toEqual([0, 0]);

    // Erased after the backup: it would be back.
    const erase = ['erase', '--contact-person', person, '--ground', 'UNLAWFUL', '--apply'];
    expect(await program('nuo', erase, nuo.env).ended).toMatchObject({ code: 0, out: expect.stringContaining('"Erased"') });
    const erasures = join(folder, 'erasures.json');
    expect((await program('nuo', ['export-erasures', '--out', erasures], nuo.env).ended).code).toBe(0);

    const target = await emptyDatabase(dialect);
    onTestFinished(target.drop);
    expect((await putBack({ organisation: 'nuo', url: target.url }, backup, audit())).wrong).toEqual([]);
    // A second time there is something.
    await expect(putBack({ organisation: 'nuo', url: target.url }, backup, audit())).rejects.toThrow(/is there|holds \d+ tables/);

    const env = { ...nuo.env, NUO_DATABASE_URL: target.url };
    const db = await openDatabase({ url: target.url, entities: nuoEntities, migrations: nuoMigrations });
    onTestFinished(() => db.close());
    const count = async (sql: string, ...parameters: string[]) => Number((await db.read.em.query<{ n: number }[]>(sql, parameters))[0]?.n);
    expect(await count('SELECT COUNT(*) AS n FROM contact_person WHERE id = ?', person)).toBe(1);
    expect((await program('nuo', ['reapply-erasures', '--from', erasures], env).ended).out).toContain('1 erasures learned, 1 persons erased again');
    expect(await count('SELECT COUNT(*) AS n FROM contact_person WHERE id = ?', person)).toBe(0);

    for (const { kind, id } of before) expect([id, await count(`SELECT COUNT(*) AS n FROM ${kind} WHERE id = ?`, id)]).toEqual([id, 1]);
    // Each effect has its audit row and its event, and each its effect.
    for (const kind of ['contact_plan', 'contact_moment']) {
      const rows = await db.read.em.query<{ id: string }[]>(`SELECT id FROM ${kind}`);
      expect(await count(`SELECT COUNT(*) AS n FROM outbox_event WHERE aggregateId IN (SELECT id FROM ${kind})`)).toBe(rows.length);
      for (const { id } of rows) expect([id, await count('SELECT COUNT(*) AS n FROM audit_event WHERE subjectIds LIKE ?', `%"${id}"%`)]).toEqual([id, 1]);
    }
    expect(await count('SELECT COUNT(*) AS n FROM command_request WHERE answer IS NULL')).toBe(0);
    expect(await count(`SELECT COUNT(*) AS n FROM (SELECT employerAliasId FROM contact_plan GROUP BY employerAliasId HAVING COUNT(*) > 1) AS doubled`)).toBe(0);
    const raw = await openRaw(target.url);
    const head = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as Manifest;
    expect(await verifyChain(raw.query, { ...audit(), shipped: [head.auditHead as string] })).toMatchObject({ findings: [], shipped: 1 });
    await raw.close();
  });

  it.each<[string, (backup: string, manifest: Manifest) => void, string]>([
    ['that somebody touched', (backup, { file }) => writeFileSync(join(backup, file), 'x', { flag: 'a' }), 'its SHA-256 differs'],
    ['of another organisation', (backup) => rewrite(backup, { organisation: 'almelo' }), 'This is a backup of almelo'],
    ['of the other kind of database', (backup) => rewrite(backup, { dialect: dialect === 'sqlite' ? 'mariadb' : 'sqlite' }), 'the other kind of database'],
    ['that says nothing of itself', (backup) => rmSync(join(backup, 'manifest.json')), 'no such file'],
    ['without the rows that it says', (backup, { rows }) => rewrite(backup, { rows: { ...rows, employer: 12 } }), 'employer has 0 rows and had 12'],
    ['of a database on which no program ever ran', () => undefined, 'audit: no program of nuo ever ran on this database'],
  ])('is refused or told of, %s', async (_, touch, message) => {
    const target = await emptyDatabase(dialect);
    onTestFinished(target.drop);
    const backup = join(newFolder(), 'backup');
    cpSync(await (untouched ??= emptyBackup(dialect)), backup, { recursive: true });
    touch(backup, readManifest(backup));
    const said = putBack({ organisation: 'nuo', url: target.url }, backup, { organisation: 'nuo', keys: [] }).then(
      ({ wrong }) => wrong.join('\n'),
      (error: Error) => error.message,
    );
    expect(await said).toContain(message);
  });
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-restore-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Of the tables of the NUO without a row of anybody. */
const emptyBackup = async (dialect: Dialect): Promise<string> => {
  const nuo = await emptyDatabase(dialect);
  const db = await openDatabase({ url: nuo.url, entities: nuoEntities, migrations: nuoMigrations });
  await db.migrate();
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-restore-'));
  const backup = join(folder, 'backup');
  const { url, gone } = await asTasks(db, nuo.url);
  const manifest = await backUp({ organisation: 'nuo', url }, backup);
  await tell({ organisation: 'nuo', url }, manifest);
  expect(await db.read.em.query('SELECT sha256 FROM backup_taken')).toEqual([{ sha256: manifest.sha256 }]);
  await expect(backUp({ organisation: 'nuo', url }, backup)).rejects.toThrow('is there already');
  await gone();
  await db.close();
  await nuo.drop();
  folders.push(folder);
  return backup;
};
/** The database as the account of tasks reaches it, which is enough for a backup; SQLite has no accounts. */
const asTasks = async (db: Database, address: string): Promise<{ url: string; gone: () => Promise<void> }> => {
  if (db.dialect === 'sqlite') return { url: address, gone: async () => undefined };
  const url = new URL(address);
  url.username = `u_${randomUUID().replaceAll('-', '')}`;
  const account = `'${url.username}'@'%'`;
  const run = (sql: string) => db.write(({ em }) => em.query(sql));
  await run(`CREATE USER ${account}`);
  for (const grant of grantsOf([...kernelEntities, ...nuoEntities], 'tasks', url.pathname.slice(1), account)) await run(grant);
  return { url: url.href, gone: async () => void (await run(`DROP USER ${account}`)) };
};
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const rewrite = (backup: string, more: object): void => {
  const file = join(backup, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...more }));
};
