import { publishEvent, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { eventCatalogue, type EventType } from './event.catalogue.ts';

/** Says in the transaction of a command what it did: of what, and at which employer. Ids only, and never that of a client. */
export const publish = (
  tx: WriteTx,
  ctx: RequestContext,
  type: EventType,
  aggregateId: string,
  employerId: string | null,
  relatedIds: string[] = [],
): Promise<void> => publishEvent(tx, ctx, { type, kind: eventCatalogue[type].kind, aggregateId, topicId: employerId, relatedIds });
