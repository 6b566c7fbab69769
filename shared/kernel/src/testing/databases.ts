import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { inject, onTestFinished } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../persistence/database.ts';
import type { Dialect } from '../persistence/transactions.ts';
import { usedDatabase } from './used-databases.ts';
import { asAsked } from './variants.ts';

/** The dialects of this run: SQLite always, MariaDB when the setup found one. Use with `describe.each`. */
export const dialects: readonly Dialect[] = inject('mariadbUrl') === null ? ['sqlite'] : ['sqlite', 'mariadb'];

/** The program of a private Redis, or null when the setup found none. */
export const redisServer: string | null = inject('redisBinary');

export interface TestUrl {
  url: string;
  drop(): Promise<void>;
}

/** An empty database of its own. */
export const emptyDatabase = async (dialect: Dialect): Promise<TestUrl> => {
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(join(inject('databaseFolder'), 'd-'));
    return { url: `file:${folder}/test.sqlite`, drop: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  const server = inject('mariadbUrl') as string;
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string): Promise<void> => {
    const connection = await mysql.createConnection(server.replace(/^mariadb/, 'mysql'));
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin`);
  return { url: `${server}/${name}`, drop: () => run(`DROP DATABASE ${name}`) };
};

/** Of all workers of this run, removed at its end. */
export const folderOfRun = (): string => inject('databaseFolder');

/** Copies every table of one MariaDB database, with its rows and references, into another that has none. */
export const copyTables = async (from: string, to: string): Promise<void> => {
  const [source, target] = await Promise.all([from, to].map((url) => mysql.createConnection(url.replace(/^mariadb/, 'mysql'))));
  if (!source || !target) return;
  const rows = async (sql: string): Promise<string[][]> => ((await source.query(sql))[0] as object[]).map((row) => Object.values(row).map(String));
  const name = new URL(from).pathname.slice(1);
  // Tables refer to each other, whichever comes first.
  await target.query('SET foreign_key_checks = 0');
  for (const [table] of await rows('SHOW TABLES')) {
    const [[, create] = []] = await rows(`SHOW CREATE TABLE ${table}`);
    await target.query(create as string);
    await target.query(`INSERT INTO ${table} SELECT * FROM ${name}.${table}`);
  }
  await Promise.all([source.end(), target.end()]);
};

/** A migrated database without rows, given to the next test by the returned `close`. */
export const testDatabase = (dialect: Dialect, options: Omit<DatabaseOptions, 'url'>): Promise<Database> =>
  usedDatabase(dialect, options, () => emptyDatabase(dialect));

/** One that no test had before, closed and dropped by the returned `close`: for what looks at its file. */
export const newDatabase = async (dialect: Dialect, options: Omit<DatabaseOptions, 'url'>): Promise<Database> => {
  const { url, drop } = await emptyDatabase(dialect);
  const all = { ...options, url };
  const made = await openDatabase(all);
  await made.migrate();
  const db = await asAsked(made, all);
  return {
    ...db,
    close: async () => {
      await db.close();
      await drop();
    },
  };
};

/** The same for one test: gone when it has finished. */
export const databaseForTest = async (dialect: Dialect, options: Omit<DatabaseOptions, 'url'>): Promise<Database> => {
  const db = await testDatabase(dialect, options);
  onTestFinished(() => db.close());
  return db;
};
