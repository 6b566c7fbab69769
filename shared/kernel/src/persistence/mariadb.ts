import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { Database, DatabaseOptions } from './database.ts';
import { isPassing } from './errors.ts';
import { mysqlWith } from './mariadb-pool.ts';
import { TASK_SECONDS } from './settings.ts';
import { drift, ready } from './source.ts';
import { countingLogger } from './statements.ts';
import type { WriteTx } from './transactions.ts';

const TRIES = 5;
const COLLATION = 'utf8mb4_nopad_bin';

/** Another collation would ignore case, accents or trailing spaces in unique keys, and answer otherwise than SQLite. */
const demandCollation = async (source: DataSource): Promise<void> => {
  const [row] = await source.query<{ collation: string }[]>(
    'SELECT default_collation_name AS collation FROM information_schema.schemata WHERE schema_name = DATABASE()',
  );
  if (row?.collation === COLLATION) return;
  await source.destroy();
  throw new Error(`The database must be made with CHARACTER SET utf8mb4 COLLATE ${COLLATION}; it has ${row?.collation ?? 'none'}.`);
};

/** How long one process waits for another that migrates. */
const MIGRATING_S = 600;

/** On one connection: one process at a time, and with the time that a large table takes. */
const migrate = async (source: DataSource, seconds: number | undefined): Promise<string[]> => {
  const runner = source.createQueryRunner();
  try {
    const locked = (await runner.query(`SELECT GET_LOCK(CONCAT('migrate ', DATABASE()), ${MIGRATING_S}) AS got`)) as { got: number | string | null }[];
    if (Number(locked[0]?.got) !== 1) throw new Error(`Another process has been migrating this database for ${MIGRATING_S} seconds.`);
    await runner.query(`SET SESSION max_statement_time = ${TASK_SECONDS}`);
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'each';
    return (await executor.executePendingMigrations()).map(({ name }) => name);
  } finally {
    // A connection that is gone has neither.
    await runner.query(`SET SESSION max_statement_time = ${seconds ?? 'DEFAULT'}`).catch(() => undefined);
    await runner.query("DO RELEASE_LOCK(CONCAT('migrate ', DATABASE()))").catch(() => undefined);
    await runner.release();
  }
};

export const openMariadb = async (options: DatabaseOptions): Promise<Database> => {
  const source = await new DataSource({
    type: 'mariadb',
    url: options.url.replace(/^mysql:/, 'mariadb:'),
    timezone: 'Z',
    dateStrings: ['DATE'],
    charset: 'utf8mb4',
    entities: [...options.entities],
    migrations: [...options.migrations],
    logger: countingLogger,
    driver: mysqlWith(options),
    poolSize: options.poolSize ?? 10,
    ...(options.tls && { ssl: { ...options.tls, minVersion: 'TLSv1.2', rejectUnauthorized: true, verifyIdentity: true } as object }),
    extra: { queueLimit: options.queueLimit ?? 500, enableKeepAlive: true },
  }).initialize();
  await demandCollation(source);
  const commits = new EventEmitter();
  const running = new AsyncLocalStorage<WriteTx>();

  const write = async <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> => {
    const joined = running.getStore();
    if (joined) return work(joined);
    for (let attempt = 1; ; attempt += 1) {
      try {
        // READ COMMITTED: after waiting for a row lock the next read must see what the winner wrote.
        const announces = new Set<string>();
        const result = await source.transaction('READ COMMITTED', (em) => {
          const tx: WriteTx = { em, dialect: 'mariadb', writes: true, announces };
          return running.run(tx, () => work(tx));
        });
        for (const topic of announces) commits.emit(topic);
        return result;
      } catch (error) {
        if (attempt === TRIES || !isPassing(error)) throw error;
        await wait(Math.random() * 20 * 2 ** attempt);
      }
    }
  };

  return {
    dialect: 'mariadb',
    read: { em: source.manager, dialect: 'mariadb' },
    write,
    commits,
    migrate: () => migrate(source, options.statementSeconds),
    ready: () => ready(source),
    drift: () => drift(source),
    close: () => source.destroy(),
  };
};
