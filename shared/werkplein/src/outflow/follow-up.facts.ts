import { homeOf, type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { OutflowFollowUpRow } from './follow-up.entity.ts';
import { resultOf } from './follow-up.rules.ts';

/** How it was after outflow; `code`: whether it lasts, `cause`: the dossier. */
export const OUTFLOW_FOLLOW_UP = 'OUTFLOW_FOLLOW_UP';

/** What figures count of one follow-up; one that was corrected is no fact. */
export const followUpFacts = (row: OutflowFollowUpRow): StatedFact[] => {
  const { clientId, dossierId, currentOf, observedOn } = row;
  if (currentOf === null) return [];
  const day = { validFrom: observedOn, validUntil: observedOn };
  return [{ kind: OUTFLOW_FOLLOW_UP, code: resultOf(row), subject: clientId, cause: dossierId, municipality: homeOf(clientId), ...day }];
};

/** States how it went with these clients after outflow; whoever calls holds the clients. */
export const stateFollowUps = async (tx: WriteTx, knowing: Knowing, clientIds: readonly string[]): Promise<void> => {
  const rows = await tx.em.findBy(OutflowFollowUpRow, { clientId: In([...clientIds]) });
  await stateAllFacts(tx, knowing, [OUTFLOW_FOLLOW_UP], new Map(rows.map((row) => [row.id, followUpFacts(row)])));
};
