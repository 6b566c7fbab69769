import type { Logger, Principal } from '@werkplein/kernel';
import { Redis } from 'ioredis';
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
const connect = (url: string, log: Pick<Logger, 'warn' | 'info'>): Redis => {
  const redis = new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 1000, commandTimeout: REDIS_MS });
  let lost = false;
  redis.on('error', (error: Error) => {
    if (!lost) log.warn({ problem: error.message }, 'no Redis: rates are counted by this gateway alone');
    lost = true;
  });
  redis.on('ready', () => {
    if (lost) log.info('Redis is back: rates are counted together');
    lost = false;
  });
  return redis;
};

/** Counts requests and cost for each caller apart. */
export const rateLimits = (settings: RateSettings, log: Pick<Logger, 'warn' | 'info'>): Rates => {
  const redis = settings.redisUrl === undefined ? null : connect(settings.redisUrl, log);
  const connected = redis?.connect().catch(() => undefined);
  const limiter = (keyPrefix: string, points: number, duration: number) => {
    const memory = new RateLimiterMemory({ keyPrefix, points, duration });
    const counter = redis ? new RateLimiterRedis({ storeClient: redis, keyPrefix, points, duration, insuranceLimiter: memory }) : memory;
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
    ready: async () => connected,
    stop: async () => redis?.disconnect(),
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
