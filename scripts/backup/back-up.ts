import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, closeSync, createWriteStream, existsSync, fsyncSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { openDatabase, type TlsFiles, withOpened } from '../audit/open-database.ts';
import type { Query } from '../audit/verify-chain.ts';
import { withClientOptions } from './client-options.ts';
import { dialectOf, FORMAT, type Manifest, MANIFEST, sha256Of } from './manifest.ts';

export interface Source {
  organisation: string;
  url: string;
  tls?: TlsFiles;
}

const OWN = 0o600;

export const pathOf = (url: string): string => (url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length)));

type Kept = Pick<Manifest, 'migrations' | 'auditHead'>;
const keptIn = async (query: Query): Promise<Kept> => {
  const [chain] = await query('SELECT head FROM audit_chain');
  const migrations = (await query('SELECT name FROM migrations ORDER BY id')).map(({ name }) => String(name));
  return { migrations, auditHead: (chain?.['head'] as string | null | undefined) ?? null };
};

type Written = Pick<Manifest, 'file' | 'rows'> & Kept;

/** One state of the file, whatever is written meanwhile: VACUUM INTO reads in one transaction and holds up no writer. */
const copySqlite = async (url: string, folder: string): Promise<Written> => {
  const file = 'database.sqlite';
  const source = new Sqlite(pathOf(url), { fileMustExist: true, readonly: true, timeout: 5000 });
  source.prepare('VACUUM INTO ?').run(join(folder, file));
  source.close();
  chmodSync(join(folder, file), OWN);
  const copy = await openDatabase(`file:${join(folder, file)}`);
  const tables = await copy.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
  const rows: Record<string, number> = {};
  for (const { name } of tables) rows[String(name)] = Number((await copy.query(`SELECT COUNT(*) AS n FROM "${String(name)}"`))[0]?.['n']);
  const kept = await keptIn(copy.query);
  await copy.close();
  return { file, rows, ...kept };
};

/** Resolves when a program has ended well; rejects with its last words. */
export const endedWell = (child: ChildProcess, name: string): Promise<void> =>
  new Promise((done, fail) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-2000)));
    child.once('error', (error) => fail(new Error(`${name} cannot run: ${error.message}. Debian: mariadb-client.`)));
    child.once('close', (code) => (code === 0 ? done() : fail(new Error(`${name} ended with ${code}: ${said.trim()}`))));
  });

/** Rows of each table in a dump, in which each row is a line; rejects a dump that was cut off. */
const countRows = async (dump: Readable): Promise<Record<string, number>> => {
  const rows: Record<string, number> = {};
  let table = '';
  let last = '';
  for await (const line of createInterface({ input: dump, crlfDelay: Number.POSITIVE_INFINITY })) {
    const made = /^CREATE TABLE `(.+?)`/.exec(line)?.[1];
    if (made !== undefined) rows[made] = 0;
    const begun = /^INSERT INTO `(.+?)` VALUES/.exec(line)?.[1];
    if (begun !== undefined) table = begun;
    else if (line.startsWith('(') && table !== '') rows[table] = (rows[table] ?? 0) + 1;
    if (line !== '') last = line;
  }
  if (!last.startsWith('-- Dump completed')) throw new Error('mariadb-dump did not finish.');
  return rows;
};

const dumpMariadb = async ({ url, tls = {} }: Source, folder: string): Promise<Written> => {
  const file = 'database.sql.gz';
  const kept = await withOpened(url, tls, ({ query }) => keptIn(query));
  const rows = await withClientOptions(url, tls, async (options, database) => {
    const parts = ['--single-transaction', '--quick', '--skip-triggers', '--hex-blob', '--default-character-set=utf8mb4', '--no-tablespaces'];
    const dump = spawn('mariadb-dump', [`--defaults-extra-file=${options}`, ...parts, database], { stdio: ['ignore', 'pipe', 'pipe'] });
    const counted = new PassThrough();
    const [found] = await Promise.all([
      countRows(counted),
      pipeline(
        dump.stdout,
        async function* (source: AsyncIterable<Buffer>) {
          for await (const part of source) {
            if (!counted.write(part)) await new Promise((drained) => counted.once('drain', drained));
            yield part;
          }
          counted.end();
        },
        createGzip({ level: 3 }),
        createWriteStream(join(folder, file), { mode: OWN }),
      ),
      endedWell(dump, 'mariadb-dump'),
    ]);
    return found;
  });
  return { file, rows, ...kept };
};

/** On the disk, whatever happens to the machine next. */
const settle = (path: string): void => {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
};

/** Writes one consistent state of a database into a new folder, with what proves that it is whole. The service runs on. */
export const backUp = async (source: Source, folder: string): Promise<Manifest> => {
  if (existsSync(folder)) throw new Error(`${folder} is there already; a backup goes into a folder of its own.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const takenAt = new Date().toISOString();
  const dialect = dialectOf(source.url);
  const written = dialect === 'sqlite' ? await copySqlite(source.url, folder) : await dumpMariadb(source, folder);
  const path = join(folder, written.file);
  settle(path);
  const manifest: Manifest = {
    format: FORMAT,
    organisation: source.organisation,
    takenAt,
    dialect,
    ...written,
    bytes: statSync(path).size,
    sha256: await sha256Of(path),
  };
  // Last: a folder without it is no backup.
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: OWN, flush: true });
  return manifest;
};

/** Tells a database that a backup of it is whole, for who watches its program (docs/decisions/0119). */
export const tell = ({ url, tls = {} }: Source, { sha256, takenAt }: Manifest): Promise<void> =>
  withOpened(url, tls, async ({ query }) => {
    // As TypeORM writes an instant, in both dialects.
    await query('INSERT INTO backup_taken (sha256, takenAt) VALUES (?, ?)', [sha256, takenAt.replace('T', ' ').replace('Z', '')]);
  });
