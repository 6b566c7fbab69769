import { addDays, daysBetween } from '@werkplein/kernel';

/** In which roles somebody answers for a participant at the NUO. */
export const responsibleRoles = ['TRAJECTBEGELEIDER', 'JOBCOACH', 'WERKLEIDER', 'DETACHERINGSCONSULENT'] as const;
export type ResponsibleRole = (typeof responsibleRoles)[number];

export interface Term {
  role: ResponsibleRole;
  colleagueId: string;
  standIn: boolean;
  startsOn: string;
  endsOn: string | null;
}

/** Somebody who acts in a role from day to day, both included. */
export interface Acting {
  role: ResponsibleRole;
  colleagueId: string;
  standIn: boolean;
  from: string;
  until: string | null;
}

const covers = ({ startsOn, endsOn }: Term, day: string): boolean => startsOn <= day && (endsOn === null || day <= endsOn);
const byStart = (a: Term, b: Term): number => (a.startsOn < b.startsOn ? -1 : 1);

/** Who acts, in the order of the days: a stand-in goes before whom they stand in for. Days with nobody are left out. */
const acting = (terms: readonly Term[]): Acting[] => {
  const edges = terms.flatMap(({ startsOn, endsOn }) => (endsOn === null ? [startsOn] : [startsOn, addDays(endsOn, 1)]));
  const days = [...new Set(edges)].toSorted();
  const periods: Acting[] = [];
  for (const [i, from] of days.entries()) {
    const here = terms.filter((term) => covers(term, from));
    const term = here.find(({ standIn }) => standIn) ?? here[0];
    if (!term) continue;
    const next = days[i + 1];
    const until = next === undefined ? null : addDays(next, -1);
    const last = periods.at(-1);
    const goesOn = last?.colleagueId === term.colleagueId && last.standIn === term.standIn && last.until !== null && addDays(last.until, 1) === from;
    if (last && goesOn) last.until = until;
    else periods.push({ role: term.role, colleagueId: term.colleagueId, standIn: term.standIn, from, until });
  }
  return periods;
};

const ofRole = <T extends { role: ResponsibleRole }>(rows: readonly T[], role: ResponsibleRole): T[] => rows.filter((row) => row.role === role);

/** Who acts in each role on the days of a period; a person is named once for days that follow each other. */
export const actingIn = (terms: readonly Term[], from: string, until: string | null): Acting[] =>
  responsibleRoles.flatMap((role) =>
    acting(ofRole(terms, role))
      .filter((period) => (until === null || period.from <= until) && (period.until === null || period.until >= from))
      .map((period) => ({
        ...period,
        from: period.from < from ? from : period.from,
        until: until !== null && (period.until === null || period.until > until) ? until : period.until,
      })),
  );

/** Who acts in each role on one day. */
export const actingOn = (terms: readonly Term[], day: string): Acting[] => actingIn(terms, day, day);

/** The days that a replacement may take without being a hand-over, by the first day of it. */
export type StandInMax = (day: string) => number;

/** Stand-ins whose days follow each other are one absence, whoever stands in; a short one makes no difference to the participant. */
const longAbsences = (standIns: readonly Term[], standInMax: StandInMax): Term[] => {
  const absences: Term[][] = [];
  for (const term of standIns.toSorted(byStart)) {
    const last = absences.at(-1);
    if (last && addDays(last.at(-1)?.endsOn as string, 1) === term.startsOn) last.push(term);
    else absences.push([term]);
  }
  return absences
    .filter((absence) => {
      const { startsOn } = absence[0] as Term;
      return daysBetween(startsOn, absence.at(-1)?.endsOn as string) + 1 > standInMax(startsOn);
    })
    .flat();
};

/** A change of who answers for a participant. */
export interface PersonChange {
  role: ResponsibleRole;
  on: string;
  fromId: string;
  toId: string;
}

/**
 * The changes of person in each role: the first one who answers for somebody is a start and no change, an end without a successor is none,
 * and after days with nobody another one is a change all the same.
 */
export const personChanges = (terms: readonly Term[], standInMax: StandInMax): PersonChange[] =>
  responsibleRoles.flatMap((role) => {
    const own = ofRole(terms, role);
    const long = longAbsences(
      own.filter(({ standIn }) => standIn),
      standInMax,
    );
    const periods = acting([...own.filter(({ standIn }) => !standIn), ...long]);
    return periods.flatMap(({ colleagueId, from }, i) => {
      const before = periods[i - 1];
      return before && before.colleagueId !== colleagueId ? [{ role, on: from, fromId: before.colleagueId, toId: colleagueId }] : [];
    });
  });
