import type { Dialect } from '@werkplein/kernel';
import { serveForTest, testDatabase } from '@werkplein/kernel/testing';
import { afterAll, beforeAll } from 'vitest';
import { loadDemo, type NuoDemo, nuoEntities, nuoMigrations, nuoSubgraph } from '../index.ts';
import { testClock, testDemo, type TestNuo } from './index.ts';

/** One served NUO for all tests of a `describe`, for tests that do not disturb one another; each makes rows of its own. Use what it gives inside tests only. */
export const sharedNuo = (dialect: Dialect, demo: Partial<NuoDemo> = {}): (() => TestNuo) => {
  let nuo: TestNuo | undefined;
  beforeAll(async () => {
    const db = await testDatabase(dialect, { entities: nuoEntities, migrations: nuoMigrations });
    await loadDemo(db, { ...testDemo(0), ...demo });
    nuo = { ...(await serveForTest('nuo', 'nuo', nuoSubgraph, db, testClock)), db };
  });
  afterAll(async () => {
    await nuo?.server.stop();
    await nuo?.db.close();
  });
  return () => nuo as TestNuo;
};
