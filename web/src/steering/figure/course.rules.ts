import type { Figure } from './figure-value.tsx';

// How the quarters of a year are set beside what is agreed for all of it.

/** Added up from the first of January; each by itself beside the target; each by itself, with nothing to compare. */
export type CourseKind = 'SUM' | 'AS_IT_IS' | 'APART';

const counts: ReadonlySet<string> = new Set(['FACTS', 'PERSONS', 'EURO']);
/** They grow with the days of the period, but are no sum of its parts. */
const growing: ReadonlySet<string> = new Set(['EURO_PER_FTE', 'PER_CLIENT', 'EMPLOYERS']);

export const courseKindOf = ({ shape, additive, unit }: Figure['indicator']): CourseKind => {
  if (shape !== 'FLOW') return 'AS_IT_IS';
  if (growing.has(unit)) return 'APART';
  return additive && counts.has(unit) ? 'SUM' : 'AS_IT_IS';
};

interface OfQuarter {
  value: number | null;
  complete: boolean;
}

export interface Point {
  value: number | null;
  complete: boolean;
}

/** The values until the end of each quarter. What follows one that is not known is not known either: adding nothing would count it as zero. */
export const addedUp = (quarters: readonly OfQuarter[]): Point[] => {
  let sum: Point = { value: 0, complete: true };
  return quarters.map(({ value, complete }) => {
    sum = { value: sum.value === null || value === null ? null : sum.value + value, complete: sum.complete && complete };
    return sum;
  });
};
