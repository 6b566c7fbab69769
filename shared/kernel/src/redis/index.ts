import { createClient } from '@redis/client';
import type { Logger } from 'pino';

const RECONNECT_MS = 1000;

export type RedisClient = ReturnType<typeof createClient>;

/** A connection that nobody waits for: while Redis is away its commands fail at once, and each second it tries to come back. */
export const redisClient = (url: string): RedisClient =>
  createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: RECONNECT_MS, connectTimeout: RECONNECT_MS } });

/** Says once that Redis is away and once that it is back; connects. Resolves when it was tried, whatever came of it. */
export const connectRedis = async (client: RedisClient, log: Pick<Logger, 'warn' | 'info'>, texts: { away: string; back: string }): Promise<void> => {
  let away = false;
  await new Promise<void>((tried) => {
    client.on('error', (error: Error) => {
      if (!away) log.warn({ error: error.message }, texts.away);
      away = true;
      tried();
    });
    client.on('ready', () => {
      if (away) log.info(texts.back);
      away = false;
      tried();
    });
    // It rejects when it is given up; what went wrong was told.
    client.connect().catch(() => tried());
  });
};
