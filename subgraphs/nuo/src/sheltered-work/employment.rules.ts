import { addDays, type Period, periodsOverlap } from '@werkplein/kernel';

/** Hours agreed in a period of one employment. */
export interface HoursPeriod extends Period {
  employmentId: string;
  hours: number;
}

/** The agreed hours of an employment between its first and its last day. */
export const hoursPeriods = (
  { id, startsOn, endsOn }: { id: string; startsOn: string; endsOn: string | null },
  terms: readonly { validFrom: string; validUntil: string | null; hoursPerWeek: number }[],
): HoursPeriod[] =>
  terms
    .map(({ validFrom, validUntil, hoursPerWeek }) => ({
      employmentId: id,
      hours: hoursPerWeek,
      from: validFrom < startsOn ? startsOn : validFrom,
      to: endsOn !== null && (validUntil === null || endsOn < validUntil) ? endsOn : validUntil,
    }))
    .filter(({ from, to }) => to === null || from <= to);

/** The maximum of each day, and the days on which another begins to hold. */
export interface HoursMax {
  on(day: string): number;
  changes: readonly string[];
}

/** The first day of the wanted hours on which they and those beside them are more than the maximum, with their sum (I8); or null. */
export const hoursExceeded = (
  wanted: readonly HoursPeriod[],
  beside: readonly HoursPeriod[],
  max: HoursMax,
): { day: string; hours: number; max: number } | null => {
  const runsOn = (day: string) => (period: HoursPeriod) => periodsOverlap(period, { from: day, to: day });
  // A sum rises only where a period begins, a maximum falls only where another holds.
  const days = new Set([...[...wanted, ...beside].map(({ from }) => from), ...max.changes].filter((day) => wanted.some(runsOn(day))));
  for (const day of [...days].toSorted()) {
    const running = [...wanted, ...beside].filter(runsOn(day));
    const hours = running.reduce((sum, period) => sum + period.hours, 0);
    if (hours > max.on(day)) return { day, hours, max: max.on(day) };
  }
  return null;
};

/** The period in which the NUO answers for an employment until today: from when its terms are known. An employment to come counts on its first day. */
export const accountable = ({ from, endsOn }: { from: string; endsOn: string | null }, today: string): { from: string; until: string } => {
  const last = endsOn !== null && endsOn < today ? endsOn : today;
  return { from, until: last < from ? from : last };
};

export const dayBefore = (day: string): string => addDays(day, -1);
