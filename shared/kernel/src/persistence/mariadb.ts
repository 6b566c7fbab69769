import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Database, DatabaseLoad, DatabaseOptions } from './database.ts';
import { isPassing } from './errors.ts';
import { drift, migrate, ready } from './source.ts';
import { countingLogger, traceStatements } from './statements.ts';
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
    poolSize: options.poolSize ?? 10,
    extra: { queueLimit: 500, enableKeepAlive: true },
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
    migrate: () => migrate(source),
    ready: () => ready(source),
    drift: () => drift(source),
    load: () => loadOf((source.driver as unknown as { pool: Pool }).pool),
    close: () => source.destroy(),
  };
};
