import { connectRedis, type Logger, type Principal, type RedisClient, redisClient, within } from '@werkplein/kernel';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateSettings {
  /** Requests of one employee in a second. */
  requestsPerSecond: number;
  /** Cost points of one employee in a minute. */
  costPerMinute: number;
  /** Requests from one address in a second, without a token or with one that is refused. */
  anonymousPerSecond: number;
  /** Counts for all gateways together; without it each counts for itself. */
  redisUrl?: string | undefined;
}

/** Each gives the seconds to wait, 0 when there is room. */
export interface Rates {
  request(principal: Principal): Promise<number>;
  cost(principal: Principal, points: number): Promise<number>;
  anonymous(address: string): Promise<number>;
  /** When Redis was tried. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

const MINUTE_S = 60;

/** An id is unique within its organisation only; written so that no two principals can make the same key. */
const keyOf = ({ organisation, employeeId }: Principal): string => JSON.stringify([organisation, employeeId]);

/** A Redis that hangs is as good as none: nobody waits for it. */
const REDIS_MS = 200;

/** Redis that is gone is not an outage: each gateway then counts for itself, and the log says so once. */
const texts = { away: 'no Redis: rates are counted by this gateway alone', back: 'Redis is back: rates are counted together' };

/** What the limiter asks of Redis, with an end: the client itself waits for ever for the answer to what it has sent. */
const impatient = (redis: RedisClient): Pick<RedisClient, 'eval'> => ({ eval: (...script) => within(REDIS_MS, redis.eval(...script)) });

/** Counts requests and cost for each caller apart. */
export const rateLimits = (settings: RateSettings, log: Pick<Logger, 'warn' | 'info'>): Rates => {
  const redis = settings.redisUrl === undefined ? null : redisClient(settings.redisUrl);
  const tried = redis && connectRedis(redis, log, texts);
  const storeClient = redis && impatient(redis);
  const limiter = (keyPrefix: string, points: number, duration: number) => {
    const memory = new RateLimiterMemory({ keyPrefix, points, duration });
    const counter = storeClient ? new RateLimiterRedis({ storeClient, useRedisPackage: true, keyPrefix, points, duration, insuranceLimiter: memory }) : memory;
    return async (key: string, cost = 1): Promise<number> => {
      try {
        await counter.consume(key, cost);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    };
  };
  const [requests, costs, strangers] = [
    limiter('request', settings.requestsPerSecond, 1),
    limiter('cost', settings.costPerMinute, MINUTE_S),
    limiter('anonymous', settings.anonymousPerSecond, 1),
  ];
  return {
    request: (principal) => requests(keyOf(principal)),
    cost: (principal, points) => costs(keyOf(principal), points),
    anonymous: (address) => strangers(address),
    ready: async () => void (await tried),
    stop: async () => redis?.destroy(),
  };
};

/** For a gateway that counts nothing. */
export const noRates: Rates = {
  request: async () => 0,
  cost: async () => 0,
  anonymous: async () => 0,
  ready: async () => undefined,
  stop: async () => undefined,
};
