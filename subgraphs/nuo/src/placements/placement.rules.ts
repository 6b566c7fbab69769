import { addDays, addMonthsClipped, type Period, periodsOverlap } from '@werkplein/kernel';
import type { PlacementState } from './placement-states.rules.ts';
import type { PlacementKindName } from './placement-kinds.rules.ts';

export interface Placed {
  id: string;
  kind: PlacementKindName;
  status: PlacementState;
  startsOn: string;
  expectedEndOn: string | null;
  endedOn: string | null;
  hoursPerWeek: number;
}

/** What a person does, on which days. */
export interface Work {
  id: string;
  kind: PlacementKindName;
  hoursPerWeek: number;
  periods: readonly Period[];
}

const begun: ReadonlySet<PlacementState> = new Set(['ACTIVE', 'INTERRUPTED']);
/** States in which a placement takes its days: a proposal does not. */
export const occupies = (status: PlacementState): boolean => begun.has(status) || status === 'PLANNED' || status === 'ENDED';
/** States of which something ran, or runs. */
export const ran = (status: PlacementState): boolean => begun.has(status) || status === 'ENDED';
export const isOpen = (status: PlacementState): boolean => begun.has(status) || status === 'PROPOSED' || status === 'AGREED' || status === 'PLANNED';

/** Last day of a placement as known today; one that goes on after its expected end has none. */
const lastDay = ({ status, expectedEndOn, endedOn }: Placed, today: string): string | null => {
  if (status === 'ENDED') return endedOn;
  return begun.has(status) && expectedEndOn !== null && expectedEndOn < today ? null : expectedEndOn;
};

const without = (periods: readonly Period[], gap: Period): Period[] =>
  periods.flatMap((period) => {
    if (!periodsOverlap(period, gap)) return [period];
    const before = period.from < gap.from ? [{ from: period.from, to: addDays(gap.from, -1) }] : [];
    const after = gap.to !== null && (period.to === null || gap.to < period.to) ? [{ from: addDays(gap.to, 1), to: period.to }] : [];
    return [...before, ...after];
  });

/** The days that a placement takes: from its start to its last day, without those on which it stands still. */
export const workOf = (placed: Placed, interruptions: readonly Period[], today: string): Work => {
  const { id, kind, hoursPerWeek, startsOn } = placed;
  const whole: Period[] = [{ from: startsOn, to: lastDay(placed, today) }];
  return { id, kind, hoursPerWeek, periods: interruptions.reduce<Period[]>(without, whole) };
};

/**
 * Kinds that may stand beside each other on one day, and how many at most (I12). What is not here may not; a learning line is no
 * placement and stands beside any.
 */
const combinations: readonly { kinds: ReadonlySet<PlacementKindName>; most: 2 }[] = [{ kinds: new Set(['REGULAR', 'REGULAR_WITH_LKS']), most: 2 }];

const mayStandTogether = (works: readonly Work[]): boolean =>
  works.length === 1 || combinations.some(({ kinds, most }) => works.length <= most && works.every(({ kind }) => kinds.has(kind)));

const onDay = ({ periods }: Work, day: string): boolean => periods.some(({ from, to }) => from <= day && (to === null || day <= to));

/** A weekly maximum that holds from a day on; that of the first day of a period is needed, and each later one. */
export type WeeklyMax = (day: string) => number;

export interface InTheWay {
  /** Null when the hours alone are too many. */
  work: Work | null;
  why: 'COMBINATION' | 'HOURS';
  day: string;
}

/**
 * What keeps `wanted` from taking its days, or null (I8 and I12): on no day more than an allowed combination, and on no day more
 * hours than the weekly maximum of that day. Between `maxChanges` and the beginnings of work nothing changes, so those days tell all.
 */
export const inTheWay = (others: readonly Work[], wanted: Work, weeklyMax: WeeklyMax, maxChanges: readonly string[] = []): InTheWay | null => {
  const starts = [wanted, ...others].flatMap(({ periods }) => periods.map(({ from }) => from));
  const days = [...new Set([...starts, ...maxChanges])].filter((day) => onDay(wanted, day)).toSorted();
  for (const day of days) {
    const beside = others.filter((other) => onDay(other, day));
    if (!mayStandTogether([wanted, ...beside])) return { work: beside[0] ?? null, why: 'COMBINATION', day };
    if ([wanted, ...beside].reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0) > weeklyMax(day)) return { work: beside[0] ?? null, why: 'HOURS', day };
  }
  return null;
};

/** The months before a trial placement in which the same person cannot have been in paid employment at the employer (I15). */
export const monthsBefore = (startsOn: string, months: number): Period => ({ from: addMonthsClipped(startsOn, -months), to: addDays(startsOn, -1) });

/** Of work at one employer that which makes a trial placement no trial, or null: `paid` in the months before `trialStartsOn`. */
export const paidWorkBefore = <W extends Work>(paid: readonly W[], trialStartsOn: string, months: number): W | null =>
  paid.find(({ periods }) => periods.some((period) => periodsOverlap(period, monthsBefore(trialStartsOn, months)))) ?? null;
