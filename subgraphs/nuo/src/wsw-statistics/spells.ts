import type { HalfYear } from './half-year.ts';
import type { WswEmployment, WswPerson } from './wsw-person.ts';

/** Employments of one person that go on with each other in another form: no outflow lies between them. */
export interface Spell {
  employments: readonly WswEmployment[];
  /** Last day, when the person left by then. */
  outflowOn: string | null;
}

/** What the half-year tells of a person: a spell, or that they wait for a new place after one. */
export interface Reported {
  spell: Spell;
  waiting: boolean;
}

const chained = (all: readonly WswEmployment[], first: WswEmployment): WswEmployment[] => {
  const next = all.find(({ continuesId }) => continuesId === first.id);
  return [first, ...(next ? chained(all, next) : [])];
};

/** Spells that had begun by a day, in order of time, each as it was on that day. */
export const spellsOn = (employments: readonly WswEmployment[], day: string): Spell[] =>
  employments
    .filter(({ continuesId, startsOn }) => startsOn <= day && !employments.some(({ id }) => id === continuesId))
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
    .map((first) => {
      const chain = chained(employments, first);
      const begun = chain.filter(({ startsOn }) => startsOn <= day);
      const last = begun.at(-1) as WswEmployment;
      const left = last === chain.at(-1) && last.endsOn !== null && last.endsOn <= day;
      return { employments: begun, outflowOn: left ? last.endsOn : null };
    });

export const lastOf = ({ employments }: Spell): WswEmployment => employments.at(-1) as WswEmployment;

/** After these nobody is followed any more: pensioned, died, or followed by another municipality. */
const final: ReadonlySet<string | null> = new Set(['PENSION', 'DEATH', 'WSW_OTHER_MUNICIPALITY']);

/**
 * What is told of a person over a half-year. A spell is told while it runs and in the half-year in which it ends; after that the last one goes
 * on being told as long as the indication is valid, and who waits for a new place has a record of their own.
 */
export const reportedIn = ({ employments, indications }: Pick<WswPerson, 'employments' | 'indications'>, { first, last }: HalfYear): Reported[] => {
  const spells = spellsOn(employments, last);
  const told = spells.filter(({ outflowOn }) => outflowOn === null || outflowOn >= first).map((spell) => ({ spell, waiting: false }));
  const latest = spells.at(-1);
  if (!latest?.outflowOn || spells.some(({ outflowOn }) => outflowOn === null)) return told;
  const indicated = indications.some(({ decidedOn, validUntil, targetGroup }) => targetGroup === 'BELONGS' && decidedOn <= last && validUntil >= first);
  const { destination } = lastOf(latest);
  if (!indicated || final.has(destination)) return told;
  if (destination === 'NO_WSW_PLACE') return [...told, { spell: latest, waiting: true }];
  return latest.outflowOn < first ? [...told, { spell: latest, waiting: false }] : told;
};
