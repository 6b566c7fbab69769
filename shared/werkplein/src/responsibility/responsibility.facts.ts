import { homeOf, type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { type LawParameter, parameterOn } from '../law-parameters/law-parameter.rules.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { TransferRow } from '../transfers/transfer.entity.ts';
import { ResponsibilityRow } from './responsibility.entity.ts';
import { handOverPeriods } from './responsibility.rules.ts';

/** A client got another klantregisseur, or came from another Werkplein, on that day; `code`: what changed. */
export const HAND_OVER = 'HAND_OVER';

/** How many days somebody may have a dossier between two times of another without a hand-over; without a term that held then none. */
export const standInDaysOn =
  (parameters: readonly LawParameter[]) =>
  (day: string): number =>
    parameterOn(parameters, 'STAND_IN_DAYS_MAX', day)?.value ?? 0;

/** What figures count of the klantregisseurs of one client, by period; `rows` oldest first, `movedIn` the days on which regie came from elsewhere. */
export const handOverFacts = (
  rows: readonly ResponsibilityRow[],
  movedIn: readonly string[],
  standInDays: (day: string) => number,
): Map<string, StatedFact[]> => {
  const changed = new Set(handOverPeriods(rows, standInDays).map(({ id }) => id));
  return new Map(
    rows.map(({ id, clientId, startsOn, standIn }) => {
      const moved = !standIn && movedIn.includes(startsOn);
      if (!moved && !changed.has(id)) return [id, []];
      const code = moved ? 'ORGANISATION' : 'PERSON';
      return [id, [{ kind: HAND_OVER, code, subject: clientId, municipality: homeOf(clientId), validFrom: startsOn, validUntil: startsOn }]];
    }),
  );
};

/** States the hand-overs of these clients; whoever calls holds the clients. */
export const stateHandOvers = async (tx: WriteTx, knowing: Knowing, clientIds: readonly string[]): Promise<void> => {
  const where = { clientId: In([...clientIds]) };
  const rows = Map.groupBy(await tx.em.find(ResponsibilityRow, { where, order: { startsOn: 'ASC', id: 'ASC' } }), ({ clientId }) => clientId);
  const moves = Map.groupBy(await tx.em.findBy(TransferRow, { ...where, direction: 'IN', state: 'COMPLETED' }), ({ clientId }) => clientId);
  const standInDays = standInDaysOn(await allLawParameters(tx));
  const facts = [...rows].flatMap(([clientId, periods]) => [
    ...handOverFacts(
      periods,
      (moves.get(clientId) ?? []).map(({ cutoverOn }) => cutoverOn),
      standInDays,
    ),
  ]);
  await stateAllFacts(tx, knowing, [HAND_OVER], new Map(facts));
};
