interface Term {
  startsOn: string;
  endsOn: string | null;
}

/** The period that holds on this day. */
export const termOn = <T extends Term>(terms: readonly T[], day: string): T | null =>
  terms.find(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn)) ?? null;

/** The period without an end: whose the account is from now on, and who gets its new work also when it begins later. */
export const openTerm = <T extends Term>(terms: readonly T[]): T | null => terms.find(({ endsOn }) => endsOn === null) ?? null;

/** A merge ends periods that had yet to begin before their first day: they never were. */
export const cameToBe = ({ startsOn, endsOn }: Term): boolean => endsOn === null || endsOn >= startsOn;
