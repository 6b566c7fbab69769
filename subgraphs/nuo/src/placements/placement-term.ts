import { lastDayOfTerm, parameterOn as findParameter, type ReadTx } from '@werkplein/kernel';
import { type NuoParameter, parameterOn } from '../parameters/index.ts';
import type { Placement } from './placement.entity.ts';
import { factsOf, type PlacementKindName } from './placement-kinds.rules.ts';
import { NOT_NEEDED } from './placement-states.rules.ts';
import type { PlacementRuleBroken } from './placement.results.ts';

/** The last days that the law gives to a placement that starts on a day: at first, and extended. Null for a kind without a term. */
export interface Term {
  first: string;
  total: string;
}

/** Last day of the first term, for what is written from a file; null for a kind without one, or without a parameter. */
export const firstTerm = (rows: readonly NuoParameter[], kind: PlacementKindName, startsOn: string): string | null => {
  const { term } = factsOf(kind);
  const months = term && findParameter(rows, term.first, startsOn)?.value;
  return months ? lastDayOfTerm(startsOn, months) : null;
};

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

/** I16: what rests on a decision does not begin before the day of the agreement. Of a Wsw worker nobody agrees. */
export const beforeAgreement = ({ kind, agreedOn, agreedBy }: Placement, startsOn: string): PlacementRuleBroken | null =>
  factsOf(kind).needsDecision && agreedOn !== null && agreedBy !== NOT_NEEDED && startsOn < agreedOn ? ruleBroken('START_BEFORE_AGREEMENT', agreedOn) : null;
