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
} as const;

export type LawParameterCode = keyof typeof lawUnits;
export type LawUnit = (typeof lawUnits)[LawParameterCode];
export const lawParameterCodes = Object.keys(lawUnits) as LawParameterCode[];

export interface LawParameter {
  code: LawParameterCode;
  value: number;
  unit: LawUnit;
  validFrom: string;
  /** Last day, or null without end. */
  validUntil: string | null;
  /** Whether the source was checked; if not, the value is the one in common use. */
  confirmed: boolean;
  source: string;
  note: string | null;
  /** The set that it came with; of two rows for one day that of the later set holds. */
  version: string;
}

const holdsOn = ({ validFrom, validUntil }: LawParameter, day: string): boolean => validFrom <= day && (validUntil === null || validUntil >= day);
const isLater = (a: LawParameter, b: LawParameter): boolean => (a.validFrom === b.validFrom ? a.version > b.version : a.validFrom > b.validFrom);

/** The parameter that holds on this day, or null when none is known. */
export const parameterOn = (rows: readonly LawParameter[], code: LawParameterCode, day: string): LawParameter | null =>
  rows
    .filter((row) => row.code === code && holdsOn(row, day))
    .reduce<LawParameter | null>((latest, row) => (latest === null || isLater(row, latest) ? row : latest), null);

/** All that holds on this day, one row of each code. */
export const parametersOn = (rows: readonly LawParameter[], day: string): LawParameter[] =>
  lawParameterCodes.map((code) => parameterOn(rows, code, day)).filter((row) => row !== null);

/** The newest set of which one of these parameters holds on this day: with the day it names every value that was used. */
export const parameterSetOn = (rows: readonly LawParameter[], day: string, codes: readonly LawParameterCode[] = lawParameterCodes): string | null =>
  codes
    .flatMap((code) => parameterOn(rows, code, day)?.version ?? [])
    .toSorted()
    .at(-1) ?? null;

/** A rule asked for a parameter of which no value is known on that day. */
export class ParameterMissing extends Error {
  readonly code: LawParameterCode;
  readonly day: string;
  constructor(code: LawParameterCode, day: string) {
    super(`No law parameter ${code} on ${day}.`);
    this.code = code;
    this.day = day;
  }
}

/** The value on this day; without one the rule cannot be applied, and nothing is assumed. */
export const valueOnDay = (rows: readonly LawParameter[], code: LawParameterCode, day: string): number => {
  const row = parameterOn(rows, code, day);
  if (!row) throw new ParameterMissing(code, day);
  return row.value;
};
