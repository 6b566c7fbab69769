import { parseHoursPerWeek, parseMunicipalityCode, parsePercentage, type ReadTx } from '@werkplein/kernel';
import type { InputCheck } from '../input.ts';
import { parameterRowOn } from '../parameters/index.ts';
import type { EmploymentTerms } from './employment.entity.ts';
import { type EmploymentKind, hasFullWeek, isOfEmployer } from './employment.machine.ts';
import type { MoreThanFullWeek } from './employment.types.ts';

interface GivenTerms {
  hoursPerWeek: number;
  paidWagePct: number;
  cao: EmploymentTerms['cao'];
}

/** Who is the formal employer follows from the kind: either an employer or a municipality. */
export const checkFormalEmployer = (
  checking: InputCheck,
  kind: EmploymentKind,
  given: { employerId?: string | null; formalEmployer?: string | null },
): string | null => {
  if (isOfEmployer(kind)) {
    if (!given.employerId) checking.problem('employerId', 'Bij deze soort is een werkgever de formele werkgever.');
    if (given.formalEmployer) checking.problem('formalEmployer', 'Bij deze soort is geen gemeente de formele werkgever.');
    return null;
  }
  if (given.employerId) checking.problem('employerId', 'Bij deze soort is een gemeente de formele werkgever.');
  return checking.required('formalEmployer', given.formalEmployer ?? '', parseMunicipalityCode);
};

export const checkTerms = (checking: InputCheck, given: GivenTerms): Pick<EmploymentTerms, 'hoursPerWeek' | 'paidWagePct' | 'cao'> => ({
  hoursPerWeek: checking.required('hoursPerWeek', given.hoursPerWeek, parseHoursPerWeek),
  paidWagePct: checking.required('paidWagePct', given.paidWagePct, parsePercentage),
  cao: given.cao,
});

/** Hours above a full week, of a kind that has no more; by the week of the day from which they hold. */
export const moreThanFullWeek = async (tx: ReadTx, kind: EmploymentKind, hoursPerWeek: number, from: string): Promise<MoreThanFullWeek | null> => {
  if (!hasFullWeek(kind)) return null;
  const { value, source } = await parameterRowOn(tx, 'WSW_FULL_WEEK', from);
  return hoursPerWeek > value ? { __typename: 'MoreThanFullWeek', fullWeekHours: value, source } : null;
};
