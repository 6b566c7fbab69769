import { createServer } from 'node:net';

/**
 * Below what Linux gives to outgoing connections (from 32768), which could take a port between this look and its use;
 * above every port that browsers and fetch refuse.
 */
const FIRST = 10_240;
const SLICES = 44;
const SLICE = 512;

/** Each process looks in a slice of its own: two that look at once do not find the same. */
const slice = FIRST + (process.pid % SLICES) * SLICE;
let next = Math.floor(Math.random() * SLICE);

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** A port that nobody uses now, and that is not given twice before a whole slice has been. */
export const freePort = async (): Promise<number> => {
  for (let tried = 0; tried < SLICE; tried += 1) {
    const port = slice + (next++ % SLICE);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port is free from ${slice} to ${slice + SLICE - 1}`);
};
