import { desk } from '../../texts/desk.ts';
import { dayText, instantText } from '../../ui/dates.ts';
import type { Choice } from '../../ui/fields.tsx';

interface Named {
  name: string;
  organisation: { name: string };
}
/** Somebody with their organisation. */
export const who = ({ name, organisation }: Named): string => desk.person(name, organisation.name);

export const namesOf = (people: readonly Named[]): string => new Intl.ListFormat('nl').format(people.map(who));

export const windowText = ({ from, until }: { from: string; until: string }): string => desk.period(dayText(from), dayText(until));

/** When a planned contact is: its appointment, or the days between which it will be. */
export const whenText = (plan: { plannedAt: string | null; window: { from: string; until: string } }): string =>
  plan.plannedAt === null ? windowText(plan.window) : instantText(plan.plannedAt);

/** The names of a code as choices in a form. */
export const choicesOf = (words: Readonly<Record<string, string>>): Choice[] => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Where an employer is: the city of its main branch. */
export const cityOf = (branches: readonly { city: string | null; main: boolean }[] | null): string | null =>
  (branches?.find(({ main }) => main) ?? branches?.[0])?.city ?? null;
