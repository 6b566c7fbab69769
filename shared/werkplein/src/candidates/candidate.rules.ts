import { InvalidValue, parseDay, parseHoursPerWeek, parsePostcode4, parseText, parseWhole } from '@werkplein/kernel';
import { drivingLicenceCategories, isDrivingLicence, type Occupation } from '@werkplein/matching';
import type { InputReader } from '../clients/input.ts';

/** Who may see a candidate: the Werkplein only, the NUO too, or any party of the region through VUM. */
export const visibilities = ['INTERNAL', 'NUO', 'REGION_VUM'] as const;
export type Visibility = (typeof visibilities)[number];

export interface CandidateFields {
  visibility: Visibility;
  informedOn?: string | null;
  occupations: readonly { code?: string | null; text: string }[];
  hoursMin?: number | null;
  hoursMax?: number | null;
  postcode4?: string | null;
  maxTravelKm?: number | null;
  workingLevel?: number | null;
  drivingLicences?: readonly string[] | null;
  needsAdaptation?: boolean | null;
  needsGuidance?: boolean | null;
  availableFrom?: string | null;
}

export interface CandidateProfile {
  visibility: Visibility;
  informedOn: string | null;
  occupations: Occupation[];
  hoursMin: number | null;
  hoursMax: number | null;
  postcode4: string | null;
  maxTravelKm: number | null;
  workingLevel: number | null;
  drivingLicences: string[];
  needsAdaptation: boolean;
  needsGuidance: boolean;
  availableFrom: string | null;
}

const OCCUPATIONS_MAX = 10;
const CODE_MAX = 10;
const TEXT_MAX = 120;

const licence = (value: string): string => {
  if (!isDrivingLicence(value)) throw new InvalidValue(`een rijbewijs: ${drivingLicenceCategories.join(', ')}`);
  return value;
};

/** The profile of an input; every problem is added to the reader. */
export const readProfile = (reader: InputReader, input: CandidateFields, today: string): CandidateProfile => {
  const optional = <T, R>(name: keyof CandidateFields, value: T | null | undefined, parse: (given: T) => R): R | null =>
    value === null || value === undefined ? null : reader.read([name], () => parse(value));
  const hoursMin = optional('hoursMin', input.hoursMin, parseHoursPerWeek);
  const hoursMax = optional('hoursMax', input.hoursMax, parseHoursPerWeek);
  if (hoursMin && hoursMax && hoursMax < hoursMin) reader.add(['hoursMax'], 'Het hoogste aantal uren is lager dan het laagste.');
  const informedOn = optional('informedOn', input.informedOn, parseDay);
  if (input.visibility !== 'INTERNAL' && !input.informedOn) reader.add(['informedOn'], 'Zeg wanneer de cliënt heeft gehoord wie dit profiel ziet.');
  if (informedOn && informedOn > today) reader.add(['informedOn'], 'Deze dag is nog niet geweest.');
  if (input.occupations.length > OCCUPATIONS_MAX) reader.add(['occupations'], `Noem hooguit ${OCCUPATIONS_MAX} beroepen.`);
  return {
    visibility: input.visibility,
    informedOn,
    occupations: input.occupations.map(({ code, text }, i) => ({
      code: code ? reader.read(['occupations', i, 'code'], () => parseText(code, { max: CODE_MAX })) : null,
      text: reader.read(['occupations', i, 'text'], () => parseText(text, { max: TEXT_MAX })),
    })),
    hoursMin,
    hoursMax,
    postcode4: optional('postcode4', input.postcode4, parsePostcode4),
    maxTravelKm: optional('maxTravelKm', input.maxTravelKm, parseWhole(0, 150)),
    workingLevel: optional('workingLevel', input.workingLevel, parseWhole(1, 6)),
    drivingLicences: (input.drivingLicences ?? []).map((each, i) => reader.read(['drivingLicences', i], () => licence(each))),
    needsAdaptation: input.needsAdaptation ?? false,
    needsGuidance: input.needsGuidance ?? false,
    availableFrom: optional('availableFrom', input.availableFrom, parseDay),
  };
};
