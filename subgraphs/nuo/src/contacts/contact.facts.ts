import { type Knowing, localDay, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { stateDoubles } from '../contact-plans/double-approach.facts.ts';
import type { ContactMoment } from './contact.entity.ts';

/** `code`: steering; `facet`: direction; `other`: the employer; it counts for the organisation that recorded it. `amount`: organisations that took part. */
export const CONTACT = 'CONTACT';
/** The same of one that did not succeed: no contact with the employer, but one more time that we approached them. */
export const CONTACT_MISSED = 'CONTACT_MISSED';
/** That another organisation took part in a contact: a visit together is one contact. */
export const CONTACT_PARTNER = 'CONTACT_PARTNER';

/** What figures count of a contact. `present`: the organisations of who took part. */
export const contactFacts = (moment: ContactMoment, present: readonly string[]): StatedFact[] => {
  const { occurredAt, organisation, steering, direction, employerAliasId, succeeded, recordedAt } = moment;
  const day = localDay(occurredAt);
  const partners = [...new Set(present)].filter((other) => other !== organisation);
  const when = { validFrom: day, validUntil: day, recordedAt };
  return [
    {
      ...when,
      kind: succeeded === false ? CONTACT_MISSED : CONTACT,
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

const FEW = 100;

/** States contacts without which came too soon, for a loader that looks for those when everything is in. */
export const stateContactsAlone = (
  tx: WriteTx,
  knowing: Knowing,
  moments: readonly ContactMoment[],
  present: (moment: ContactMoment) => readonly string[] = () => [],
): Promise<void> =>
  stateAllFacts(
    tx,
    knowing,
    [CONTACT, CONTACT_MISSED, CONTACT_PARTNER],
    new Map(
      moments.flatMap((moment): [string, StatedFact[]][] => [
        [moment.id, contactFacts(moment, present(moment))],
        ...(moment.correctionOfId === null ? [] : [[moment.correctionOfId, []] as [string, StatedFact[]]]),
      ]),
    ),
  );

/** States new contacts, and which came too soon after another; the one that a correction replaced is no fact any more. */
export const stateContacts = async (
  tx: WriteTx,
  knowing: Knowing,
  moments: readonly ContactMoment[],
  present: (moment: ContactMoment) => readonly string[] = () => [],
): Promise<void> => {
  await stateContactsAlone(tx, knowing, moments, present);
  const written = new Set(moments.flatMap(({ id, correctionOfId }) => (correctionOfId === null ? [id] : [id, correctionOfId])));
  await stateDoubles(
    tx,
    knowing,
    moments.map(({ employerAliasId }) => employerAliasId),
    // Of thousands that are loaded at once the employers are looked at whole.
    { of: written.size > FEW ? null : written },
  );
};
