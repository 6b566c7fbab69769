import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { Database, DatabaseLoad, DatabaseOptions } from './database.ts';
import { isDenied, isPassing } from './errors.ts';
import { mysqlWith } from './mariadb-pool.ts';
import { drift, ready } from './source.ts';
import { asMigration, takingLonger } from './statement-time.ts';
import { apart, countingLogger, traceStatements } from './statements.ts';
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

/** The parts of mysql2's pool that have no public name. */
interface Pool {
  config: { connectionLimit: number };
  _allConnections: { length: number };
  _freeConnections: { length: number };
  _connectionQueue: { length: number };
}

const loadOf = ({ config, _allConnections: { length: open }, _freeConnections: free, _connectionQueue: queue }: Pool): DatabaseLoad => ({
  open,
  busy: open - free.length,
  limit: config.connectionLimit,
  waiting: queue.length,
});

/** How long one process waits for another that migrates. */
const MIGRATING_S = 600;

/** On one connection: one process at a time. */
const migrate = async (source: DataSource): Promise<string[]> => {
  const runner = source.createQueryRunner();
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'each';
  try {
    const locked = (await runner.query(`SELECT GET_LOCK(CONCAT('migrate ', DATABASE()), ${MIGRATING_S}) AS got`)) as { got: number | string | null }[];
    if (Number(locked[0]?.got) !== 1) throw new Error(`Another process has been migrating this database for ${MIGRATING_S} seconds.`);
    return (await executor.executePendingMigrations()).map(({ name }) => name);
  } catch (error) {
    if (!isDenied(error)) throw error;
    // The code of a version that is newer than its tables: it must not serve.
    const waiting = (await executor.getPendingMigrations()).map(({ name }) => name);
    throw new Error(`This account may not change tables, and ${waiting.length} migrations have not run (${waiting[0]} first): run migrate with one that may.`, {
      cause: error,
    });
  } finally {
    // A connection that is gone has no lock.
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
    driver: mysqlWith(options.statementSeconds),
    poolSize: options.poolSize ?? 10,
    ...(options.tls && { ssl: { ...options.tls, minVersion: 'TLSv1.2', rejectUnauthorized: true, verifyIdentity: true } as object }),
    extra: { queueLimit: options.queueLimit ?? 1000, enableKeepAlive: true },
  }).initialize();
  await demandCollation(source);
  traceStatements(source, 'mariadb');
  const commits = new EventEmitter();
  const running = new AsyncLocalStorage<WriteTx>();

  const write = async <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> => {
    const joined = running.getStore();
    if (joined) return work(joined);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const announces = new Set<string>();
        const transaction = () =>
          source.transaction((em) => {
            const tx: WriteTx = { em, dialect: 'mariadb', writes: true, announces };
            return running.run(tx, () => work(tx));
          });
        const result = await takingLonger(transaction);
        apart(() => {
          for (const topic of announces) commits.emit(topic);
        });
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
    migrate: () => asMigration(() => migrate(source)),
    ready: () => ready(source),
    drift: () => drift(source),
    load: () => loadOf((source.driver as unknown as { pool: Pool }).pool),
    close: () => source.destroy(),
  };
};
