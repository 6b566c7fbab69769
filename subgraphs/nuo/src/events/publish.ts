import { publishEvent, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { eventCatalogue, type EventType } from './event.catalogue.ts';

/** Of what, at which employer, and which other records belong to it. Ids only, and never that of a client. */
export interface Happened {
  aggregateId: string;
  employerId: string | null;
  relatedIds?: string[];
}

/** What it takes to tell something: a letter that is taken in has it too. */
export type Telling = Pick<RequestContext, 'newId' | 'clock' | 'trace' | 'principal'>;

/** Says in the transaction of a command that it did one thing to many, in one statement. */
export const publishAll = (tx: WriteTx, ctx: Telling, type: EventType, happened: readonly Happened[]): Promise<void> =>
  publishEvent(
    tx,
    ctx,
    ...happened.map(({ aggregateId, employerId, relatedIds = [] }) => ({
      type,
      kind: eventCatalogue[type].kind,
      aggregateId,
      topicId: employerId,
      relatedIds,
    })),
  );

/** Says in the transaction of a command what it did. */
export const publish = (tx: WriteTx, ctx: Telling, type: EventType, aggregateId: string, employerId: string | null, relatedIds: string[] = []): Promise<void> =>
  publishAll(tx, ctx, type, [{ aggregateId, employerId, relatedIds }]);
