import { type Knowing, localDay, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { type FindOptionsWhere, In } from 'typeorm';
import { groupBy } from '../reads.ts';
import { ContactAttempt } from './contact-attempt.entity.ts';
import { verdictOf } from './double-approaches.rules.ts';

/** An attempt to approach an employer that met an obstacle; `code`: what came of it, `PREVENTED` or `OVERRULED`; it counts for whose attempt it was. */
export const CONTACT_ATTEMPT = 'CONTACT_ATTEMPT';

/** Tries again are the same attempt, on the day of the first. */
export const attemptFacts = (rows: readonly ContactAttempt[]): StatedFact[] => {
  const tries = rows.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map((row) => ({ ...row, day: localDay(row.at) }));
  const [first] = tries;
  const verdict = verdictOf(tries);
  if (!first || verdict === null) return [];
  const { day, organisation, employerAliasId } = first;
  return [
    {
      kind: CONTACT_ATTEMPT,
      validFrom: day,
      validUntil: day,
      municipality: organisation,
      actor: organisation,
      code: verdict === 'prevented' ? 'PREVENTED' : 'OVERRULED',
      other: employerAliasId,
    },
  ];
};

/** States what has now come of attempts, of which these are all rows. */
export const stateAttemptRows = async (tx: WriteTx, knowing: Knowing, rows: readonly ContactAttempt[]): Promise<void> => {
  const attempts = groupBy(rows, ({ attemptId }) => attemptId);
  await stateAllFacts(tx, knowing, [CONTACT_ATTEMPT], new Map([...attempts].map(([id, tries]) => [id, attemptFacts(tries)])));
};

/** States what has now come of these attempts of one person. */
export const stateAttempts = async (
  tx: WriteTx,
  knowing: Knowing,
  of: FindOptionsWhere<ContactAttempt> & { employeeId: string; organisation: string },
  attemptIds: readonly string[],
): Promise<void> => {
  await stateAttemptRows(tx, knowing, await tx.em.findBy(ContactAttempt, { ...of, attemptId: In([...new Set(attemptIds)]) }));
};
