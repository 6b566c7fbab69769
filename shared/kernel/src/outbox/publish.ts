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

/** Writes events in the transaction of their effect, in one statement: all are there, or nothing is. */
export const publishEvent = async (
  tx: WriteTx,
  { newId, clock, trace, principal }: Pick<RequestContext, 'newId' | 'clock' | 'trace' | 'principal'>,
  ...happenings: Happening[]
): Promise<void> => {
  if (happenings.length === 0) return;
  const same = { position: null, organisation: principal.organisation, at: clock(), traceparent: traceparentOf(trace) };
  await tx.em.insert(
    OutboxEvent,
    happenings.map((happening) => ({ ...happening, ...same, id: newId() })),
  );
  tx.announces.add(OUTBOX);
};
