import { daysBetween } from '@werkplein/kernel';

export interface ResponsiblePeriod {
  employeeId: string;
  startsOn: string;
  endsOn: string | null;
  standIn: boolean;
}

/** Days of a period, both ends included. */
export const lengthOf = (startsOn: string, endsOn: string): number => daysBetween(startsOn, endsOn) + 1;

const holds = ({ startsOn, endsOn }: ResponsiblePeriod, day: string): boolean => startsOn <= day && (endsOn === null || endsOn >= day);

/** Who was responsible on a day: who stood in, else the klantregisseur; null when nobody was. */
export const responsibleOn = <P extends ResponsiblePeriod>(periods: readonly P[], day: string): P | null =>
  periods.find((period) => period.standIn && holds(period, day)) ?? periods.find((period) => !period.standIn && holds(period, day)) ?? null;

/**
 * The periods that began with a hand-over: the client got another klantregisseur (domain.md §8, OVERDRACHTEN_PER_CLIENT). The first is none,
 * nor is who stands in, nor somebody between two times of the same klantregisseur for at most as many days as held then. `periods` oldest first.
 */
export const handOverPeriods = <P extends ResponsiblePeriod>(periods: readonly P[], standInDays: (day: string) => number): P[] => {
  const regular = periods.filter(({ standIn }) => !standIn);
  const isIntermission = ({ startsOn, endsOn }: P, at: number): boolean =>
    at > 0 && endsOn !== null && regular[at - 1]?.employeeId === regular[at + 1]?.employeeId && lengthOf(startsOn, endsOn) <= standInDays(startsOn);
  const lasting = regular.filter((period, at) => !isIntermission(period, at));
  return lasting.filter(({ employeeId }, at) => at > 0 && lasting[at - 1]?.employeeId !== employeeId);
};
