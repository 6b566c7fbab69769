import { encodePosition } from './cursor.ts';
import type { PlacedEvent } from './outbox.store.ts';

/** Who speaks, in every event that leaves. */
export interface EventOrigin {
  /** CBS code or `nuo`. */
  home: string;
  /** `source` of the NL GOV profile for CloudEvents: a URN of the organisation and its system. */
  source: string;
}

/**
 * An event as others get it (NL GOV profile for CloudEvents, JSON). Two with one `source` and `id` are the same event, delivered twice.
 * What it is about says `subject`, an id to be asked of the graph; nothing about a person leaves here.
 */
export const cloudEvent = ({ home, source }: EventOrigin, event: PlacedEvent): Record<string, string | number> => ({
  specversion: '1.0',
  id: event.id,
  source,
  type: `nl.werkplein.${home}.${event.type}`,
  time: event.at.toISOString(),
  ...(event.topicId !== null && { subject: event.topicId }),
  organisation: event.organisation,
  position: event.position,
});

/** The same as a frame of server-sent events; its id is where a reader goes on. */
export const eventFrame = (origin: EventOrigin, event: PlacedEvent): string =>
  `id: ${encodePosition(origin.home, event.position)}\nevent: ${event.type}\ndata: ${JSON.stringify(cloudEvent(origin, event))}\n\n`;
