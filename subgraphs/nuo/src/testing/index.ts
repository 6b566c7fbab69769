import { type Clock, type Database, type Dialect, openDatabase, type SubgraphProcess } from '@werkplein/kernel';
import { databaseForTest, emptyDatabase, serveForTest, type TestSubgraph } from '@werkplein/kernel/testing';
import { onTestFinished } from 'vitest';
import { loadDemo, type NuoDemo, nuoEntities, nuoMigrations, nuoSubgraph } from '../index.ts';
import { testClock } from './clock.ts';
import { testDemo } from './rows.ts';

/** What can be asked, wherever it is served. */
export type Asks = Pick<TestSubgraph, 'ask'>;

export interface TestNuo extends TestSubgraph {
  db: Database;
}

/** A served NUO with a database of its own, gone when the test has finished. */
export const nuoForTest = async (
  dialect: Dialect,
  demo: Partial<NuoDemo> = {},
  serve?: SubgraphProcess['serve'],
  clock: Clock = testClock,
): Promise<TestNuo> => {
  const db = await databaseForTest(dialect, { entities: nuoEntities, migrations: nuoMigrations });
  await loadDemo(db, { ...testDemo(0), ...demo });
  const nuo = await serveForTest('nuo', 'nuo', nuoSubgraph, db, clock, { serve });
  onTestFinished(() => nuo.server.stop());
  return { ...nuo, db };
};

/**
 * Two served NUOs on one database, each with connections of its own, as two processes are; on SQLite, which one process writes, the same one twice.
 */
export const nuoPairForTest = async (dialect: Dialect, demo: Partial<NuoDemo> = {}, clock: Clock = testClock): Promise<[TestNuo, TestNuo]> => {
  const { url, drop } = await emptyDatabase(dialect);
  onTestFinished(async () => {
    for (const db of new Set(dbs)) await db.close();
    await drop();
  });
  const open = () => openDatabase({ url, entities: nuoEntities, migrations: nuoMigrations });
  const first = await open();
  const dbs = [first, dialect === 'sqlite' ? first : await open()] as const;
  await first.migrate();
  await loadDemo(first, { ...testDemo(0), ...demo });
  const serve = async (db: Database): Promise<TestNuo> => {
    const nuo = await serveForTest('nuo', 'nuo', nuoSubgraph, db, clock);
    onTestFinished(() => nuo.server.stop());
    return { ...nuo, db };
  };
  return [await serve(dbs[0]), await serve(dbs[1])];
};

export * from './bench.ts';
export * from './clock.ts';
export { command } from './colleagues.ts';
export * from './rows.ts';

/** What a request that shows persons takes beside its reads: a transaction with the processing lines and the access event. */
export const loggingStatements = 4;
