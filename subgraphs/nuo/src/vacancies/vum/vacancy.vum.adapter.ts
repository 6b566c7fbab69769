import {
  agreementCodes,
  beroepsnaamOf,
  defined,
  isLicence,
  LEVEL_NONE,
  type Mapped,
  type MPVacature,
  sectorOf,
  type Vacature,
  werktijdenOf,
  yes,
} from '@werkplein/vum';
import type { Branch, Employer } from '../../employers/employer.entity.ts';
import type { Vacancy } from '../vacancy.entity.ts';
import { workAddressOf, werkgeverOf } from './employer.vum.adapter.ts';

/** What a vacancy says to others: its own facts with those of the employer and the place of work. */
export interface SharedVacancy {
  vacancy: Vacancy;
  employer: Pick<Employer, 'legalName' | 'tradeNames' | 'sbiCode'>;
  branch: Branch | null;
}

/** What is lost on the way out, by field of ours. */
export const lostOnExport = {
  postcode4: 'De postcode van de werkplek heeft 4 cijfers; VUM vraagt er een hele, en die is er niet of is een andere.',
  places: 'VUM kent geen aantal plaatsen: de vacature staat voor één.',
  hours: 'De uren per week zijn naar buiten afgerond op hele uren.',
  drivingLicences: 'Een rijbewijs dat VUM niet kent, is weggelaten.',
  offersAdaptation: 'VUM kent geen veld voor een werkplek die kan worden aangepast.',
  offersGuidance: 'VUM kent geen veld voor begeleiding op het werk.',
  title: 'Een matchingsprofiel heeft geen naam en omschrijving.',
  place: 'Een matchingsprofiel heeft geen adres in Nederland.',
} as const;
type Lost = keyof typeof lostOnExport;

const textsOf = (lost: Partial<Record<Lost, boolean>>): string[] =>
  (Object.keys(lost) as Lost[]).filter((each) => lost[each]).map((each) => lostOnExport[each]);

/** Both steps say this of the work that is asked. */
const askedOf = ({ vacancy, employer }: SharedVacancy): { value: Omit<MPVacature, 'werkgever'>; lost: Partial<Record<Lost, boolean>> } => {
  const { werktijden, rounded } = werktijdenOf(vacancy);
  const known = vacancy.drivingLicences.filter(isLicence);
  const value = defined({
    idVacature: vacancy.id,
    codeWerkEnDenkniveauMinimaal: String(vacancy.workingLevelMin ?? LEVEL_NONE),
    // Never 2: read as "not for people in the register", it would keep them out.
    indicatieLdrRegistratie: vacancy.onlyDoelgroepregister ? yes : null,
    sluitingsDatumVacature: vacancy.closesOn,
    sector: employer.sbiCode === null ? null : sectorOf(employer.sbiCode),
    arbeidsVoorwaarden: defined({ datumAanvangWerkzaamheden: vacancy.startsOn, salarisIndicatie: vacancy.salaryIndication }),
    contractvorm: vacancy.agreements.map((each) => ({ codeTypeOvereenkomst: agreementCodes[each as keyof typeof agreementCodes] })),
    beroep: beroepsnaamOf(vacancy.occupationCode, vacancy.occupation),
    rijbewijs: known.map((codeSoortRijbewijs) => ({ codeSoortRijbewijs })),
    werktijden: werktijden ?? null,
  });
  const { places, offersAdaptation, offersGuidance, drivingLicences } = vacancy;
  return { value, lost: { places: places > 1, hours: rounded, drivingLicences: known.length < drivingLicences.length, offersAdaptation, offersGuidance } };
};

/** The whole vacancy, for the second step: with the employer and how to reach it. */
export const vacatureOf = (shared: SharedVacancy): Mapped<Vacature> => {
  const { vacancy, branch } = shared;
  const { value, lost } = askedOf(shared);
  const address = branch && workAddressOf(branch, vacancy.postcode4);
  const werkgever = werkgeverOf(shared.employer, branch);
  return {
    value: {
      ...value,
      naamVacature: vacancy.title,
      omschrijvingVacature: vacancy.description,
      werkgever: { ...werkgever.value, ...(address && { adresHouding: [address.value] }) },
    },
    losses: [...textsOf({ ...lost, postcode4: vacancy.postcode4 !== null && !address?.atWork }), ...werkgever.losses, ...(address?.losses ?? [])],
  };
};

/** The matching profile, for the first step: no name, no address, nobody to call. */
export const mpVacatureOf = (shared: SharedVacancy): Mapped<MPVacature> => {
  const { value, lost } = askedOf(shared);
  const { sector } = value;
  return {
    value: { ...value, ...(sector && { werkgever: { sector: [sector] } }) },
    losses: textsOf({ ...lost, title: true, place: shared.vacancy.postcode4 !== null }),
  };
};
