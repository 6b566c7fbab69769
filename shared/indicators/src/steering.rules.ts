import type { Shape } from './indicator.ts';

// How an agreed target is judged (domain.md §8). Pure: the same numbers give the same colour for ever.

export const directions = { HIGHER: 'hoger is beter', LOWER: 'lager is beter', EXACT: 'precies dit' } as const;
export type Direction = keyof typeof directions;

export const colours = { GREEN: 'op koers', AMBER: 'let op', RED: 'niet op koers', UNKNOWN: 'niet te zeggen' } as const;
export type Colour = keyof typeof colours;

export const unknownReasons = {
  NOTHING_AGREED: 'Er was toen nog niets afgesproken.',
  NOT_BEGUN: 'Het jaar was toen nog niet begonnen.',
  INCOMPLETE: 'Een deel van de gegevens ontbreekt.',
  NO_VALUE: 'Er is geen waarde.',
  SUPPRESSED: 'Het gaat om te weinig mensen om te tonen.',
  DEFINITION_CHANGED: 'Het cijfer telt nu iets anders dan toen dit werd afgesproken.',
  NO_FORECAST: 'Pas aan het einde van het jaar is te zeggen waar dit op uitkomt.',
} as const;
export type UnknownReason = keyof typeof unknownReasons;

/**
 * How an outcome of the year follows from what is known on a day. Facts that go on happening are reckoned on in proportion to the days; a state, a
 * mean and a share are taken as they are, because twice as many days do not make twice the percentage; different employers, of whom each counts
 * once, say nothing of the rest of the year.
 */
export const forecastRules = {
  PRO_RATA: 'naar rato van de dagen van het jaar',
  AS_IT_IS: 'zoals het nu is',
  NONE: 'geen verwachting tot het einde van het jaar',
} as const;
export type ForecastRule = keyof typeof forecastRules;

interface Counting {
  shape: Shape;
  /** A count of different things over a period is not. */
  additive: boolean;
  denominator: readonly unknown[];
  unit: string;
}

/** A sum over the period for each of those that there are on average: it goes on growing, though it is a ratio. */
const growing: ReadonlySet<string> = new Set(['EURO_PER_FTE', 'PER_CLIENT']);

export const forecastRuleOf = ({ shape, additive, denominator, unit }: Counting): ForecastRule => {
  if (shape === 'FLOW' && growing.has(unit)) return 'PRO_RATA';
  if (shape !== 'FLOW' || denominator.length > 0) return 'AS_IT_IS';
  // A median of days is no count, though it does not add up either.
  if (!additive) return unit === 'DAYS' ? 'AS_IT_IS' : 'NONE';
  return 'PRO_RATA';
};

const DAY_MS = 86_400_000;
const daysFrom = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / DAY_MS + 1;

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/**
 * What the year comes to by this rule, of a value up to and including `until` (a day of the year); null when the rule says nothing yet.
 * On the last day it is the value.
 */
export const forecastOf = (rule: ForecastRule, value: number, year: number, until: string, decimals: number): number | null => {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (until < first) return null;
  if (until >= last || rule === 'AS_IT_IS') return rounded(value, decimals);
  return rule === 'NONE' ? null : rounded((value * daysFrom(first, last)) / daysFrom(first, until), decimals);
};

/** What is agreed: on which side of the target it may be, and how far on the other it turns amber and red, in the unit of the indicator. */
export interface Terms {
  target: number;
  direction: Direction;
  /** Further on the wrong side than this is amber. */
  amberBeyond: number;
  /** Further than this is red; never less than `amberBeyond`. */
  redBeyond: number;
}

/** How far an outcome is on the wrong side of the target; 0 on the right side. */
const shortOf = ({ target, direction }: Terms, outcome: number): number => {
  if (direction === 'EXACT') return Math.abs(outcome - target);
  return Math.max(0, direction === 'HIGHER' ? target - outcome : outcome - target);
};

/** Two decimals are the most that an indicator has; a binary fraction may not tip a colour. */
const EPSILON = 1e-9;

/** The colour of an outcome. */
export const colourOf = (terms: Terms, outcome: number): Exclude<Colour, 'UNKNOWN'> => {
  const short = shortOf(terms, outcome) - EPSILON;
  if (short <= terms.amberBeyond) return 'GREEN';
  return short <= terms.redBeyond ? 'AMBER' : 'RED';
};

interface Version {
  number: number;
  establishedAt: Date | null;
}

/** The terms that were known to hold at an instant: the last that both sides had accepted; null while there were none. */
export const termsAt = <V extends Version>(versions: readonly V[], knownAt: Date): V | null =>
  versions.filter(({ establishedAt }) => establishedAt !== null && establishedAt <= knownAt).toSorted((a, b) => b.number - a.number)[0] ?? null;

interface Recorded {
  measuredOn: string;
  recordedAt: Date;
  replacedAt: Date | null;
}

/** The value by hand that was known at an instant of the last day until `measuredOn`; null while there was none. */
export const valueKnown = <V extends Recorded>(values: readonly V[], measuredOn: string, knownAt: Date): V | null =>
  values
    .filter((each) => each.measuredOn <= measuredOn && each.recordedAt <= knownAt && (each.replacedAt === null || each.replacedAt > knownAt))
    .toSorted((a, b) => (a.measuredOn < b.measuredOn ? 1 : -1))[0] ?? null;
