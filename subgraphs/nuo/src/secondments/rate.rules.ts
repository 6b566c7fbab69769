/** What an hour costs from a day on, in cents. */
export interface DatedRate {
  validFrom: string;
  centsPerHour: number;
}

interface RateRow extends DatedRate {
  belowFloorCents: number | null;
  approvedAt: Date | null;
  withdrawnAt: Date | null;
}

/** The rates that hold, oldest first: not replaced, and approved when below the floor. */
export const holdingRates = <R extends RateRow>(rows: readonly R[]): R[] =>
  rows
    .filter(({ belowFloorCents, approvedAt, withdrawnAt }) => withdrawnAt === null && (belowFloorCents === null || approvedAt !== null))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

/** The rate on a day, or null before the first. `rates` are those that hold, oldest first. */
export const rateOn = <R extends DatedRate>(rates: readonly R[], day: string): R | null => rates.findLast(({ validFrom }) => validFrom <= day) ?? null;

/** Each rate that holds on some day of a period, in order; null first when there is none yet at its beginning. */
export const ratesBetween = (rates: readonly DatedRate[], from: string, until: string): (number | null)[] => [
  rateOn(rates, from)?.centsPerHour ?? null,
  ...rates.filter(({ validFrom }) => validFrom > from && validFrom <= until).map(({ centsPerHour }) => centsPerHour),
];

/** Four decimals, as parameters have. */
const SCALE = 10_000;
const WHOLE = BigInt(100 * SCALE);

/** A rate raised by a percentage, rounded half up to a cent. */
export const raised = (centsPerHour: number, percentage: number): number =>
  Number((2n * BigInt(centsPerHour) * (WHOLE + BigInt(Math.round(percentage * SCALE))) + WHOLE) / (2n * WHOLE));
