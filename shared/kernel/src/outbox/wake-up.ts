import { createClient } from '@redis/client';
import type { Logger } from 'pino';

/** Tells the other processes that there are new events. It may be lost: the table is the truth, and every process looks there each second. */
export interface WakeUp {
  notify(): void;
  onWake(listener: () => void): void;
  close(): void;
}

/** One process, or several that find new events within a second by looking. */
export const noWakeUp: WakeUp = { notify: () => undefined, onWake: () => undefined, close: () => undefined };

const RECONNECT_MS = 1000;

/** By Redis pub/sub. While Redis is away nothing waits for it. */
export const redisWakeUp = (url: string, channel: string, log: Logger): WakeUp => {
  const publisher = createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: RECONNECT_MS, connectTimeout: RECONNECT_MS } });
  const subscriber = publisher.duplicate({ disableOfflineQueue: false });
  let away = false;
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: Error) => {
      if (!away) log.warn({ error: error.message }, 'Redis is away; new events are found by looking each second');
      away = true;
    });
    client.on('ready', () => {
      if (away) log.info('Redis is back');
      away = false;
    });
    client.connect().catch(() => undefined);
  }
  return {
    notify: () => {
      if (publisher.isReady) publisher.publish(channel, '').catch(() => undefined);
    },
    onWake: (listener) => {
      subscriber.subscribe(channel, listener).catch(() => undefined);
      // What was told while we were away.
      subscriber.on('ready', listener);
    },
    close: () => {
      publisher.destroy();
      subscriber.destroy();
    },
  };
};
