import { setTimeout as wait } from 'node:timers/promises';

/** The outcome of `work`, or an error when it takes longer than `ms` milliseconds; the work itself goes on. */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  const done = new AbortController();
  const late = wait(ms, undefined, { signal: done.signal }).then(() => {
    throw new Error(`not done within ${ms} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
};
