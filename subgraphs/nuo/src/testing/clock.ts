import { type Clock, fixedClock } from '@werkplein/kernel';

/** The instant at which the tests of this subgraph happen. */
export const testClock: Clock = fixedClock('2026-08-03T10:00:00Z');
