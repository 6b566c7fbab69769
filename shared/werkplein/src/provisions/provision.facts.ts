import { homeOf, type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { ProvisionRow, ProvisionUseRow } from './provision.entity.ts';
import type { UsePeriod } from './provision.rules.ts';

/** A place in beschut werk, from its first day of use; an interruption keeps the place. */
export const BESCHUT_PLACE = 'BESCHUT_PLACE';

/** What figures count of one provision; `uses` oldest first. One that was never used, or of another kind, is no fact. */
export const provisionPlaceFacts = ({ kind, status, clientId }: ProvisionRow, uses: readonly UsePeriod[]): StatedFact[] => {
  const [first] = uses;
  const last = uses.at(-1);
  if (kind !== 'BESCHUT_WERK' || !first || !last) return [];
  const validUntil = status === 'ENDED' ? last.endsOn : null;
  return [{ kind: BESCHUT_PLACE, subject: clientId, municipality: homeOf(clientId), validFrom: first.startsOn, validUntil }];
};

/** States the places in beschut werk of these clients; whoever calls holds the clients. */
export const statePlaces = async (tx: WriteTx, knowing: Knowing, clientIds: readonly string[]): Promise<void> => {
  const provisions = await tx.em.findBy(ProvisionRow, { clientId: In([...clientIds]), kind: 'BESCHUT_WERK' });
  if (provisions.length === 0) return;
  const where = { provisionId: In(provisions.map(({ id }) => id)), supersededAt: IsNull() };
  const uses = Map.groupBy(await tx.em.find(ProvisionUseRow, { where, order: { startsOn: 'ASC' } }), ({ provisionId }) => provisionId);
  await stateAllFacts(tx, knowing, [BESCHUT_PLACE], new Map(provisions.map((row) => [row.id, provisionPlaceFacts(row, uses.get(row.id) ?? [])])));
};
