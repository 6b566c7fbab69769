import { type Knowing, parameterOn, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { refOf } from '../colleagues/colleague.store.ts';
import { allNuoParameters } from '../parameters/index.ts';
import { Participant } from '../participants/participant.entity.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { Responsibility } from './responsibility.entity.ts';
import { personChanges, type StandInMax } from './responsibility.rules.ts';

/**
 * A participant got another person or organisation to deal with, on one day. `code`: the role in which, or `ORGANISATION`; `facet`: `CLIENT` of
 * a client of a Werkplein; `municipality`: who has the regie now.
 */
export const HAND_OVER = 'HAND_OVER';

/** The changes of who answers for somebody at the NUO; the first is none, and a short absence neither. */
export const handOverFacts = ({ municipality, clientId, id }: Participant, terms: readonly Responsibility[], standInMax: StandInMax): StatedFact[] =>
  personChanges(terms, standInMax).map(({ role, on, fromId, toId }) => ({
    kind: HAND_OVER,
    validFrom: on,
    validUntil: on,
    municipality,
    subject: id,
    code: refOf(fromId).organisation === refOf(toId).organisation ? role : 'ORGANISATION',
    facet: clientId === null ? null : 'CLIENT',
  }));

/** States what is now known of the hand-overs of these participants. */
export const stateHandOvers = async (tx: WriteTx, knowing: Knowing, participantIds: readonly string[], recordedAt?: (on: string) => Date): Promise<void> => {
  if (participantIds.length === 0) return;
  const terms = groupBy(await rowsBy(tx, Responsibility, 'participantId', participantIds), ({ participantId }) => participantId);
  const parameters = await allNuoParameters(tx);
  // Without a term nobody knows what is short, and no absence is a hand-over.
  const standInMax: StandInMax = (day) => parameterOn(parameters, 'STAND_IN_DAYS_MAX', day)?.value ?? Number.POSITIVE_INFINITY;
  const stated = (await rowsBy(tx, Participant, 'id', participantIds)).map((person) => {
    const facts = handOverFacts(person, terms.get(person.id) ?? [], standInMax);
    return [person.id, recordedAt ? facts.map((fact) => ({ ...fact, recordedAt: recordedAt(fact.validFrom) })) : facts] as const;
  });
  await stateAllFacts(tx, knowing, [HAND_OVER], new Map(stated));
};

/** After another term was set for what is short: of everyone who ever had a stand-in. */
export const restateHandOvers = async (tx: WriteTx, knowing: Knowing): Promise<void> => {
  const rows = await tx.em
    .createQueryBuilder(Responsibility, 'r')
    .select('DISTINCT r.participantId', 'participantId')
    .where('r.standIn = :standIn', { standIn: true })
    .getRawMany<{ participantId: string }>();
  await stateHandOvers(
    tx,
    knowing,
    rows.map(({ participantId }) => participantId),
  );
};
