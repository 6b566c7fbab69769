import { addDays, type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { groupBy, rowsBy } from '../reads.ts';
import { Indication } from './indication.entity.ts';

/** The category of somebody's work handicap in a period, `MATIG` or `ERNSTIG`, in `code`; a fact of the participant. */
export const HANDICAP = 'HANDICAP';

/** Each decision holds until its last day, or until the next one was taken. */
export const handicapFacts = (indications: readonly Indication[]): StatedFact[] => {
  const sorted = indications.toSorted((a, b) => (`${a.decidedOn} ${a.id}` < `${b.decidedOn} ${b.id}` ? -1 : 1));
  return sorted.flatMap(({ decidedOn, validUntil, category, participantId }, at) => {
    const next = sorted[at + 1];
    const until = next !== undefined && next.decidedOn <= validUntil ? addDays(next.decidedOn, -1) : validUntil;
    return category === null || until < decidedOn ? [] : [{ kind: HANDICAP, validFrom: decidedOn, validUntil: until, subject: participantId, code: category }];
  });
};

/** States what is now known of the handicaps of these participants. */
export const stateHandicaps = async (tx: WriteTx, knowing: Knowing, participantIds: readonly string[]): Promise<void> => {
  const indications = groupBy(await rowsBy(tx, Indication, 'participantId', participantIds), ({ participantId }) => participantId);
  await stateAllFacts(tx, knowing, [HANDICAP], new Map(participantIds.map((id) => [id, handicapFacts(indications.get(id) ?? [])])));
};
