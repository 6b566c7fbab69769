import type { IncomingMessage, ServerResponse } from 'node:http';

/** Header in which the gateway says how many milliseconds it still waits for this answer. */
export const REMAINING_HEADER = 'x-werkplein-remaining-ms';

/** How long a request is worked on, in ms: as long as it is still waited for, and never longer than `longestMs`. */
export const remainingOf = ({ headers }: Pick<IncomingMessage, 'headers'>, longestMs: number): number => {
  const given = headers[REMAINING_HEADER];
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Math.min(Number(given), longestMs) : longestMs;
};

/** Runs `work` with a signal that is aborted when nobody waits for its answer any more: the time is over, or the connection closed. */
export const whileAwaited = async <T>(response: ServerResponse, ms: number, work: (unwanted: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  const limit = setTimeout(end, ms);
  response.once('close', end);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(limit);
    response.off('close', end);
  }
};
