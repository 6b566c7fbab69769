import { type Knowing, newIds, NUO, type ReadTx } from '@werkplein/kernel';
import type { EntityTarget } from 'typeorm';
import { rowsBy } from './reads.ts';

/** Demo facts that carry no recording date of their own were recorded then. */
export const REGISTERED = new Date('2026-01-01T00:00:00.000Z');

export const demoKnowing: Knowing = { clock: () => REGISTERED, newId: newIds(NUO, () => REGISTERED) };

/** In the morning of a day: when something of the demo that happened on it was recorded. */
export const morningOf = (day: string): Date => new Date(`${day}T08:00:00.000Z`);

/** Those that were not loaded before: what somebody did with the others since stays as it is. */
export const notLoaded = async <D extends { id: string }>(tx: ReadTx, entity: EntityTarget<{ id: string }>, demos: readonly D[]): Promise<D[]> => {
  const ids = demos.map(({ id }) => id);
  const known = new Set((await rowsBy(tx, entity, 'id', ids)).map(({ id }) => id));
  return demos.filter(({ id }) => !known.has(id));
};
