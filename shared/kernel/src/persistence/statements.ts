import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'typeorm';

interface Tally {
  statements: number;
}

const tally = new AsyncLocalStorage<Tally>();

/** Runs `work` and counts the SQL statements that it sends, transaction control included. */
export const countStatements = async <T>(work: () => Promise<T>): Promise<{ result: T; statements: number }> => {
  const mine: Tally = { statements: 0 };
  const result = await tally.run(mine, work);
  return { result, statements: mine.statements };
};

/** Statements of the running `countStatements` until now; 0 outside one. */
export const statementsSoFar = (): number => tally.getStore()?.statements ?? 0;

/** TypeORM's logger, used to count only: SQL and parameters may hold personal data, so nothing is printed. */
export const countingLogger: Logger = {
  logQuery: () => {
    const current = tally.getStore();
    if (current) current.statements += 1;
  },
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
