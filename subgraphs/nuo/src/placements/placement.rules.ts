import { type Period, periodsOverlap } from '@werkplein/kernel';

interface Work {
  kind: string;
  startsOn: string;
  endedOn: string | null;
  hoursPerWeek: number;
}

const FULL_WEEK = 40;
const regular = new Set(['REGULAR', 'REGULAR_WITH_LKS']);
const periodOf = ({ startsOn, endedOn }: Work): Period => ({ from: startsOn, to: endedOn });

/**
 * The placement that stands in the way of a new one of the same person, or null: one placement a day,
 * except part-time regular jobs beside each other up to 40 hours (domain.md §6.3, I12).
 */
export const overlapping = <W extends Work>(existing: readonly W[], wanted: Work): W | null => {
  const beside = existing.filter((work) => periodsOverlap(periodOf(work), periodOf(wanted)));
  const allRegular = [...beside, wanted].every(({ kind }) => regular.has(kind));
  const hours = [...beside, wanted].reduce((sum, work) => sum + work.hoursPerWeek, 0);
  return allRegular && hours <= FULL_WEEK ? null : (beside[0] ?? null);
};
