import type { Choice } from '../../ui/fields.tsx';
import { who } from '../shared/say.ts';
import type { Colleague } from './use-colleagues.ts';

/** An id is known within an organisation. */
export const keyOfPerson = ({ id, organisation }: { id: string; organisation: { code: string } }): string => `${organisation.code} ${id}`;

export const choicesOfColleagues = (colleagues: readonly Colleague[]): Choice[] =>
  colleagues.map(({ employee }) => ({ value: keyOfPerson(employee), label: who(employee) }));
/** Those who are here. */
export const activeChoices = (colleagues: readonly Colleague[]): Choice[] => choicesOfColleagues(colleagues.filter(({ active }) => active));
/** Who was chosen. */
export const colleagueOf = (colleagues: readonly Colleague[], key: string): Colleague['employee'] | undefined =>
  colleagues.find(({ employee }) => keyOfPerson(employee) === key)?.employee;
