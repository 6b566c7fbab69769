export * from './databases.ts';
export * from './subgraph.ts';
export { freePort } from './free-port.ts';
export { startRedis, type TestRedis } from './redis.ts';
export { type EventReader, readEvents } from './event-reader.ts';
export * from './operator.ts';
export { constantsOfLaw } from './constants-of-law.ts';
export * from './letters.ts';
export * from './histories.ts';
