import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { DataSource } from 'typeorm';
import type { Database, DatabaseOptions } from './database.ts';
import { drift, ready } from './source.ts';
import { apart, countingLogger, traceStatements } from './statements.ts';
import type { WriteTx } from './transactions.ts';

/** A writer takes the lock when it begins: a deferred one would fail at its first write (SQLITE_BUSY_SNAPSHOT). */
class ImmediateSqlite extends Sqlite {
  override prepare: Sqlite.Database['prepare'] = (sql: string) =>
    Sqlite.prototype.prepare.call(this, sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql) as never;
}

/** The file of a `file:` URL. */
export const sqlitePath = (url: string): string => (url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length)));

const connect = async (options: DatabaseOptions, readonly: boolean): Promise<DataSource> => {
  const source = await new DataSource({
    type: 'better-sqlite3',
    database: sqlitePath(options.url),
    driver: ImmediateSqlite,
    readonly,
    entities: [...options.entities],
    migrations: [...options.migrations],
    logger: countingLogger,
    prepareDatabase: (db: Sqlite.Database) => {
      // Another process that writes (an import) is waited for, but less long than the gateway waits for an answer (2 s).
      db.pragma('busy_timeout = 1500');
      db.pragma('foreign_keys = ON');
      // Figures go over an index of tens of megabytes more than once, and a write touches as many indexes as its table has.
      db.pragma('cache_size = -65536');
      if (readonly) return;
      db.pragma('journal_mode = WAL');
      // 40 MB: a load that changes pages everywhere would copy them into the file at each commit.
      db.pragma('wal_autocheckpoint = 10000');
      // An acknowledged write survives a power cut; NORMAL would not promise that.
      db.pragma('synchronous = FULL');
    },
  }).initialize();
  return traceStatements(source, 'sqlite');
};

/**
 * Embedded database. TypeORM shares one connection between all callers of a data source, so two transactions
 * would end each other: every write goes through one queue on one connection, every read through another.
 */
export const openSqlite = async (options: DatabaseOptions): Promise<Database> => {
  mkdirSync(dirname(sqlitePath(options.url)), { recursive: true });
  const writer = await connect(options, false);
  const reader = await connect(options, true);
  const commits = new EventEmitter();
  const running = new AsyncLocalStorage<WriteTx>();
  let last: Promise<unknown> = Promise.resolve();
  let writers = 0;

  const write = <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> => {
    const joined = running.getStore();
    if (joined) return work(joined);
    const announces = new Set<string>();
    writers += 1;
    const turn = last.then(() =>
      writer.transaction((em) => {
        const tx: WriteTx = { em, dialect: 'sqlite', writes: true, announces };
        return running.run(tx, () => work(tx));
      }),
    );
    // Everything here is synchronous underneath: without a turn of the event loop a long load would starve signals,
    // other requests, and the release of finished statements (1.2 GB after 500,000 rows).
    last = turn.then(
      () => {
        writers -= 1;
        apart(() => {
          for (const topic of announces) commits.emit(topic);
        });
        return setImmediate();
      },
      () => void (writers -= 1),
    );
    return turn;
  };

  return {
    dialect: 'sqlite',
    read: { em: reader.manager, dialect: 'sqlite' },
    write,
    commits,
    migrate: async () => (await writer.runMigrations({ transaction: 'each' })).map(({ name }) => name),
    ready: () => ready(reader),
    drift: () => drift(writer),
    // One reads and one writes.
    load: () => ({ open: 2, busy: Math.min(writers, 1), limit: 2, waiting: Math.max(writers - 1, 0) }),
    close: async () => {
      await last;
      await reader.destroy();
      await writer.destroy();
    },
  };
};
