import { dayText, InvalidValue, lastDayOfTerm, machine, parseDay, parseText, type StateOf, type StepOf } from '@werkplein/kernel';
import type { InputReader } from '../clients/input.ts';

/** What a Werkplein shares of a client, from its first day to its last. The state follows from the days; nothing needs to happen for it to run out. */
export const disclosureMachine = machine({
  name: 'disclosure',
  title: 'Gegevensdeling met de NUO',
  source: 'AVG art. 5 lid 1 onder b, c en e',
  states: { SHARED: 'Gedeeld', EXPIRED: 'Verlopen', WITHDRAWN: 'Ingetrokken' },
  actors: {
    REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt',
    TIME: 'de tijd, na de laatste dag',
  },
  steps: {
    share: { from: [], to: 'SHARED', by: ['REGIE'], text: 'Delen' },
    change: { from: ['SHARED'], to: 'SAME', by: ['REGIE'], text: 'Wijzigen wat wordt gedeeld' },
    withdraw: { from: ['SHARED'], to: 'WITHDRAWN', by: ['REGIE'], text: 'Intrekken' },
    expire: { from: ['SHARED'], to: 'EXPIRED', by: ['TIME'], text: 'Verlopen' },
  },
});
export type DisclosureState = StateOf<typeof disclosureMachine>;
export type DisclosureStep = Exclude<StepOf<typeof disclosureMachine>, 'share' | 'expire'>;

export const disclosureStateOn = ({ withdrawnAt, validUntil }: { withdrawnAt: Date | null; validUntil: string }, day: string): DisclosureState =>
  withdrawnAt !== null ? 'WITHDRAWN' : validUntil < day ? 'EXPIRED' : 'SHARED';

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
  if (day < today || day > last)
    throw new InvalidValue(`een dag van vandaag (${dayText(today)}) tot en met ${dayText(last)}: dit Werkplein deelt hooguit ${maxMonths} maanden`);
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
