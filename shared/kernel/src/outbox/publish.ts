import type { WriteTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import { traceparentOf } from '../trace/index.ts';
import { OutboxEvent } from './outbox.entity.ts';

/** Announced by a transaction that wrote events. */
export const OUTBOX = 'outbox';

/** What a command says that it did. Ids only, and no id by which everyone who may read the event could know a client. */
export interface Happening {
  /** Name in the catalogue of the organisation. */
  type: string;
  /** Kind and id of what changed. */
  kind: string;
  aggregateId: string;
  topicId: string | null;
  relatedIds: string[];
}

/** Writes an event in the transaction of its effect: both are there, or neither. */
export const publishEvent = async (
  tx: WriteTx,
  { newId, clock, trace, principal }: Pick<RequestContext, 'newId' | 'clock' | 'trace' | 'principal'>,
  happening: Happening,
): Promise<void> => {
  const { organisation } = principal;
  await tx.em.insert(OutboxEvent, { ...happening, id: newId(), position: null, organisation, at: clock(), traceparent: traceparentOf(trace) });
  tx.announces.add(OUTBOX);
};
