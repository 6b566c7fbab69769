import { type Knowing, localDay, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import type { ContactMoment } from './contact.entity.ts';

/** `code`: steering; `facet`: direction; `other`: the employer; it counts for the organisation that recorded it. `amount`: organisations that took part. */
export const CONTACT = 'CONTACT';
/** That another organisation took part in a contact: a visit together is one contact. */
export const CONTACT_PARTNER = 'CONTACT_PARTNER';

/** What figures count of a contact: nothing when it did not succeed. `present`: the organisations of who took part. */
export const contactFacts = (moment: ContactMoment, present: readonly string[]): StatedFact[] => {
  const { occurredAt, organisation, steering, direction, employerAliasId, succeeded, recordedAt } = moment;
  if (succeeded === false) return [];
  const day = localDay(occurredAt);
  const partners = [...new Set(present)].filter((other) => other !== organisation);
  const when = { validFrom: day, validUntil: day, recordedAt };
  return [
    {
      ...when,
      kind: CONTACT,
      municipality: organisation,
      actor: organisation,
      code: steering,
      facet: direction,
      other: employerAliasId,
      amount: 1 + partners.length,
    },
    ...partners.map((partner) => ({ ...when, kind: CONTACT_PARTNER, actor: partner })),
  ];
};

/** States new contacts; the one that a correction replaced is no fact any more. */
export const stateContacts = (
  tx: WriteTx,
  knowing: Knowing,
  moments: readonly ContactMoment[],
  present: (moment: ContactMoment) => readonly string[] = () => [],
): Promise<void> =>
  stateAllFacts(
    tx,
    knowing,
    [CONTACT, CONTACT_PARTNER],
    new Map(
      moments.flatMap((moment): [string, StatedFact[]][] => [
        [moment.id, contactFacts(moment, present(moment))],
        ...(moment.correctionOfId === null ? [] : [[moment.correctionOfId, []] as [string, StatedFact[]]]),
      ]),
    ),
  );
