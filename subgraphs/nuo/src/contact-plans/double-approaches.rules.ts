import { daysBetween } from '@werkplein/kernel';

// VOORKOMEN_DUBBELINGEN (domain.md §8): what the coordination prevented, beside what went wrong all the same.

/** A row of an attempt; rows with one `attemptId` are one attempt, tried again. */
export interface AttemptRow {
  attemptId: string;
  organisation: string;
  day: string;
  kind: string;
  outcome: string;
  followedBy: string | null;
}

/** An outgoing contact that took place, with every organisation that took part. */
export interface OutgoingContact {
  employerId: string;
  coolDownDays: number;
  day: string;
  /** Of who recorded it. */
  organisation: string;
  organisations: readonly string[];
}

export interface DoubleApproaches {
  month: string;
  organisation: string;
  prevented: number;
  overruled: number;
  doubles: number;
}

type Verdict = 'prevented' | 'overruled' | null;

const isClashLeft = ({ kind, outcome, followedBy }: AttemptRow): boolean =>
  kind === 'PLAN_CLASH' && outcome === 'REFUSED' && (followedBy === null || followedBy === 'JOINED' || followedBy === 'PLANNED_OTHERWISE');
const isRest = ({ kind, outcome, followedBy }: AttemptRow): boolean => kind === 'COOL_DOWN' && outcome === 'WARNED' && followedBy !== 'OVERRULED';
const isOverruled = ({ kind, outcome, followedBy }: AttemptRow): boolean =>
  kind === 'COOL_DOWN' && (outcome === 'OVERRULED' || (outcome === 'WARNED' && followedBy === 'OVERRULED'));

/** One attempt is one thing, however often it was tried; whoever went on in the rest of another prevented nothing. */
export const verdictOf = (attempt: readonly AttemptRow[]): Verdict => {
  if (attempt.some(isOverruled)) return 'overruled';
  return attempt.some((row) => isClashLeft(row) || isRest(row)) ? 'prevented' : null;
};

/** Whether `later` came inside the rest after `earlier`, of others. Whoever took part in both was not a second. */
export const isDouble = (earlier: OutgoingContact, later: OutgoingContact): boolean =>
  !earlier.organisations.some((one) => later.organisations.includes(one)) && daysBetween(earlier.day, later.day) < earlier.coolDownDays;

/** The pairs of which the later came inside the rest; contacts in order of day, of any employers. */
export const doublePairs = <C extends OutgoingContact>(contacts: readonly C[]): { earlier: C; later: C }[] => {
  const before = new Map<string, C[]>();
  return contacts.flatMap((later) => {
    const resting = (before.get(later.employerId) ?? []).filter(({ day }) => daysBetween(day, later.day) < later.coolDownDays);
    before.set(later.employerId, [...resting, later]);
    return resting.filter((one) => isDouble(one, later)).map((earlier) => ({ earlier, later }));
  });
};

/** The later contact of each pair. */
export const doublesOf = <C extends OutgoingContact>(contacts: readonly C[]): C[] => doublePairs(contacts).map(({ later }) => later);

/** The figures by month and organisation, of the attempts given and of the doubles whose later contact lies on or after `from`. */
export const figuresOf = (attempts: readonly (readonly AttemptRow[])[], contacts: readonly OutgoingContact[], from: string): DoubleApproaches[] => {
  const figures = new Map<string, DoubleApproaches>();
  const count = (day: string, organisation: string, what: 'prevented' | 'overruled' | 'doubles'): void => {
    const month = day.slice(0, 7);
    const key = `${month} ${organisation}`;
    const row = figures.get(key) ?? { month, organisation, prevented: 0, overruled: 0, doubles: 0 };
    row[what] += 1;
    figures.set(key, row);
  };
  for (const attempt of attempts) {
    const verdict = verdictOf(attempt);
    const [first] = attempt;
    if (verdict && first) count(first.day, first.organisation, verdict);
  }
  for (const { day, organisation } of doublesOf(contacts)) if (day >= from) count(day, organisation, 'doubles');
  return [...figures.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
};
