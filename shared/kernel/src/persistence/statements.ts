import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, Logger, QueryRunner } from 'typeorm';
import type { TraceStep } from '../observability/tracing.ts';

interface Tally {
  statements: number;
  /** The step of which the statements are part, when its trace is kept. */
  step: TraceStep | null;
}

const tally = new AsyncLocalStorage<Tally>();

/** Runs `work` and counts the SQL statements that it sends, transaction control included; under `step` each is a step of its trace. */
export const countStatements = async <T>(work: () => Promise<T>, step: TraceStep | null = null): Promise<{ result: T; statements: number }> => {
  const mine: Tally = { statements: 0, step };
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

const LONGEST_TEXT = 2000;
/** Values are given apart, as parameters; what is still quoted in a statement is left out, and a long list is as good as one. */
const withoutValues = (sql: string): string =>
  sql
    .replaceAll(/'(?:[^']|'')*'/g, "'…'")
    .replaceAll(/\?(?:, ?\?)+/g, '?, …')
    .slice(0, LONGEST_TEXT);

const traced = new WeakSet<QueryRunner>();

/** Makes a step of each statement of a request whose trace is kept; of others nothing. */
export const traceStatements = (source: DataSource, dialect: string): DataSource => {
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const runner = create(mode);
    // On SQLite all share one.
    if (traced.has(runner)) return runner;
    traced.add(runner);
    const query = runner.query.bind(runner) as QueryRunner['query'];
    runner.query = (async (sql: string, ...more: []) => {
      const step = tally.getStore()?.step;
      if (!step) return query(sql, ...more);
      const text = withoutValues(sql);
      const own = step.child(/^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? 'SQL', 'asks', { 'db.system.name': dialect, 'db.query.text': text });
      try {
        const result: unknown = await query(sql, ...more);
        own.end();
        return result;
      } catch (error) {
        own.end(undefined, (error as { code?: string }).code ?? 'FAILED');
        throw error;
      }
    }) as QueryRunner['query'];
    return runner;
  };
  return source;
};
