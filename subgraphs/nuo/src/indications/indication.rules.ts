import { addDays, addMonthsClipped } from '@werkplein/kernel';

export const targetGroups = ['BELONGS', 'BELOW', 'ABOVE'] as const;
export type TargetGroup = (typeof targetGroups)[number];
export const handicapCategories = ['MATIG', 'ERNSTIG'] as const;
export type HandicapCategory = (typeof handicapCategories)[number];
export const advisedForms = ['BEGELEID_WERKEN', 'NOT_BEGELEID_WERKEN'] as const;
export type AdvisedForm = (typeof advisedForms)[number];

/** An indication as the rules look at it. */
export interface IndicationPeriod {
  decidedOn: string;
  /** Last day. */
  validUntil: string;
  targetGroup: TargetGroup;
}

/** Last day on which the next indication is asked for in time: so many weeks before this one ends. */
export const requestReindicationBy = (validUntil: string, weeks: number): string => addDays(validUntil, -7 * weeks);

/** Whether a term of whole years is kept: both bounds belong to it. */
export const isWithinYears = ({ decidedOn, validUntil }: IndicationPeriod, min: number, max: number): boolean => {
  const after = (years: number): string => addMonthsClipped(decidedOn, 12 * years);
  return validUntil >= addDays(after(min), -1) && validUntil <= after(max);
};

/** The first days in a period on which no indication says that somebody belongs to the Wsw, or null when every day has one. */
export const uncovered = (indications: readonly IndicationPeriod[], from: string, until: string): { from: string; until: string } | null => {
  const valid = indications.filter(({ targetGroup }) => targetGroup === 'BELONGS').toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1));
  let day = from;
  for (const { decidedOn, validUntil } of valid) {
    if (decidedOn > day) break;
    if (validUntil >= day) day = addDays(validUntil, 1);
  }
  if (day > until) return null;
  const next = valid.map(({ decidedOn }) => decidedOn).find((decidedOn) => decidedOn > day);
  return { from: day, until: next !== undefined && next <= until ? addDays(next, -1) : until };
};

/** The indication by which somebody counts on a day: the latest decided by then. */
export const indicationOn = <I extends IndicationPeriod>(indications: readonly I[], day: string): I | null =>
  indications
    .filter(({ decidedOn }) => decidedOn <= day)
    .reduce<I | null>((latest, each) => (latest === null || each.decidedOn >= latest.decidedOn ? each : latest), null);
