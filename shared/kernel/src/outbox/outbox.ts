import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../persistence/database.ts';
import { Bell } from './bell.ts';
import { eventsAfter, outboxBounds, type PlacedEvent } from './outbox.store.ts';
import { OUTBOX } from './publish.ts';
import { placeEvents, removeEvents } from './sequencer.ts';
import type { WakeUp } from './wake-up.ts';

/** How often the table is looked at when nobody calls. */
const LOOK_MS = 1000;
const REMOVE_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Newest events in memory: what all streams that are up to date read. */
const KEPT = 1000;

export interface OutboxOptions {
  db: Database;
  clock: Clock;
  wakeUp: WakeUp;
  keepDays: number;
  log: Logger;
}

/** The events of one database as one process follows them. */
export interface Outbox {
  /** Newest position that this process has seen. */
  last(): number;
  /** Between which positions there are events now, whether this process has seen them or not. */
  bounds(): Promise<{ last: number; removed: number }>;
  /** Events after `position`, in their order, from memory when they are new. */
  after(position: number, limit: number): Promise<PlacedEvent[]>;
  /** Rings when there are new events; gives how to end that. */
  follow(bell: Bell): () => void;
  stop(): Promise<void>;
}

/** Gives positions to what commits here and to what another process left behind, and follows what all of them published. */
export const openOutbox = async ({ db, clock, wakeUp, keepDays, log }: OutboxOptions): Promise<Outbox> => {
  const followers = new Set<Bell>();
  const bell = new Bell();
  let newest: PlacedEvent[] = [];
  let { last } = await outboxBounds(db.read);
  let stopped = false;
  let removeAt = 0;

  const follow = async (): Promise<void> => {
    for (;;) {
      const some = await eventsAfter(db.read, last, KEPT);
      if (some.length === 0) return;
      newest = [...newest, ...some].slice(-KEPT);
      last = (some.at(-1) as PlacedEvent).position;
      for (const follower of followers) follower.ring();
    }
  };
  const tidy = async (): Promise<void> => {
    const now = clock().getTime();
    if (now < removeAt) return;
    while ((await removeEvents(db, new Date(now - keepDays * DAY_MS))) > 0);
    removeAt = now + REMOVE_EVERY_MS;
  };
  const run = async (): Promise<void> => {
    for (let failing = false; !stopped; await bell.wait(LOOK_MS)) {
      try {
        if ((await placeEvents(db)) > 0) wakeUp.notify();
        await follow();
        await tidy();
        failing = false;
      } catch (error) {
        if (!failing) log.error({ error }, 'events wait: the database does not answer');
        failing = true;
      }
    }
  };

  db.commits.on(OUTBOX, bell.ring);
  wakeUp.onWake(bell.ring);
  const running = run();

  return {
    last: () => last,
    bounds: () => outboxBounds(db.read),
    after: async (position, limit) => {
      if (position >= last) return [];
      const skip = position + 1 - (newest[0]?.position ?? Number.POSITIVE_INFINITY);
      return skip >= 0 ? newest.slice(skip, skip + limit) : eventsAfter(db.read, position, limit);
    },
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    stop: async () => {
      stopped = true;
      db.commits.off(OUTBOX, bell.ring);
      bell.ring();
      await running;
      wakeUp.close();
    },
  };
};
