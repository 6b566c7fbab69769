import { dayOf } from '../ui/dates.ts';

/** What figures are of: the days that count, and the day that is looked at. */
export interface Span {
  from: string;
  until: string;
  measuredOn: string;
}

export type Quarter = 1 | 2 | 3 | 4;
export const quarters: readonly Quarter[] = [1, 2, 3, 4];

const ends = ['03-31', '06-30', '09-30', '12-31'] as const;
const begins = ['01-01', '04-01', '07-01', '10-01'] as const;

const spanFrom = (year: number, begin: string, end: string, exact: boolean): Span => {
  const [from, until, today] = [`${year}-${begin}`, `${year}-${end}`, dayOf()];
  // Who sees aggregates only may ask of the last day alone.
  return { from, until, measuredOn: exact && from <= today && today < until ? today : until };
};

export const quarterSpan = (year: number, quarter: Quarter, exact: boolean): Span =>
  spanFrom(year, begins[quarter - 1] as string, ends[quarter - 1] as string, exact);
export const yearSpan = (year: number, exact: boolean): Span => spanFrom(year, '01-01', '12-31', exact);

/** A whole year without a quarter. */
export const spanOf = (year: number, quarter: Quarter | null, exact: boolean): Span =>
  quarter === null ? yearSpan(year, exact) : quarterSpan(year, quarter, exact);

/** A year until a day of it, as reports look at it. */
export const untilDay = (year: number, day: string): Span => ({ from: `${year}-01-01`, until: day, measuredOn: day });
const dayForm = /^\d{4}-\d{2}-\d{2}$/;
export const isDayOf = (year: number, text: string | null): text is string => text !== null && dayForm.test(text) && text.startsWith(`${year}-`);

/** Whether any of its days has come. */
export const hasBegun = ({ from }: Span): boolean => from <= dayOf();

/** The quarters of a year that have begun. */
export const quartersBegun = (year: number): Quarter[] => quarters.filter((each) => hasBegun(quarterSpan(year, each, true)));
/** Those that are over. */
export const quartersOver = (year: number): Quarter[] => quarters.filter((each) => quarterSpan(year, each, true).until < dayOf());
/** The last quarter of a year that is over; null when none is. */
export const lastQuarterOver = (year: number): Quarter | null => quartersOver(year).at(-1) ?? null;

/** The end of the last quarter that is over: the last day that who sees aggregates only may look at. */
export const lastDayOver = (): string => {
  const year = thisYear();
  const quarter = lastQuarterOver(year);
  return quarter === null ? `${year - 1}-12-31` : quarterSpan(year, quarter, false).until;
};

export const thisYear = (): number => Number(dayOf().slice(0, 4));
