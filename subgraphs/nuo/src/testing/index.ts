import { type Clock, type Database, type Dialect, fixedClock, type SubgraphProcess } from '@werkplein/kernel';
import { databaseForTest, serveForTest, type TestSubgraph } from '@werkplein/kernel/testing';
import { onTestFinished } from 'vitest';
import { loadDemo, type NuoDemo, nuoEntities, nuoMigrations, nuoSubgraph } from '../index.ts';

export interface TestNuo extends TestSubgraph {
  db: Database;
}

/** The instant at which the tests of this subgraph happen. */
export const testClock: Clock = fixedClock('2026-08-03T10:00:00Z');

/** A served NUO with a database of its own, gone when the test has finished. */
export const nuoForTest = async (dialect: Dialect, demo: Partial<NuoDemo> = {}, serve?: SubgraphProcess['serve']): Promise<TestNuo> => {
  const db = await databaseForTest(dialect, { entities: nuoEntities, migrations: nuoMigrations });
  await loadDemo(db, { employers: [], contactMoments: [], participants: [], placements: [], ...demo });
  const nuo = await serveForTest('nuo', 'nuo', nuoSubgraph, db, testClock, serve);
  onTestFinished(() => nuo.server.stop());
  return { ...nuo, db };
};

export * from './rows.ts';
