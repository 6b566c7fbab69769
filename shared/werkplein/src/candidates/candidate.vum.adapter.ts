import type { Problem } from '@werkplein/kernel';
import {
  beroepsnaamOf,
  defined,
  hoursOf,
  isEmail,
  isLicence,
  isPhone,
  kilometresOf,
  LEVEL_UNKNOWN,
  levelOf,
  type Mapped,
  type MPWerkzoekende,
  no,
  occupationOf,
  problemsOf,
  type Werkzoekende,
  werktijdenOf,
  yes,
} from '@werkplein/vum';
import { inputReader } from '../clients/input.ts';
import type { CandidateRow } from './candidate.entity.ts';
import { type CandidateProfile, readProfile } from './candidate.rules.ts';

/** A profile with the one thing of it that stands elsewhere. */
export type SharedCandidate = Pick<CandidateRow, 'id'> & Omit<CandidateProfile, 'visibility' | 'informedOn'> & { inDoelgroepregister: boolean | null };

/** Whom to call in the second step: the candidate, when that is allowed, else the Werkplein. */
export interface Contact {
  name: string;
  phone: string | null;
  email: string | null;
}

/** What is lost on the way out, by field of ours. */
export const lostOnExport = {
  postcode4: 'De postcode heeft 4 cijfers; VUM vraagt er een hele.',
  hours: 'De uren per week zijn naar buiten afgerond op hele uren.',
  needs: 'Wat de kandidaat op het werk nodig heeft, staat niet in een matchingsprofiel.',
  contact: 'Een telefoonnummer of e-mailadres dat VUM niet aanneemt, is weggelaten.',
} as const;
type Lost = keyof typeof lostOnExport;
const textsOf = (lost: Partial<Record<Lost, boolean>>): string[] =>
  (Object.keys(lost) as Lost[]).filter((each) => lost[each]).map((each) => lostOnExport[each]);

const indication = (is: boolean): number => (is ? yes : no);
const NAME_MAX = 35;

/** The matching profile, for the first step. Its id is the candidate's own, never that of the client and never a BSN. */
export const mpWerkzoekendeOf = (candidate: SharedCandidate): Mapped<MPWerkzoekende> => {
  const { werktijden, rounded } = werktijdenOf(candidate);
  const { inDoelgroepregister, maxTravelKm, availableFrom } = candidate;
  const value = defined({
    idWerkzoekende: candidate.id,
    indicatieLdrRegistratie: inDoelgroepregister === null ? null : indication(inDoelgroepregister),
    indicatieBeschikbaarheidContactgegevens: no,
    mobiliteit: maxTravelKm === null ? null : { maximaleReisafstand: maxTravelKm },
    flexibiliteit: availableFrom === null ? null : { datumAanvangBeschikbaarVoorWerk: availableFrom },
    werktijden: werktijden ?? null,
    arbeidsmarktkwalificatie: {
      codeWerkEnDenkniveauWerkzoekende: candidate.workingLevel ?? LEVEL_UNKNOWN,
      rijbewijs: candidate.drivingLicences.map((codeSoortRijbewijs) => ({ codeSoortRijbewijs })),
    },
    bemiddelingsberoep: candidate.occupations.map(({ code, text }) => beroepsnaamOf(code, text)),
  });
  const needs = candidate.needsAdaptation || candidate.needsGuidance;
  return { value, losses: textsOf({ postcode4: candidate.postcode4 !== null, hours: rounded, needs }) };
};

/** The detail, for the second step. */
export const werkzoekendeOf = (candidate: SharedCandidate, contact: Contact | null): Mapped<Werkzoekende> => {
  const { value, losses } = mpWerkzoekendeOf(candidate);
  const telefoonnummer = isPhone(contact?.phone) ? contact.phone : null;
  const emailadres = isEmail(contact?.email) ? contact.email : null;
  const person = contact && { naamContactpersoonAfdeling: [...contact.name].slice(0, NAME_MAX).join('') };
  return {
    value: {
      ...value,
      indicatieBeschikbaarheidContactgegevens: indication(contact !== null),
      eisAanWerk: { indicatieAanpassingWerkomgeving: indication(candidate.needsAdaptation), indicatieBegeleiding: indication(candidate.needsGuidance) },
      ...(person && { contactpersoon: [defined({ ...person, telefoonnummer, emailadres })] }),
    },
    losses: [
      ...losses.filter((text) => text !== lostOnExport.needs),
      ...textsOf({ contact: Boolean((contact?.phone && !telefoonnummer) || (contact?.email && !emailadres)) }),
    ],
  };
};

const OCCUPATIONS_MAX = 10;
const KM_MAX = 150;
const places: Record<string, string[]> = {
  occupations: ['bemiddelingsberoep'],
  hoursMin: ['werktijden', 'aantalWerkurenPerWeekMinimaal'],
  hoursMax: ['werktijden', 'aantalWerkurenPerWeekMaximaal'],
  availableFrom: ['flexibiliteit', 'datumAanvangBeschikbaarVoorWerk'],
};

export interface ReadCandidate {
  /** The id by which its owner knows this jobseeker. */
  sourceKey: string;
  profile: CandidateProfile;
}

/** Any value as a profile that nobody else sees yet, or all that keeps it from being one, by path in the message. */
export const readWerkzoekende = (message: unknown, today: string): Mapped<ReadCandidate> | { problems: Problem[] } => {
  const shape = problemsOf('Werkzoekende', message);
  if (shape.length > 0) return { problems: shape };
  const { idWerkzoekende = '', mobiliteit, flexibiliteit, arbeidsmarktkwalificatie, eisAanWerk, ...rest } = message as Werkzoekende;
  const { hoursMin, hoursMax, capped } = hoursOf(rest.werktijden);
  const occupations = (rest.bemiddelingsberoep ?? []).flatMap((each) => occupationOf(each) ?? []);
  const km = mobiliteit?.maximaleReisafstand ?? kilometresOf(flexibiliteit?.codeRegiostraal);
  const licences = (arbeidsmarktkwalificatie?.rijbewijs ?? []).flatMap(({ codeSoortRijbewijs: code }) => (code !== undefined && isLicence(code) ? [code] : []));
  const reader = inputReader([]);
  const profile = readProfile(
    reader,
    {
      visibility: 'INTERNAL',
      occupations: occupations.slice(0, OCCUPATIONS_MAX),
      hoursMin,
      hoursMax,
      postcode4: mobiliteit?.bemiddelingspostcode?.slice(0, 4) ?? null,
      maxTravelKm: km === null ? null : Math.min(km, KM_MAX),
      workingLevel: levelOf(arbeidsmarktkwalificatie?.codeWerkEnDenkniveauWerkzoekende),
      drivingLicences: [...new Set(licences)],
      needsAdaptation: eisAanWerk?.indicatieAanpassingWerkomgeving === yes,
      needsGuidance: eisAanWerk?.indicatieBegeleiding === yes,
      availableFrom: flexibiliteit?.datumAanvangBeschikbaarVoorWerk ?? null,
    },
    today,
  );
  const inMessage = ({ path: [field, ...more], message: text }: Problem): Problem => ({
    path: [...(places[String(field)] ?? [String(field)]), ...more],
    message: text,
  });
  if (reader.problems.length > 0) return { problems: reader.problems.map(inMessage) };
  const lost: [boolean, string][] = [
    [capped, 'Een hoogste aantal uren van 0 is weggelaten, en een van meer dan 40 is 40 geworden.'],
    [occupations.length > OCCUPATIONS_MAX, 'Meer dan 10 beroepen worden niet overgenomen.'],
    [km !== null && km > KM_MAX, 'Een reisafstand van meer dan 150 km is 150 km geworden.'],
  ];
  return { value: { sourceKey: idWerkzoekende, profile }, losses: lost.flatMap(([is, text]) => (is ? [text] : [])) };
};
