import { type DatedParameter, parameterSetOn as setOn, parametersOn as eachOn } from '@werkplein/kernel';

export { parameterOn, ParameterMissing, valueOnDay } from '@werkplein/kernel';

/** What a value counts, by code: a file cannot give a rate in another unit than the rules reckon with. */
export const lawUnits = {
  WML_HOURLY: 'EUROCENT_PER_HOUR',
  FULL_WEEK_HOURS: 'HOURS_PER_WEEK',
  FULL_MONTH_HOURS: 'HOURS_PER_MONTH',
  HOLIDAY_ALLOWANCE: 'PERCENT',
  LKS_MAX: 'PERCENT',
  LKS_EMPLOYER_COST: 'PERCENT',
  LKS_FORFAIT: 'PERCENT',
  LKS_FORFAIT_TERM: 'MONTHS',
  LKS_DECISION_TERM: 'WEEKS',
  DOELGROEP_LKS_INTERVAL: 'MONTHS',
  PROEFPLAATSING_TERM: 'MONTHS',
  PROEFPLAATSING_TOTAL_TERM: 'MONTHS',
  LOONWAARDE_TASKS_MAX: 'COUNT',
  PARTICIPATIEPLAATS_MIN_AGE: 'YEARS',
  PARTICIPATIEPLAATS_TERM: 'MONTHS',
  PARTICIPATIEPLAATS_EXTENSION: 'MONTHS',
  PARTICIPATIEPLAATS_TOTAL_TERM: 'MONTHS',
  PARTICIPATIEPLAATS_TRAINING: 'MONTHS',
  PARTICIPATIEPLAATS_PREMIUM: 'MONTHS',
  PARTICIPATIEPLAATS_REVIEW: 'MONTHS',
  PARTICIPATIEPLAATS_STOP: 'MONTHS',
  ONTHEFFING_PARENT_TOTAL: 'MONTHS',
  ONTHEFFING_PARENT_CHILD_AGE: 'YEARS',
  ONTHEFFING_PARENT_REVIEW: 'MONTHS',
  BESCHUT_TAAKSTELLING: 'PLACES',
  SUSTAINED_WORK_TERM: 'WEEKS',
  STAND_IN_DAYS_MAX: 'DAYS',
  /** One row a day, `validFrom` and `validUntil` both that day: 1 for a holiday, 0 in a later set for a day that is none after all. */
  PUBLIC_HOLIDAY: 'COUNT',
} as const;

export type LawParameterCode = keyof typeof lawUnits;
export type LawUnit = (typeof lawUnits)[LawParameterCode];
export const lawParameterCodes = Object.keys(lawUnits) as LawParameterCode[];

export type LawParameter = DatedParameter<LawParameterCode, LawUnit>;

/** All that holds on this day, one row of each code. */
export const parametersOn = (rows: readonly LawParameter[], day: string): LawParameter[] => eachOn(rows, day, lawParameterCodes);

/** The newest set of which one of these parameters holds on this day: with the day it names every value that was used. */
export const parameterSetOn = (rows: readonly LawParameter[], day: string, codes: readonly LawParameterCode[] = lawParameterCodes): string | null =>
  setOn(rows, day, codes);
