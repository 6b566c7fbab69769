/** A rate, term or limit in a period, with where it comes from. A row never changes: a correction is the same period in a later set. */
export interface DatedParameter<C extends string = string, U extends string = string> {
  code: C;
  value: number;
  unit: U;
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

const holdsOn = ({ validFrom, validUntil }: DatedParameter, day: string): boolean => validFrom <= day && (validUntil === null || validUntil >= day);
const isLater = (a: DatedParameter, b: DatedParameter): boolean => (a.validFrom === b.validFrom ? a.version > b.version : a.validFrom > b.validFrom);

/** The parameter that holds on this day, or null when none is known. */
export const parameterOn = <P extends DatedParameter>(rows: readonly P[], code: P['code'], day: string): P | null =>
  rows
    .filter((row) => row.code === code && holdsOn(row, day))
    .reduce<P | null>((latest, row) => (latest === null || isLater(row, latest) ? row : latest), null);

/** Of these codes what holds on this day, one row of each. */
export const parametersOn = <P extends DatedParameter>(rows: readonly P[], day: string, codes: readonly P['code'][]): P[] =>
  codes.map((code) => parameterOn(rows, code, day)).filter((row) => row !== null);

/** The newest set of which one of these parameters holds on this day: with the day it names every value that was used. */
export const parameterSetOn = <P extends DatedParameter>(rows: readonly P[], day: string, codes: readonly P['code'][]): string | null =>
  parametersOn(rows, day, codes)
    .map(({ version }) => version)
    .toSorted()
    .at(-1) ?? null;

/** A rule asked for a parameter of which no value is known on that day. */
export class ParameterMissing extends Error {
  readonly code: string;
  readonly day: string;
  constructor(code: string, day: string) {
    super(`No parameter ${code} on ${day}.`);
    this.code = code;
    this.day = day;
  }
}

/** The value on this day; without one the rule cannot be applied, and nothing is assumed. */
export const valueOnDay = <P extends DatedParameter>(rows: readonly P[], code: P['code'], day: string): number => {
  const row = parameterOn(rows, code, day);
  if (!row) throw new ParameterMissing(code, day);
  return row.value;
};

/** What `onMissing` makes of it when a rule lacks a parameter. What runs in it writes only after its rules. */
export const answeringMissingWith = async <A, M>(run: () => Promise<A>, onMissing: (code: string, day: string) => M): Promise<A | M> => {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ParameterMissing)) throw error;
    return onMissing(error.code, error.day);
  }
};
