import type { Problem } from '@werkplein/kernel';
import { agreementOf, hoursOf, isLicence, levelOf, type Mapped, occupationOf, problemsOf, type Vacature, written, yes } from '@werkplein/vum';
import { line } from '../../import-cells.ts';
import { InputCheck } from '../../input.ts';
import { type CheckedVacancy, vacancyFacts } from '../check-vacancy.ts';
import type { VacancyFactsInput, WorkAgreement } from '../vacancy.types.ts';
import { employerNamed, type NamedEmployer, workPostcode } from './employer.vum.adapter.ts';

export interface ReadVacancy {
  /** The id by which its owner knows it. */
  sourceKey: string;
  facts: CheckedVacancy;
  employer: NamedEmployer;
}

const notHeld = {
  nummerVacature: 'Het nummer van de vacature',
  sollicitatiewijze: 'De sollicitatiewijze',
  werkervaring: 'De gevraagde werkervaring',
  vervoermiddel: 'Het vervoermiddel',
  flexibiliteit: 'De flexibiliteit',
  cursus: 'De gevraagde cursus',
  opleiding: 'De gevraagde opleiding',
  gedragscompetentie: 'De gedragscompetenties',
  vakvaardigheid: 'De vakvaardigheden',
  taalbeheersing: 'De taalbeheersing',
} as const;

/** Field of ours → where its value stands in the message. */
const places: Record<string, string[]> = {
  title: ['naamVacature'],
  description: ['omschrijvingVacature'],
  occupation: ['beroep'],
  occupationCode: ['beroep', 'codeBeroepsnaam'],
  hoursMin: ['werktijden', 'aantalWerkurenPerWeekMinimaal'],
  hoursMax: ['werktijden', 'aantalWerkurenPerWeekMaximaal'],
  salaryIndication: ['arbeidsVoorwaarden', 'salarisIndicatie'],
  startsOn: ['arbeidsVoorwaarden', 'datumAanvangWerkzaamheden'],
  closesOn: ['sluitingsDatumVacature'],
};
const inMessage = ({ path: [field, ...rest], message }: Problem): Problem => ({ path: [...(places[String(field)] ?? [String(field)]), ...rest], message });

/** What our side can hold of a message of the right shape. The rules of a vacancy still have to say whether it is one. */
export const vacancyInputOf = (message: Vacature): Mapped<VacancyFactsInput> => {
  const { arbeidsVoorwaarden, contractvorm = [], rijbewijs = [] } = message;
  const { hoursMin, hoursMax, capped } = hoursOf(message.werktijden);
  const occupation = occupationOf(message.beroep);
  const title = written(message.naamVacature);
  const licences = rijbewijs.flatMap(({ codeSoortRijbewijs: code }) => (code !== undefined && isLicence(code) ? [code] : []));
  const lost: [boolean, string][] = [
    [capped, 'Een hoogste aantal uren van 0 is weggelaten, en een van meer dan 40 is 40 geworden.'],
    [occupation === null || title === null, 'De naam van de vacature of het beroep ontbreekt: het een staat nu ook voor het ander.'],
    [contractvorm.some((each) => each.codeTypeArbeidscontract !== undefined), 'Of een contract voor bepaalde tijd is, wordt niet overgenomen.'],
    ...Object.entries(notHeld).map(([name, text]): [boolean, string] => [name in message, `${text} wordt of worden niet overgenomen.`]),
  ];
  const value: VacancyFactsInput = {
    title: title ?? occupation?.text ?? '',
    description: message.omschrijvingVacature ?? '',
    occupation: occupation?.text ?? title ?? '',
    occupationCode: occupation?.code ?? null,
    postcode4: workPostcode(message)?.slice(0, 4) ?? null,
    places: 1,
    hoursMin,
    hoursMax,
    workingLevelMin: levelOf(message.codeWerkEnDenkniveauMinimaal),
    drivingLicences: [...new Set(licences)],
    agreements: contractvorm.flatMap((each) => agreementOf(each.codeTypeOvereenkomst) ?? []) as WorkAgreement[],
    onlyDoelgroepregister: message.indicatieLdrRegistratie === yes,
    salaryIndication: written(arbeidsVoorwaarden?.salarisIndicatie),
    startsOn: arbeidsVoorwaarden?.datumAanvangWerkzaamheden ?? null,
    closesOn: message.sluitingsDatumVacature ?? null,
  };
  return { value, losses: lost.flatMap(([is, text]) => (is ? [text] : [])) };
};

/** Any value as a vacancy of ours, or all that keeps it from being one, by path in the message. */
export const readVacature = (message: unknown, today: string): Mapped<ReadVacancy> | { problems: Problem[] } => {
  const shape = problemsOf('Vacature', message);
  if (shape.length > 0) return { problems: shape };
  const vacature = message as Vacature;
  const { value, losses } = vacancyInputOf(vacature);
  const checking = new InputCheck();
  const facts = vacancyFacts(checking, value, today);
  const sourceKey = checking.required('idVacature', vacature.idVacature ?? '', line(200));
  const employer = employerNamed(vacature);
  checking.required(['werkgever', 'handelsnaamOrganisatie'], employer.name ?? '', line(500));
  return checking.problems.length > 0 ? { problems: checking.problems.map(inMessage) } : { value: { sourceKey, facts, employer }, losses };
};
