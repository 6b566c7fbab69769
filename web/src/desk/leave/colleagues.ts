import type { Choice } from '../../ui/fields.tsx';
import { who } from '../shared/say.ts';
import type { ColleaguesQuery } from './leave.generated.ts';

type Colleague = NonNullable<ColleaguesQuery['colleagues']>['nodes'][number];

/** An id is known within an organisation. */
const keyOf = ({ employee }: Colleague): string => `${employee.organisation.code} ${employee.id}`;

export const choicesOfColleagues = (colleagues: readonly Colleague[]): Choice[] => colleagues.map((one) => ({ value: keyOf(one), label: who(one.employee) }));
/** Those who are here. */
export const activeChoices = (colleagues: readonly Colleague[]): Choice[] => choicesOfColleagues(colleagues.filter(({ active }) => active));
/** Who was chosen. */
export const colleagueOf = (colleagues: readonly Colleague[], key: string): Colleague['employee'] | undefined =>
  colleagues.find((one) => keyOf(one) === key)?.employee;
