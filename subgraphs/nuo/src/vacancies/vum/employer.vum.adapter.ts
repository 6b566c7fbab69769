import {
  type AdresHouding,
  defined,
  isEmail,
  isPhone,
  isPostcode,
  isUrl,
  type Mapped,
  sbiReadings,
  sectorOf,
  straatadresOf,
  type Vacature,
  type Werkgever,
  written,
} from '@werkplein/vum';
import type { Branch, Employer } from '../../employers/employer.entity.ts';
import { displayName } from '../../employers/name.rules.ts';

const WORK = 'E';
const BRANCH = 'V';
const WEBSITE = 3;
const CONTACT_NAME_MAX = 35;

/** How to reach the place itself. Never a person: nobody said to which vacancy a contact person belongs. */
const contactOf = ({ name, phone, email }: Branch): Mapped<NonNullable<Werkgever['contactpersoon']>> => {
  const losses = [
    ...(phone !== null && !isPhone(phone) ? ['Een telefoonnummer dat VUM niet aanneemt (zoals 0900), is weggelaten.'] : []),
    ...(email !== null && !isEmail(email) ? ['Een e-mailadres dat VUM niet aanneemt, is weggelaten.'] : []),
  ];
  const telefoonnummer = isPhone(phone) ? [phone] : null;
  const emailadres = isEmail(email) ? [email] : null;
  const naamContactpersoonAfdeling = [...name].slice(0, CONTACT_NAME_MAX).join('');
  return { value: telefoonnummer || emailadres ? [defined({ naamContactpersoonAfdeling, telefoonnummer, emailadres })] : [], losses };
};

export const werkgeverOf = (employer: Pick<Employer, 'legalName' | 'tradeNames' | 'sbiCode'>, branch: Branch | null): Mapped<Werkgever> => {
  const contact = branch ? contactOf(branch) : { value: [], losses: [] };
  const website = branch?.website ?? null;
  return {
    value: {
      handelsnaamOrganisatie: displayName(employer),
      webadres: isUrl(website) ? [{ codeWebadres: WEBSITE, url: website }] : [],
      contactpersoon: contact.value,
      sector: employer.sbiCode === null ? [] : [sectorOf(employer.sbiCode)],
    },
    losses: [...contact.losses, ...(website !== null && !isUrl(website) ? ['Een webadres dat VUM niet aanneemt, is weggelaten.'] : [])],
  };
};

/** The branch's address: as the place of work when the vacancy does not say another. */
export const workAddressOf = (branch: Branch, postcode4: string | null): Mapped<AdresHouding> & { atWork: boolean } => {
  const atWork = isPostcode(branch.postcode) && branch.postcode.slice(0, 4) === postcode4;
  const straatadres = branch.street === null ? null : straatadresOf(branch.street, branch.houseNumber);
  const adresNederland = defined({
    codeGemeente: branch.municipality,
    postcode: isPostcode(branch.postcode) ? branch.postcode : null,
    woonplaatsnaam: branch.city,
    adresDetails: straatadres && { straatadres },
  });
  return {
    value: { codeFunctieAdres: atWork ? WORK : BRANCH, adres: { adresNederland } },
    losses: branch.street !== null && straatadres === null ? ['Een straat met een huisnummer dat VUM niet kan schrijven, is weggelaten.'] : [],
    atWork,
  };
};

/** By what the employer of a message can be found: the pilot has no KvK number. */
export interface NamedEmployer {
  name: string | null;
  /** Canonical, place of work first. */
  postcodes: string[];
  sbiCodes: string[];
}

export const employerNamed = ({ werkgever = {}, sector }: Vacature): NamedEmployer => {
  const held = (werkgever.adresHouding ?? []).flatMap(({ codeFunctieAdres, adres }) => {
    const postcode = adres?.adresNederland?.postcode?.toUpperCase();
    return postcode === undefined ? [] : [{ postcode, first: codeFunctieAdres === WORK }];
  });
  return {
    name: written(werkgever.handelsnaamOrganisatie),
    postcodes: [...new Set(held.toSorted((a, b) => Number(b.first) - Number(a.first)).map(({ postcode }) => postcode))],
    sbiCodes: [...(werkgever.sector ?? []), ...(sector ? [sector] : [])].flatMap(({ codeSbi }) => sbiReadings(codeSbi)),
  };
};

/** Where the work is, when the message says so. */
export const workPostcode = ({ werkgever }: Vacature): string | null =>
  (werkgever?.adresHouding ?? []).find(({ codeFunctieAdres, adres }) => codeFunctieAdres === WORK && adres?.adresNederland?.postcode)?.adres?.adresNederland
    ?.postcode ?? null;
