import { InvalidValue, lastDayOfTerm, parseDay, parseText } from '@werkplein/kernel';
import type { InputReader } from '../clients/input.ts';

/** Parts of a client that the NUO can be shown. */
export const disclosureParts = ['NAME', 'CONTACT', 'KLANTREGISSEUR', 'DOELGROEP'] as const;
export type DisclosurePart = (typeof disclosureParts)[number];

/** What a disclosure can be given; absent stays as it is. */
export interface DisclosureFields {
  parts?: readonly DisclosurePart[] | null;
  until?: string | null;
  note?: string | null;
}

const parseLastDay = (value: string, today: string, maxMonths: number): string => {
  const day = parseDay(value);
  const last = lastDayOfTerm(today, maxMonths);
  if (day < today || day > last) throw new InvalidValue(`een dag van vandaag (${today}) tot en met ${last}: dit Werkplein deelt hooguit ${maxMonths} maanden`);
  return day;
};

/** The fields that are given; a term is counted from the day on which it is given. Every problem goes to `reader`. */
export const readDisclosure = (reader: InputReader, { parts, until, note }: DisclosureFields, today: string, maxMonths: number) => {
  if (parts?.length === 0) reader.add(['parts'], 'Noem ten minste één onderdeel.');
  return {
    ...(parts && { parts: disclosureParts.filter((part) => parts.includes(part)) }),
    ...(until && { validUntil: reader.read(['until'], () => parseLastDay(until, today, maxMonths)) }),
    ...(note && { note: reader.read(['note'], () => parseText(note, { max: 300 })) }),
  };
};
