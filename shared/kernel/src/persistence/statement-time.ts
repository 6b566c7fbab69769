import { AsyncLocalStorage } from 'node:async_hooks';

/** After how many seconds MariaDB ends a statement: of a question, and of what people know to wait for (a command, a figure, a task). */
export interface StatementSeconds {
  question: number;
  longer: number;
}

type Work = keyof StatementSeconds | 'migration' | 'log';

/** A table is changed as long as that takes; only a migration that hangs is ended. */
const MIGRATION_S = 3600;

const work = new AsyncLocalStorage<Work>();

/** Runs what answers a request: its statements are ended soon, but those inside `takingLonger`, a transaction or a migration. */
export const asQuestion = <T>(run: () => Promise<T>): Promise<T> => work.run('question', run);
export const takingLonger = <T>(run: () => Promise<T>): Promise<T> => (work.getStore() === 'log' ? run() : work.run('longer', run));
/** Its statements are ended as those of the question that they log, in a transaction too: a connection that both use need not be told. */
export const asLog = <T>(run: () => Promise<T>): Promise<T> => work.run('log', run);
export const asMigration = <T>(run: () => Promise<T>): Promise<T> => work.run('migration', run);

/** For a statement of who runs now. */
export const secondsNow = (limits: StatementSeconds): number => {
  const now = work.getStore() ?? 'longer';
  if (now === 'migration') return MIGRATION_S;
  return now === 'log' ? limits.question : limits[now];
};
