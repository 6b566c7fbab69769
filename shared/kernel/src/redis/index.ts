import { createClient } from '@redis/client';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { readGauge } from '../observability/read-gauge.ts';

const RECONNECT_MS = 1000;

export type RedisClient = ReturnType<typeof createClient>;

/** A connection that nobody waits for: while Redis is away its commands fail at once, and each second it tries to come back. */
export const redisClient = (url: string): RedisClient =>
  createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: RECONNECT_MS, connectTimeout: RECONNECT_MS } });

const connections = new Set<{ away(): boolean }>();

/** Shows how many connections to Redis this process has lost; nothing where it uses none. */
export const redisMetric = (registry: Registry): void => {
  readGauge(registry, 'werkplein_redis_connections_away', 'Connections to Redis of this process that are lost now.', (own) => {
    if (connections.size === 0) own.remove();
    else own.set([...connections].filter(({ away }) => away()).length);
  });
};

/** Says once that Redis is away and once that it is back; connects. Resolves when it was tried, whatever came of it. */
export const connectRedis = async (client: RedisClient, log: Pick<Logger, 'warn' | 'info'>, texts: { away: string; back: string }): Promise<void> => {
  let away = false;
  const connection = { away: () => away };
  connections.add(connection);
  client.on('end', () => connections.delete(connection));
  await new Promise<void>((tried) => {
    client.on('error', (error: Error) => {
      if (!away) log.warn({ problem: error.message }, texts.away);
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
