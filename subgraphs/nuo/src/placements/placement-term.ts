import { lastDayOfTerm, type ReadTx } from '@werkplein/kernel';
import { parameterOn } from '../parameters/index.ts';
import { factsOf, type PlacementKindName } from './placement-kinds.rules.ts';
import type { PlacementRuleBroken } from './placement.results.ts';

/** The last days that the law gives to a placement that starts on a day: at first, and extended. Null for a kind without a term. */
export interface Term {
  first: string;
  total: string;
}

/** Throws `ParameterMissing`. */
export const termOf = async (tx: ReadTx, kind: PlacementKindName, startsOn: string): Promise<Term | null> => {
  const { term } = factsOf(kind);
  if (term === null) return null;
  const [first, total] = [await parameterOn(tx, term.first, startsOn), await parameterOn(tx, term.total, startsOn)];
  return { first: lastDayOfTerm(startsOn, first), total: lastDayOfTerm(startsOn, total) };
};

export const termExceeded = (day: string): PlacementRuleBroken => ({ __typename: 'PlacementRuleBroken', rule: 'TERM_EXCEEDED', nearestDay: day });

export const ruleBroken = (rule: PlacementRuleBroken['rule'], nearestDay: string | null = null): PlacementRuleBroken => ({
  __typename: 'PlacementRuleBroken',
  rule,
  nearestDay,
});
