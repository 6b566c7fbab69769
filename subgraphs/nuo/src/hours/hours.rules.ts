import { daysBetween, dayText, InvalidValue } from '@werkplein/kernel';
import { type DatedRate, ratesBetween } from '../secondments/rate.rules.ts';

/** Billable hours, in hundredths, of some days of a month; both days belong to it. */
export interface BillablePart {
  from: string;
  until: string;
  hours: number;
}

/** What is added up; hours in hundredths, money in cents. Of a correction they are differences, so they may be negative. */
export const hourColumns = ['contractHours', 'workedHours', 'billableHours', 'sickHours', 'leaveHours', 'seasonHours', 'otherAbsentHours'] as const;
export const moneyColumns = ['revenueCents', 'directCostCents'] as const;
export type Amounts = Record<(typeof hourColumns)[number], number> & { revenueCents: number | null; directCostCents: number };

const HUNDREDTHS = 100;
/** Hours of the longest month: more is a mistake of the keyboard. */
const MONTH_MAX = 744;

/** Hours of a month with at most two decimals, as whole hundredths. */
export const parseHours = (value: unknown): number => {
  if (typeof value !== 'number' || !(value >= 0 && value <= MONTH_MAX) || Math.round(value * HUNDREDTHS) / HUNDREDTHS !== value)
    throw new InvalidValue(`uren van 0 tot en met ${MONTH_MAX}, met hooguit 2 decimalen`);
  return Math.round(value * HUNDREDTHS);
};

/** As a number of hours again; of a whole number of hundredths this prints with at most two decimals. */
export const inHours = (hundredths: number): number => hundredths / HUNDREDTHS;

/** Half up, away from zero for the negative. */
export const rounded = (numerator: bigint, denominator: bigint): number => {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const quotient = Number((2n * magnitude + denominator) / (2n * denominator));
  return numerator < 0n ? -quotient : quotient;
};

const DAYS_A_WEEK = 7n;

/** Contract hours of so many days, in hundredths: the week in equal parts over its seven days. */
export const contractHoursOf = (hoursPerWeek: number, { from, until }: { from: string; until: string }): number =>
  rounded(BigInt(Math.round(hoursPerWeek * HUNDREDTHS)) * BigInt(daysBetween(from, until) + 1), DAYS_A_WEEK);

/** Kinds of work of which the NUO keeps hours: where it pays or lends the person. */
export const kindsWithHours: ReadonlySet<string> = new Set(['SHELTERED_INTERNAL', 'WORK_ON_LOCATION', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP']);
export const keepsHours = (placementKind: string): boolean => kindsWithHours.has(placementKind);

export type Revenue = { cents: number } | { unknown: 'NO_RATE' | 'RATE_CHANGES' };

/**
 * What the billable hours bring at the rate of each day, rounded once. A part in which the rate changes cannot be reckoned: the hours before
 * and after that day are needed.
 */
export const revenueOf = (parts: readonly BillablePart[], rates: readonly DatedRate[]): Revenue => {
  let sum = 0n;
  for (const { from, until, hours } of parts) {
    if (hours === 0) continue;
    const holding = new Set(ratesBetween(rates, from, until));
    if (holding.has(null)) return { unknown: 'NO_RATE' };
    const [cents, ...others] = holding as Set<number>;
    if (others.length > 0) return { unknown: 'RATE_CHANGES' };
    sum += BigInt(hours) * BigInt(cents as number);
  }
  return { cents: rounded(sum, BigInt(HUNDREDTHS)) };
};

/** What is wrong with parts of a month, by the number of the part. */
export const partProblems = (
  parts: readonly BillablePart[],
  days: { from: string; until: string },
  billable: number,
): { part: number | null; message: string }[] => {
  const problems = parts.flatMap(({ from, until }, part) => {
    if (until < from) return [{ part, message: 'De laatste dag ligt voor de eerste.' }];
    if (from < days.from || until > days.until)
      return [{ part, message: `De plaatsing loopt in deze maand van ${dayText(days.from)} tot en met ${dayText(days.until)}.` }];
    const before = parts[part - 1];
    return before && from <= before.until ? [{ part, message: 'De perioden staan op volgorde en overlappen niet.' }] : [];
  });
  const sum = parts.reduce((total, { hours }) => total + hours, 0);
  if (parts.length > 0 && sum !== billable)
    problems.push({ part: null as never, message: `De perioden zijn samen ${inHours(sum)} uur, niet ${inHours(billable)}.` });
  return problems;
};

/** The amounts of rows added up; a revenue that is not known counts as nothing and is told apart. */
export const sumOf = (rows: readonly Amounts[]): Amounts & { revenueUnknown: number } => {
  const sum = (column: keyof Amounts): number => rows.reduce((total, row) => total + (row[column] ?? 0), 0);
  const sums = Object.fromEntries([...hourColumns, ...moneyColumns].map((column) => [column, sum(column)])) as Amounts;
  return { ...sums, revenueUnknown: rows.filter(({ revenueCents }) => revenueCents === null).length };
};

/** What must be added to what is known so that it becomes what it should be. */
export const differenceOf = (should: Amounts, known: Amounts): Amounts => {
  const less = (column: keyof Amounts): number => (should[column] ?? 0) - (known[column] ?? 0);
  return {
    ...(Object.fromEntries([...hourColumns, ...moneyColumns].map((column) => [column, less(column)])) as Amounts),
    revenueCents: should.revenueCents === null ? null : less('revenueCents'),
  };
};

interface Sheet extends Amounts {
  billableParts: readonly BillablePart[];
  revenueBasis: string;
}

/** Whether two sheets of one placement and month say the same. */
export const isSameSheet = (a: Sheet, b: Sheet): boolean =>
  [...hourColumns, ...moneyColumns].every((column) => a[column] === b[column]) &&
  a.revenueBasis === b.revenueBasis &&
  JSON.stringify(a.billableParts.map(({ from, until, hours }) => [from, until, hours])) ===
    JSON.stringify(b.billableParts.map(({ from, until, hours }) => [from, until, hours]));
