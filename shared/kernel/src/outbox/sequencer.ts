import { IsNull } from 'typeorm';
import type { Database } from '../persistence/database.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import { OutboxEvent, OutboxSequence } from './outbox.entity.ts';

/** Events in one transaction. Few sizes make few texts of SQL: each is kept prepared. */
const SIZES = [1, 16, 128] as const;
const BATCH = 128;
const ONE_ROW = { id: 1 };

/** Held until the transaction ends: nobody else gives or removes positions meanwhile. */
const lockSequence = ({ em, dialect }: WriteTx): Promise<OutboxSequence> =>
  em.findOneOrFail(OutboxSequence, { where: ONE_ROW, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });

const place = async ({ em }: WriteTx, entries: readonly number[], last: number): Promise<void> => {
  const size = SIZES.find((each) => each >= entries.length) ?? BATCH;
  // No entry is 0.
  const padded = Array.from({ length: size }, (_, i) => entries[i] ?? 0);
  const cases = padded.map(() => 'WHEN ? THEN ?').join(' ');
  const places = padded.map(() => '?').join(', ');
  await em.query(`UPDATE outbox_event SET position = CASE entry ${cases} END WHERE entry IN (${places})`, [
    ...padded.flatMap((entry, i) => [entry, last + i + 1]),
    ...padded,
  ]);
};

/**
 * Gives committed events their position; gives the number of events that got one.
 * An id made before its commit may become visible after a later one, and a reader who passed it would miss it.
 * Under the lock, positions become visible in their own order.
 */
const placeBatch = (db: Database): Promise<number> =>
  db.write(async (tx) => {
    const { last } = await lockSequence(tx);
    const waiting = await tx.em.find(OutboxEvent, { select: { entry: true }, where: { position: IsNull() }, order: { entry: 'ASC' }, take: BATCH });
    if (waiting.length === 0) return 0;
    await place(
      tx,
      waiting.map(({ entry }) => entry),
      last,
    );
    await tx.em.update(OutboxSequence, ONE_ROW, { last: last + waiting.length });
    return waiting.length;
  });

/** Gives every event that has committed a position, when some have none. */
export const placeEvents = async (db: Database): Promise<number> => {
  let placed = 0;
  while (await db.read.em.existsBy(OutboxEvent, { position: IsNull() })) {
    const some = await placeBatch(db);
    placed += some;
  }
  return placed;
};

const REMOVED_AT_ONCE = 1000;

/** Removes the oldest events up to the first that is not older than `before`; gives how many. */
export const removeEvents = (db: Database, before: Date): Promise<number> =>
  db.write(async (tx) => {
    const { removed } = await lockSequence(tx);
    const oldest = await tx.em
      .createQueryBuilder(OutboxEvent, 'e')
      .where('e.position > :removed', { removed })
      .orderBy('e.position')
      .limit(REMOVED_AT_ONCE)
      .getMany();
    const kept = oldest.findIndex(({ at }) => at >= before);
    const gone = kept === -1 ? oldest : oldest.slice(0, kept);
    const upTo = gone.at(-1)?.position;
    if (typeof upTo !== 'number') return 0;
    await tx.em.createQueryBuilder().delete().from(OutboxEvent).where('position <= :upTo', { upTo }).execute();
    await tx.em.update(OutboxSequence, ONE_ROW, { removed: upTo });
    return gone.length;
  });
