import { setTimeout as wait } from 'node:timers/promises';
import { type EventReader, readEvents } from '../../shared/kernel/dist/testing/event-reader.js';
import type { Cluster } from './cluster.ts';
import { followedKinds } from './kept.ts';

export interface Follower {
  /** Ids of events as they came, with what came twice. */
  ids(): string[];
  reconnects(): number;
  stop(): Promise<void>;
}

/** Follows the events as a client does: at one gateway and, when that ends it, at the next, from the last id that it got. */
export const startFollower = async (cluster: Cluster, first: number): Promise<Follower> => {
  const authorization = `Bearer ${await cluster.token('nuo.coordinator')}`;
  const readers: EventReader[] = [];
  let [stopped, door, lastId] = [false, first, ''];
  const begun = Promise.withResolvers<void>();
  const follow = async (): Promise<void> => {
    for (; !stopped; door += 1) {
      const { port } = cluster.gateways[door % cluster.gateways.length] as { port: number };
      const reader = await readEvents(`http://127.0.0.1:${port}/events`, { authorization, ...(lastId !== '' && { 'last-event-id': lastId }) }).catch(
        () => null,
      );
      if (reader?.status === 200) {
        readers.push(reader);
        // The first id says where it stands, before any event.
        while (lastId === '' && reader.lastId() === '') await wait(10);
        begun.resolve();
        await reader.ended;
        lastId = reader.lastId() || lastId;
      }
      await wait(100);
    }
  };
  const following = follow();
  await begun.promise;
  return {
    ids: () => readers.flatMap(({ events }) => events.filter(({ type }) => followedKinds.has(type)).map(({ data }) => String(data['id']))),
    reconnects: () => readers.length - 1,
    stop: async () => {
      stopped = true;
      readers.at(-1)?.close();
      await following;
    },
  };
};
