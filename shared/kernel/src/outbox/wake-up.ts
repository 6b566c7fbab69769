import type { Logger } from 'pino';
import { connectRedis, redisClient } from '../redis/index.ts';

/** Tells the other processes that there are new events. It may be lost: the table is the truth, and every process looks there each second. */
export interface WakeUp {
  notify(): void;
  onWake(listener: () => void): void;
  close(): void;
}

/** One process, or several that find new events within a second by looking. */
export const noWakeUp: WakeUp = { notify: () => undefined, onWake: () => undefined, close: () => undefined };

const texts = { away: 'Redis is away; new events are found by looking each second', back: 'Redis is back' };

/** By Redis pub/sub. While Redis is away nothing waits for it. */
export const redisWakeUp = (url: string, channel: string, log: Logger): WakeUp => {
  const publisher = redisClient(url);
  // Of a subscription the client itself knows that it must be made again.
  const subscriber = publisher.duplicate({ disableOfflineQueue: false });
  for (const client of [publisher, subscriber]) void connectRedis(client, log, texts);
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
