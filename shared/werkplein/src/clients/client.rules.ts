import { InvalidValue, parseBsn, parseDay, parsePostcode, parseText } from '@werkplein/kernel';
import type { InputReader } from './input.ts';

/** One spelling of a name, to search and sort by: without accents, capitals and punctuation. */
export const normalised = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const searchNameOf = ({ familyName, givenNames }: { familyName: string; givenNames: string }): string =>
  normalised(`${familyName} ${givenNames}`).slice(0, 250);

const leadingPrefix = /^(?:(?:van|von|de|den|der|het|ten|ter|te|op|in|aan|la|le|t) )+(?=.)/;

/** What a searcher typed, as the search column begins: "van der Berg" is kept under "berg". */
export const searchPrefixOf = (typed: string): string => normalised(typed).replace(leadingPrefix, '');

export const displayNameOf = ({ givenNames, prefix, familyName }: { givenNames: string; prefix: string | null; familyName: string }): string =>
  [givenNames, prefix, familyName].filter((part) => part !== null && part !== '').join(' ');

export interface AddressFields {
  street: string;
  houseNumber: number;
  houseNumberAddition?: string | null | undefined;
  postcode: string;
  city: string;
}

/** What a person can be given or corrected: absent stays as it is, null empties. */
export interface PersonFields {
  givenNames?: string | null | undefined;
  prefix?: string | null | undefined;
  familyName?: string | null | undefined;
  birthDate?: string | null | undefined;
  bsn?: string | null | undefined;
  ownReference?: string | null | undefined;
  address?: AddressFields | null | undefined;
}

/** Columns of a person; the BSN in clear, to be sealed at once. */
export interface Person {
  givenNames: string;
  prefix: string | null;
  familyName: string;
  birthDate: string;
  bsn: string | null;
  ownReference: string | null;
  street: string;
  houseNumber: number;
  houseNumberAddition: string | null;
  postcode: string;
  city: string;
}

const EARLIEST_BIRTH = '1900-01-01';

const parseBirthDate = (value: unknown, today: string): string => {
  const day = parseDay(value);
  if (day < EARLIEST_BIRTH || day > today) throw new InvalidValue('een geboortedatum vanaf 1900 die niet in de toekomst ligt');
  return day;
};

const parseHouseNumber = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 99_999) throw new InvalidValue('een huisnummer van 1 tot en met 99999');
  return value;
};

const optional = <T>(value: unknown, parse: () => T): T | null => (value === null || value === undefined ? null : parse());

const addressColumns = (reader: InputReader, address: Partial<AddressFields> | null): Partial<Person> => ({
  street: reader.read(['address', 'street'], () => parseText(address?.street, { max: 120 })),
  houseNumber: reader.read(['address', 'houseNumber'], () => parseHouseNumber(address?.houseNumber)),
  houseNumberAddition: reader.read(['address', 'houseNumberAddition'], () =>
    optional(address?.houseNumberAddition, () => parseText(address?.houseNumberAddition, { max: 10 })),
  ),
  postcode: reader.read(['address', 'postcode'], () => parsePostcode(address?.postcode)),
  city: reader.read(['address', 'city'], () => parseText(address?.city, { max: 80 })),
});

/** The columns that the input names; every problem goes to `reader`. */
export const readPerson = (reader: InputReader, input: PersonFields, today: string): Partial<Person> => {
  const person: Partial<Person> = {};
  const { givenNames, prefix, familyName, birthDate, bsn, ownReference, address } = input;
  if (givenNames !== undefined) person.givenNames = reader.read(['givenNames'], () => parseText(givenNames, { max: 120 }));
  if (prefix !== undefined) person.prefix = reader.read(['prefix'], () => optional(prefix, () => parseText(prefix, { max: 20 })));
  if (familyName !== undefined) person.familyName = reader.read(['familyName'], () => parseText(familyName, { max: 120 }));
  if (birthDate !== undefined) person.birthDate = reader.read(['birthDate'], () => parseBirthDate(birthDate, today));
  if (bsn !== undefined) person.bsn = reader.read(['bsn'], () => optional(bsn, () => parseBsn(bsn)));
  if (ownReference !== undefined) {
    person.ownReference = reader.read(['ownReference'], () => optional(ownReference, () => parseText(ownReference, { max: 40 })));
  }
  return address === undefined ? person : { ...person, ...addressColumns(reader, address) };
};

/** A whole person: what may be absent is null, what must be there is asked for. */
export const readWholePerson = (reader: InputReader, input: PersonFields, today: string): Person =>
  readPerson(
    reader,
    {
      ...input,
      givenNames: input.givenNames ?? null,
      familyName: input.familyName ?? null,
      birthDate: input.birthDate ?? null,
      prefix: input.prefix ?? null,
      bsn: input.bsn ?? null,
      ownReference: input.ownReference ?? null,
      address: input.address ?? null,
    },
    today,
  ) as Person;
