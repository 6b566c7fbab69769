/** Lists of codes: of kinds of provision at the SRG, and of reasons of outflow. */
export const codeLists = ['SRG_PROVISION', 'OUTFLOW'] as const;
export type CodeList = (typeof codeLists)[number];

export interface StatisticsCode {
  list: CodeList;
  item: string;
  code: string;
  validFrom: string;
  validUntil: string | null;
  /** Whether the source was checked; if not, the code is a choice of our own until it is. */
  confirmed: boolean;
  source: string;
  version: string;
}

const holdsOn = ({ validFrom, validUntil }: StatisticsCode, day: string): boolean => validFrom <= day && (validUntil === null || validUntil >= day);

/** The code of an item that holds on this day, the newest set first; null when none is known. */
export const codeOn = (rows: readonly StatisticsCode[], list: CodeList, item: string, day: string): StatisticsCode | null =>
  rows
    .filter((row) => row.list === list && row.item === item && holdsOn(row, day))
    .toSorted((a, b) => (a.validFrom === b.validFrom ? (a.version < b.version ? 1 : -1) : a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
