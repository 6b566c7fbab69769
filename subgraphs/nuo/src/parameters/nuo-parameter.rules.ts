import type { DatedParameter } from '@werkplein/kernel';

/** What a value counts, by code: a file cannot give a value in another unit than the rules reckon with. */
export const nuoUnits = {
  WEEKLY_HOURS_MAX: 'HOURS_PER_WEEK',
  WSW_FULL_WEEK: 'HOURS_PER_WEEK',
  WSW_SE_ERNSTIG: 'FACTOR',
  IMPLICIT_AGREEMENT_TERM: 'WORKING_DAYS',
  ORDER_RESPONSE_TERM: 'WORKING_DAYS',
  STAND_IN_DAYS_MAX: 'DAYS',
  PROEFPLAATSING_TERM: 'MONTHS',
  PROEFPLAATSING_TOTAL_TERM: 'MONTHS',
  PROEFPLAATSING_NO_PAID_WORK_BEFORE: 'MONTHS',
  PARTICIPATION_PLACE_TERM: 'MONTHS',
  PARTICIPATION_PLACE_TOTAL_TERM: 'MONTHS',
  GROUP_SECONDMENT_MEMBERS_MIN: 'COUNT',
  REINDICATION_REQUEST_TERM: 'WEEKS',
  WSW_STATISTICS_TERM: 'WEEKS',
  INDICATION_TERM_MIN: 'YEARS',
  INDICATION_TERM_MAX: 'YEARS',
  SECONDMENT_RATE_FLOOR: 'EUROCENT_PER_HOUR',
  SECONDMENT_INDEXATION: 'PERCENT',
  /** One row a day, `validFrom` and `validUntil` both that day: 1 for a holiday, 0 in a later set for a day that is none after all. */
  PUBLIC_HOLIDAY: 'COUNT',
} as const;

export type NuoParameterCode = keyof typeof nuoUnits;
export type NuoUnit = (typeof nuoUnits)[NuoParameterCode];
export const nuoParameterCodes = Object.keys(nuoUnits) as NuoParameterCode[];
export type NuoParameter = DatedParameter<NuoParameterCode, NuoUnit>;
