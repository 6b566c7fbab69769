import type { Page, ReadTx } from '@werkplein/kernel';
import type { FigureRow } from './combine.rules.ts';
import type { Missing } from './missing.rules.ts';

/** Over which days, of which day, and as known when. */
export interface Span {
  /** The period of a flow or a mean, days inclusive. */
  from: string;
  until: string;
  /** The day of a stand; for the others the last day that is looked at. */
  measuredOn: string;
  knownAt: Date;
}

/** What one source counts for one municipality. */
export interface Counted {
  numerator: number | null;
  denominator: number | null;
  /** Only of a figure that does not follow from sums. */
  value?: number | null;
  /** What was left out, such as a month that is still open. */
  missing?: readonly Missing[];
  rows?: readonly FigureRow[];
}

export type Side = 'NUMERATOR' | 'DENOMINATOR';

/** One fact behind a figure and how much of that side it is: the contributions of a side add up to it. */
export interface CountedFact {
  id: string;
  kind: string;
  ref: string;
  municipality: string | null;
  validFrom: string;
  validUntil: string | null;
  recordedAt: Date;
  contribution: number;
}

/** Under which `count` gives all together, where one reading tells both; no municipality has this code. */
export const ALL = 'all';

/**
 * How one source computes one indicator, of facts alone. `count` gives every municipality that has any, by CBS code; one without a row
 * counts nothing. `total` is for all at once, where that is no sum and `count` did not give it; `counts` are those of each, which were counted before. `facts` lists
 * what one side is made of.
 */
export interface Evaluator {
  count(tx: ReadTx, span: Span): Promise<ReadonlyMap<string, Counted>>;
  total?(tx: ReadTx, span: Span, counts: ReadonlyMap<string, Counted>): Promise<Counted>;
  /** What a municipality without any fact has, where that is not simply nothing: the month-ends of a mean, the months that are still open. */
  without?(tx: ReadTx, span: Span): Promise<Counted>;
  facts(tx: ReadTx, span: Span, side: Side, municipality: string | null, page: { first: number; after: string | null }): Promise<Page<CountedFact>>;
}
