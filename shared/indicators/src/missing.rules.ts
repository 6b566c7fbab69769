/** Something that a figure lacks. */
export interface Missing {
  /** In Dutch, without a number: an organisation by its code, a month, a parameter. */
  what: string;
  /** Of how many, where it is a number of something. Such a number may be small. */
  count: number | null;
}

export const lacking = (what: string, count: number | null = null): Missing => ({ what, count });

/** What is missing, for people. */
export const missingText = ({ what, count }: Missing): string => (count === null ? what : `${what}: ${count}`);

/** That something is missing, but not of how many. */
export const withoutCount = ({ what }: Missing): Missing => lacking(what);

/** Each once, in the order in which they are shown. */
export const eachOnce = (missing: readonly Missing[]): Missing[] =>
  [...new Map(missing.map((each) => [missingText(each), each])).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
