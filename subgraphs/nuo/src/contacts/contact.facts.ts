import { type Knowing, localDay, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import type { ContactMoment } from './contact.entity.ts';

/** `code`: steering and direction; `other`: the employer; it counts for the organisation that recorded it. */
export const CONTACT = 'CONTACT';

/** What figures count of a contact: nothing when it did not succeed. */
export const contactFacts = ({ occurredAt, organisation, steering, direction, employerAliasId, succeeded, recordedAt }: ContactMoment): StatedFact[] => {
  if (succeeded === false) return [];
  const day = localDay(occurredAt);
  return [
    {
      kind: CONTACT,
      validFrom: day,
      validUntil: day,
      municipality: organisation,
      actor: organisation,
      code: steering,
      facet: direction,
      other: employerAliasId,
      recordedAt,
    },
  ];
};

/** States new contacts; the one that a correction replaced is no fact any more. */
export const stateContacts = (tx: WriteTx, knowing: Knowing, moments: readonly ContactMoment[]): Promise<void> =>
  stateAllFacts(
    tx,
    knowing,
    [CONTACT],
    new Map(
      moments.flatMap((moment): [string, StatedFact[]][] => [
        [moment.id, contactFacts(moment)],
        ...(moment.correctionOfId === null ? [] : [[moment.correctionOfId, []] as [string, StatedFact[]]]),
      ]),
    ),
  );
