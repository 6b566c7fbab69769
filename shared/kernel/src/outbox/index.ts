export { decodePosition, encodePosition } from './cursor.ts';
export { eventRoute } from './event-route.ts';
export { OutboxEvent } from './outbox.entity.ts';
export { openOutbox, type Outbox } from './outbox.ts';
export { outboxBounds, type PlacedEvent } from './outbox.store.ts';
export { type Happening, publishEvent } from './publish.ts';
export { placeEvents } from './sequencer.ts';
export { eventSettings, openConfiguredOutbox } from './settings.ts';
export { noWakeUp, redisWakeUp, type WakeUp } from './wake-up.ts';
