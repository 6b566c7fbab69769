import { Fact, type StatedFact, wasKnown } from '@werkplein/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/**
 * That a record is another one now: an employer that was merged, a participant who is somebody whom we knew already. Facts keep the id that they
 * had; which one that has become is looked up as known at the same instant. `other`: what it has become, in one step.
 */
export const BECAME = 'BECAME';

/** Two names of one thing have been that always, whenever it was found out. */
const ALWAYS = '1000-01-01';

/** An id without such a fact is what it always was. */
export const becameFacts = (id: string, current: string | null): StatedFact[] =>
  current === null || current === id ? [] : [{ kind: BECAME, validFrom: ALWAYS, other: current }];

/** Joins what the id in `column` has become, as known at `:knownAt`, under `alias`. */
export const joinBecame = <E extends ObjectLiteral>(facts: SelectQueryBuilder<E>, alias: string, column: string): SelectQueryBuilder<E> =>
  facts.leftJoin(Fact, alias, `${alias}.ref = ${column} AND ${alias}.kind = '${BECAME}' AND ${wasKnown(alias)}`);

/** SQL: the id in `column` now, after `joinBecame` under `alias`. */
export const currentOf = (alias: string, column: string): string => `COALESCE(${alias}.other, ${column})`;
