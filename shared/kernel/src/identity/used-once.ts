import type { Logger } from 'pino';
import { connectRedis, redisClient } from '../redis/index.ts';
import { within } from '../server/within.ts';

/** Five thousand requests a second for a minute. */
const LARGEST = 300_000;

/** Says once of an id that it is new. */
export type UsedOnce = (id: string) => boolean | Promise<boolean>;

/** In the memory of this process. An id is forgotten when what carries it can no longer be valid. */
export const usedOnce = (lifetimeMs: number, now: () => number = () => performance.now(), largest: number = LARGEST): ((id: string) => boolean) => {
  // In the order of arrival, so the oldest stand in front.
  const until = new Map<string, number>();
  return (id) => {
    for (const [old, end] of until) {
      if (end > now()) break;
      until.delete(old);
    }
    // Full: refuse, for forgetting one would let it in again.
    if (until.has(id) || until.size >= largest) return false;
    until.set(id, now() + lifetimeMs);
    return true;
  };
};

/** A Redis that hangs is as good as none. */
const REDIS_MS = 200;
const texts = {
  away: 'no Redis: a statement that another process has had is not known here',
  back: 'Redis is back: statements are used once by all processes together',
};

export interface SharedUsedOnce {
  fresh: UsedOnce;
  /** When Redis was tried. */
  ready(): Promise<void>;
  stop(): void;
}

/** By all processes that share a Redis and a `prefix`; while it is away each knows its own. */
export const usedOnceTogether = (url: string, prefix: string, lifetimeMs: number, log: Pick<Logger, 'warn' | 'info'>): SharedUsedOnce => {
  const here = usedOnce(lifetimeMs);
  const redis = redisClient(url);
  const tried = connectRedis(redis, log, texts);
  return {
    fresh: async (id) => {
      if (!here(id)) return false;
      if (!redis.isReady) return true;
      try {
        const set = redis.set(`${prefix}:${id}`, '1', { condition: 'NX', expiration: { type: 'PX', value: lifetimeMs } });
        return (await within(REDIS_MS, set)) !== null;
      } catch {
        return true;
      }
    },
    ready: () => tried,
    stop: () => redis.destroy(),
  };
};
