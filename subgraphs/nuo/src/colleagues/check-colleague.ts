import { badInput, parseText } from '@werkplein/kernel';
import type { InputCheck } from '../input.ts';
import { type ColleagueRef, colleagueId } from './colleague.store.ts';

const organisationForm = /^([0-9]{4}|nuo)$/;

/** The id of the person that an input names, well-formed; whether they are known, the transaction finds out. */
export const checkColleague = (checking: InputCheck, path: (string | number)[], ref: ColleagueRef): string => {
  if (!organisationForm.test(ref.organisation)) checking.problem([...path, 'organisation'], 'Verwacht: nuo of een gemeentecode van 4 cijfers.');
  const employeeId = checking.required([...path, 'employeeId'], ref.employeeId, (text) => parseText(text, { max: 64 }));
  return colleagueId({ employeeId, organisation: ref.organisation });
};

export const unknownColleague = (...path: (string | number)[]) =>
  badInput([
    {
      path: ['input', ...path],
      message: 'Deze collega is hier niet bekend. Wie zich aanmeldt en iets vastlegt wordt bekend; de coördinator kan iemand noemen.',
    },
  ]);
