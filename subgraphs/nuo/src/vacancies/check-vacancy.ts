import {
  badInput,
  InvalidValue,
  localDay,
  parseDay,
  parseHoursPerWeek,
  parsePostcode4,
  parseText,
  parseWhole,
  pc4,
  type RequestContext,
  type WriteTx,
} from '@werkplein/kernel';
import { drivingLicenceCategories, isDrivingLicence } from '@werkplein/matching';
import { Branch } from '../employers/employer.entity.ts';
import { checkInput, type InputCheck } from '../input.ts';
import type { Vacancy } from './vacancy.entity.ts';
import type { VacancyFactsInput } from './vacancy.types.ts';

export type CheckedVacancy = Omit<Vacancy, 'id' | 'employerAliasId' | 'status' | 'filled' | 'filledOn' | 'organisation' | 'registeredAt' | 'version'>;

const licence = (value: string): string => {
  if (!isDrivingLicence(value)) throw new InvalidValue(`een rijbewijs: ${drivingLicenceCategories.join(', ')}`);
  return value;
};

/** The facts of a vacancy; what is wrong with them is in `checking`. */
export const vacancyFacts = (checking: InputCheck, input: VacancyFactsInput, today: string): CheckedVacancy => {
  const line = (max: number) => (text: string) => parseText(text, { max });
  const hoursMin = checking.optional('hoursMin', input.hoursMin, parseHoursPerWeek);
  const hoursMax = checking.optional('hoursMax', input.hoursMax, parseHoursPerWeek);
  if (hoursMin && hoursMax && hoursMax < hoursMin) checking.problem('hoursMax', 'Het hoogste aantal uren is lager dan het laagste.');
  const closesOn = checking.optional('closesOn', input.closesOn, parseDay);
  if (closesOn && closesOn < today) checking.problem('closesOn', 'Deze dag is al geweest.');
  return {
    branchId: input.branchId ?? null,
    title: checking.required('title', input.title, line(120)),
    description: checking.optional('description', input.description, (text) => parseText(text, { max: 2000, min: 0, multiline: true })) ?? '',
    occupation: checking.required('occupation', input.occupation, line(120)),
    occupationCode: checking.optional('occupationCode', input.occupationCode, line(10)),
    postcode4: checking.optional('postcode4', input.postcode4, parsePostcode4),
    places: checking.required('places', input.places, parseWhole(1, 500)),
    hoursMin,
    hoursMax,
    workingLevelMin: checking.optional('workingLevelMin', input.workingLevelMin, parseWhole(1, 6)),
    drivingLicences: (input.drivingLicences ?? []).map((each, i) => checking.required(['drivingLicences', i], each, licence)),
    agreements: [...new Set(input.agreements ?? [])],
    offersAdaptation: input.offersAdaptation ?? false,
    offersGuidance: input.offersGuidance ?? false,
    onlyDoelgroepregister: input.onlyDoelgroepregister ?? false,
    salaryIndication: checking.optional('salaryIndication', input.salaryIndication, line(100)),
    startsOn: checking.optional('startsOn', input.startsOn, parseDay),
    closesOn,
  };
};

/** What registering and changing ask of a vacancy. */
export const checkVacancy = (ctx: RequestContext, input: VacancyFactsInput): CheckedVacancy => {
  const checking = checkInput();
  const facts = vacancyFacts(checking, input, localDay(ctx.clock()));
  checking.done();
  return facts;
};

/** The facts with the branch's postcode where none was given; the branch must be of this employer. */
export const atBranch = async (tx: WriteTx, employerId: string, facts: CheckedVacancy): Promise<CheckedVacancy> => {
  if (facts.branchId === null) return facts;
  const branch = await tx.em.findOneBy(Branch, { id: facts.branchId, employerId });
  if (!branch) throw badInput([{ path: ['input', 'branchId'], message: 'Deze vestiging is niet van deze werkgever.' }]);
  return { ...facts, postcode4: facts.postcode4 ?? (branch.postcode && pc4(branch.postcode)) };
};
