import { spawn } from 'node:child_process';
import { copyFileSync, createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { inSnapshot, type OpenedDatabase, withOpened } from '../audit/open-database.ts';
import { type Expected, verifyChain } from '../audit/verify-chain.ts';
import { endedWell, pathOf, type Source } from './back-up.ts';
import { withClientOptions } from './client-options.ts';
import { dialectOf, type Manifest, readManifest, sha256Of } from './manifest.ts';

const putSqlite = (url: string, file: string): void => {
  const path = pathOf(url);
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(`${path}${suffix}`)) throw new Error(`${path}${suffix} is there: a backup is put back into nothing.`);
  mkdirSync(dirname(path), { recursive: true });
  // Under its name only when it is whole.
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  copyFileSync(file, partial);
  renameSync(partial, path);
};

const putMariadb = async ({ url, tls = {} }: Source, file: string): Promise<void> => {
  const tables = await withOpened(url, tls, ({ query }) => query('SHOW TABLES'));
  if (tables.length > 0) throw new Error(`The database holds ${tables.length} tables: a backup is put back into an empty one.`);
  await withClientOptions(url, tls, async (options, database) => {
    // A crash in the middle leaves a database that is not empty, which the next try refuses: so nothing needs to wait for the disk row by row.
    const client = spawn('mariadb', [`--defaults-extra-file=${options}`, '--init-command=SET unique_checks=0', database], {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    await Promise.all([pipeline(createReadStream(file), createGunzip(), client.stdin), endedWell(client, 'mariadb')]);
  });
};

/** References that lead nowhere: the dump is loaded without looking at them. */
const orphans = async ({ query }: OpenedDatabase, dialect: Manifest['dialect']): Promise<string[]> => {
  if (dialect === 'sqlite') {
    const whole = (await query('PRAGMA integrity_check')).map((row) => String(Object.values(row)[0])).filter((said) => said !== 'ok');
    return [
      ...whole,
      ...(await query('PRAGMA foreign_key_check')).map(({ table, parent }) => `${String(table)} refers to ${String(parent)} that is not there`),
    ];
  }
  const keys = await query(
    'SELECT table_name AS t, column_name AS c, referenced_table_name AS rt, referenced_column_name AS rc FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL',
  );
  const found: string[] = [];
  for (const { t, c, rt, rc } of keys as Record<string, string>[]) {
    const [row] = await query(
      `SELECT COUNT(*) AS n FROM \`${t}\` x LEFT JOIN \`${rt}\` y ON y.\`${rc}\` = x.\`${c}\` WHERE x.\`${c}\` IS NOT NULL AND y.\`${rc}\` IS NULL`,
    );
    if (Number(row?.['n']) > 0) found.push(`${String(row?.['n'])} rows of ${t} refer by ${c} to ${rt} that is not there`);
  }
  return found;
};

/** What of a database that was put back is not as it was. */
const differences = async (opened: OpenedDatabase, manifest: Manifest, audit: Expected): Promise<string[]> => {
  const found: string[] = [];
  for (const [table, rows] of Object.entries(manifest.rows)) {
    const [row] = await opened.query(`SELECT COUNT(*) AS n FROM ${manifest.dialect === 'sqlite' ? `"${table}"` : `\`${table}\``}`);
    if (Number(row?.['n']) !== rows) found.push(`${table} has ${String(row?.['n'])} rows and had ${rows}`);
  }
  found.push(...(await orphans(opened, manifest.dialect)));
  // Nobody seals while the service is down, so how long a row waits says nothing.
  const shipped = manifest.auditHead === null ? [] : [manifest.auditHead];
  const verdict = await verifyChain(opened.query, { ...audit, shipped: [...shipped, ...(audit.shipped ?? [])], now: new Date(manifest.takenAt) });
  return [...found, ...verdict.findings.map((finding) => `audit: ${finding}`)];
};

/** Puts a backup back into a database that holds nothing, and says what of it is not as it was; empty when all is. */
export const putBack = async (target: Source, folder: string, audit: Expected): Promise<{ manifest: Manifest; wrong: string[] }> => {
  const manifest = readManifest(folder);
  const file = join(folder, manifest.file);
  if (manifest.organisation !== target.organisation) throw new Error(`This is a backup of ${manifest.organisation}.`);
  if (manifest.dialect !== dialectOf(target.url)) throw new Error(`This is a backup of ${manifest.dialect}; the setting names the other kind of database.`);
  if ((await sha256Of(file)) !== manifest.sha256) throw new Error(`${file} is not what was written: its SHA-256 differs.`);
  if (manifest.dialect === 'sqlite') putSqlite(target.url, file);
  else await putMariadb(target, file);
  const wrong = await withOpened(target.url, target.tls ?? {}, (opened) => inSnapshot(opened, target.url, () => differences(opened, manifest, audit)));
  return { manifest, wrong };
};
