import { type Knowing, newIds, NUO } from '@werkplein/kernel';

/** Demo facts that carry no recording date of their own were recorded then. */
export const REGISTERED = new Date('2026-01-01T00:00:00.000Z');

export const demoKnowing: Knowing = { clock: () => REGISTERED, newId: newIds(NUO, () => REGISTERED) };

/** In the morning of a day: when something of the demo that happened on it was recorded. */
export const morningOf = (day: string): Date => new Date(`${day}T08:00:00.000Z`);
