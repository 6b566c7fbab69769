import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, Logger, QueryRunner } from 'typeorm';
import { fault } from '../errors/index.ts';
import { withoutNumbers } from '../observability/loggable.ts';
import type { TraceStep } from '../observability/tracing.ts';

interface Tally {
  statements: number;
  /** Aborted when nobody waits for what these statements are for. */
  unwanted: AbortSignal | undefined;
  /** The step of which the statements are part, when its trace is kept. */
  step: TraceStep | null;
}

const tally = new AsyncLocalStorage<Tally>();

/**
 * Runs `work` and counts the SQL statements that it sends, transaction control included. Once `unwanted` is aborted it sends no other: the next one
 * fails as UNAVAILABLE, and a transaction that has not come to its end is rolled back. Under `step` each statement is a step of its trace.
 */
export const countStatements = async <T>(
  work: () => Promise<T>,
  unwanted?: AbortSignal,
  step: TraceStep | null = null,
): Promise<{ result: T; statements: number }> => {
  const mine: Tally = { statements: 0, unwanted, step };
  const result = await tally.run(mine, work);
  return { result, statements: mine.statements };
};

/** Statements of the running `countStatements` until now; 0 outside one. */
export const statementsSoFar = (): number => tally.getStore()?.statements ?? 0;

/** Whether nobody waits any more for what the running `countStatements` is for. */
export const isUnwanted = (): boolean => tally.getStore()?.unwanted?.aborted === true;

/** Runs what a request sets going and does not wait for, such as the delivery of its events: nothing of the request holds for it. */
export const apart = <T>(work: () => T): T => tally.run({ statements: 0, unwanted: undefined, step: null }, work);

/** What begins and ends a transaction always goes through: one that is unwanted must still be rolled back, and one that is whole may be committed. */
const control = /^(BEGIN|START TRANSACTION|SET TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/;

/** TypeORM's logger, used to count and to stop: it is told of each statement before that is sent. SQL and parameters may hold personal data, so nothing is printed. */
export const countingLogger: Logger = {
  logQuery: (sql) => {
    const current = tally.getStore();
    if (!current) return;
    if (current.unwanted?.aborted && !control.test(sql)) throw fault('UNAVAILABLE');
    current.statements += 1;
  },
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/** Runs what is done for several at once. It counts for who began it and is a step of that trace, but goes on when nobody waits for that one. */
export const forSeveral = async <T>(work: () => Promise<T>): Promise<T> => {
  const own = tally.getStore();
  const shared: Tally = { statements: 0, unwanted: undefined, step: own?.step ?? null };
  try {
    return await tally.run(shared, work);
  } finally {
    if (own) own.statements += shared.statements;
  }
};

const LONGEST_TEXT = 2000;
/** Values are given apart, as parameters; what is still quoted in a statement is left out, and a long list is as good as one. */
const withoutValues = (sql: string): string =>
  withoutNumbers(sql.replaceAll(/'(?:[^']|'')*'/g, "'…'").replaceAll(/\?(?:, ?\?)+/g, '?, …')).slice(0, LONGEST_TEXT);

const traced = new WeakSet<QueryRunner>();

/** Makes a step of each statement of a request whose trace is kept; of others nothing. */
export const traceStatements = (source: DataSource, dialect: string): DataSource => {
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const runner = create(mode);
    // On SQLite all share one.
    if (traced.has(runner)) return runner;
    traced.add(runner);
    const query = runner.query.bind(runner);
    const tracedQuery = async (step: TraceStep, sql: string, ...more: []) => {
      const verb = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? 'SQL';
      const own = step.child(verb, 'asks', { 'db.system.name': dialect, 'db.query.text': withoutValues(sql) });
      try {
        const result: unknown = await query(sql, ...more);
        own.end();
        return result;
      } catch (error) {
        own.end(undefined, (error as { code?: string }).code ?? 'FAILED');
        throw error;
      }
    };
    runner.query = ((sql: string, ...more: []) => {
      const step = tally.getStore()?.step;
      return step ? tracedQuery(step, sql, ...more) : query(sql, ...more);
    }) as QueryRunner['query'];
    return runner;
  };
  return source;
};
