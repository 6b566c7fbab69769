import type { ReadTx } from '../persistence/transactions.ts';
import { OutboxEvent, OutboxSequence } from './outbox.entity.ts';

/** An event that readers may see. */
export type PlacedEvent = OutboxEvent & { position: number };

/** Between which positions there are events: those up to `removed` are gone, `last` is the newest. */
export const outboxBounds = async ({ em }: ReadTx): Promise<{ last: number; removed: number }> => em.findOneByOrFail(OutboxSequence, { id: 1 });

/** Events after `position`, in their order. */
export const eventsAfter = async ({ em }: ReadTx, position: number, limit: number): Promise<PlacedEvent[]> =>
  (await em.createQueryBuilder(OutboxEvent, 'e').where('e.position > :position', { position }).orderBy('e.position').limit(limit).getMany()) as PlacedEvent[];
