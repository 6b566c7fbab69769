import { addDays, type Problem } from '@werkplein/kernel';
import { type CountTable, hiddenCells, type Indicator, isSmall, withoutCount } from '@werkplein/indicators';
import type { Figure } from './ask-sources.ts';

// What somebody sees who may see aggregates only (domain.md §8, D6).

export interface Period {
  from: string;
  until: string;
}

const pad = (month: number): string => String(month).padStart(2, '0');
const QUARTER = 3;

/** The four quarters of a year. */
export const quartersOf = (year: string): Period[] =>
  [1, 4, 7, 10].map((month) => ({
    from: `${year}-${pad(month)}-01`,
    until: addDays(month + QUARTER > 12 ? `${Number(year) + 1}-01-01` : `${year}-${pad(month + QUARTER)}-01`, -1),
  }));

const isWhole = ({ from, until }: Period): boolean => {
  const year = from.slice(0, 4);
  const quarters = quartersOf(year);
  return (from === `${year}-01-01` && until === `${year}-12-31`) || quarters.some((quarter) => quarter.from === from && quarter.until === until);
};

/** Whether a day ends a quarter. */
export const isQuarterEnd = (day: string): boolean => quartersOf(day.slice(0, 4)).some(({ until }) => until === day);

/** With other periods than these, numbers that are hidden could be found by subtracting. */
export const periodProblems = (period: Period, measuredOn: string, knownAtGiven: boolean): Problem[] => [
  ...(isWhole(period) ? [] : [{ path: ['until'], message: 'U ziet cijfers van een heel kwartaal of een heel jaar.' }]),
  ...(measuredOn === period.until ? [] : [{ path: ['measuredOn'], message: 'U ziet de stand op de laatste dag van het kwartaal of het jaar.' }]),
  ...(knownAtGiven ? [{ path: ['knownAt'], message: 'U ziet cijfers zoals ze nu bekend zijn.' }] : []),
];

/** Of a flow the four quarters and the year add up; of a state each day stands alone. */
export const addsUp = ({ shape, additive, denominator }: Indicator): boolean => shape === 'FLOW' && additive && denominator.length === 0;

/** Only of what adds up the other periods tell something of one, and what is not about persons is hidden from nobody. */
export const needsOtherPeriods = (of: Indicator): boolean => of.aboutPersons && addsUp(of);

export interface Shown extends Figure {
  suppressed: boolean;
}

/** A figure of which a reporter sees that it is there. */
export const hide = (figure: Figure): Shown => ({ ...figure, value: null, reason: null, numerator: null, denominator: null, rows: [], suppressed: true });

/** What is missing, but not of how many. */
export const withoutCounts = (figure: Figure): Figure => ({ ...figure, missing: figure.missing.map(withoutCount) });

/** What must not be small: of a ratio each of its parts, of a mean over days the mean, for there the denominator counts the days. */
const sensitive = ({ indicator, value, numerator, denominator }: Figure): (number | null)[] =>
  indicator.shape === 'MEAN' ? [value] : [numerator, denominator, numerator === null || denominator === null ? null : Math.abs(denominator - numerator)];

/** A ratio is hidden when one of its parts is small; the numbers that it is made of are not shown at all. */
const ratioForReporter = (figure: Figure): Shown => {
  const small = figure.indicator.aboutPersons && sensitive(figure).some((value) => value !== null && isSmall(value));
  return small ? hide(figure) : { ...figure, numerator: null, denominator: null, rows: [], suppressed: false };
};

/**
 * The figures of one indicator as a reporter sees them. `table` are the figures of each municipality and, last, of all together, in each of
 * the periods that can be asked for, the sum last; `wanted` picks those that were asked.
 */
export const forReporter = (
  indicator: Indicator,
  table: readonly (readonly Figure[])[],
  wanted: readonly (readonly [place: number, period: number])[],
): Shown[] => {
  const pick = (place: number, period: number): Figure => withoutCounts(table[place]?.[period] as Figure);
  if (indicator.denominator.length > 0 || !indicator.additive) return wanted.map(([place, period]) => ratioForReporter(pick(place, period)));
  if (!indicator.aboutPersons) return wanted.map(([place, period]) => ({ ...pick(place, period), suppressed: false }));
  const cells = table.map((row) => row.map(({ numerator }) => numerator ?? 0));
  const total = cells.at(-1) ?? [];
  // Third parties are shown nowhere, but they are part of the total.
  const others = total.map((all, period) => all - cells.slice(0, -1).reduce((sum, row) => sum + (row[period] ?? 0), 0));
  const counts: CountTable = { cells: [others, ...cells], rowsAdd: addsUp(indicator) };
  const hidden = hiddenCells(counts);
  return wanted.map(([place, period]) => {
    const figure = pick(place, period);
    // The lines under a number are smaller than the number.
    return hidden.has(`${place + 1} ${period}`) ? hide(figure) : { ...figure, rows: [], suppressed: false };
  });
};
