import { textOrNull, linesOf, numberOrNull } from '../shared/changed.ts';
import type { ChangeVacancyInput, VacancyToEditFragment } from './vacancy.generated.ts';

export type VacancyValues = {
  title: string;
  occupation: string;
  description: string;
  places: string;
  hoursMin: string;
  hoursMax: string;
  branchId: string;
  startsOn: string;
  closesOn: string;
  salaryIndication: string;
  agreements: readonly string[];
  drivingLicences: string;
  offersGuidance: boolean;
  offersAdaptation: boolean;
  onlyDoelgroepregister: boolean;
};

export const vacancyValues = (vacancy: VacancyToEditFragment | null): VacancyValues => {
  const demand = vacancy?.demand;
  return {
    title: vacancy?.title ?? '',
    occupation: demand?.occupation.text ?? '',
    description: vacancy?.description ?? '',
    places: String(vacancy?.places ?? 1),
    hoursMin: String(demand?.hoursMin ?? ''),
    hoursMax: String(demand?.hoursMax ?? ''),
    branchId: vacancy?.branch?.id ?? '',
    startsOn: vacancy?.startsOn ?? '',
    closesOn: vacancy?.closesOn ?? '',
    salaryIndication: vacancy?.salaryIndication ?? '',
    agreements: vacancy?.agreements ?? [],
    drivingLicences: (demand?.drivingLicences ?? []).join('\n'),
    offersGuidance: demand?.offersGuidance ?? false,
    offersAdaptation: demand?.offersAdaptation ?? false,
    onlyDoelgroepregister: demand?.onlyDoelgroepregister ?? false,
  };
};

/** A vacancy is sent whole. */
export const vacancyFacts = (values: VacancyValues) => ({
  ...values,
  description: textOrNull(values.description),
  places: numberOrNull(values.places) ?? 0,
  hoursMin: numberOrNull(values.hoursMin),
  hoursMax: numberOrNull(values.hoursMax),
  branchId: textOrNull(values.branchId),
  startsOn: textOrNull(values.startsOn),
  closesOn: textOrNull(values.closesOn),
  salaryIndication: textOrNull(values.salaryIndication),
  agreements: [...values.agreements] as NonNullable<ChangeVacancyInput['agreements']>,
  drivingLicences: linesOf(values.drivingLicences),
});
