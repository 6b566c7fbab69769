import { spawn } from 'node:child_process';
import { copyFileSync, globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type Dialect, openDatabase } from '@werkplein/kernel';
import { emptyDatabase } from '@werkplein/kernel/testing';
import { onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Ended {
  code: number | null;
  out: string;
}

/** A built program of a subgraph, started. */
export const program = (name: string, args: readonly string[], env: NodeJS.ProcessEnv, input = '') => {
  const child = spawn(process.execPath, [join(root, `subgraphs/${name}/dist/main.js`), ...args], { env: { ...process.env, LOG_LEVEL: 'fatal', ...env } });
  child.stdin.end(input);
  let out = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (out += text.toString()));
  return { kill: () => child.kill('SIGKILL'), ended: new Promise<Ended>((done) => child.once('close', (code) => done({ code, out }))) };
};

/** A folder with the sample files, and empty databases of nuo and almelo. */
export const workplace = async (dialect: Dialect) => {
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-cli-'));
  for (const sample of globSync('docs/examples/*', { cwd: root })) copyFileSync(join(root, sample), join(folder, basename(sample)));
  const databases = { nuo: await emptyDatabase(dialect), almelo: await emptyDatabase(dialect) };
  onTestFinished(async () => {
    for (const { drop } of Object.values(databases)) await drop();
  });
  const env = { KEYS_DIR: folder, NUO_DATABASE_URL: databases.nuo.url, ALMELO_DATABASE_URL: databases.almelo.url };
  const run = (name: string, ...args: string[]) =>
    program(
      name,
      args.map((arg) => (/\.(csv|json)$/.test(arg) ? join(folder, arg) : arg)),
      env,
    ).ended;
  return { folder, env, run, databases, count: (sql: string) => countRows(databases.nuo.url, sql) };
};

export const countRows = async (url: string, sql: string): Promise<number> => {
  const db = await openDatabase({ url, entities: [], migrations: [] }).catch(() => null);
  if (!db) return 0;
  const [row] = await db.read.em.query<{ n: number | string }[]>(sql).catch(() => [{ n: 0 }]);
  await db.close();
  return Number(row?.n);
};
