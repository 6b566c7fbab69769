import { type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { stateDoubles } from '../contact-plans/double-approach.facts.ts';
import { BECAME, becameFacts } from '../figures/became.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { Branch, Employer, EmployerAlias } from './employer.entity.ts';

/** An employer that stands on its own; `amount`: its days of rest after an approach. */
export const EMPLOYER = 'EMPLOYER';
/** That an employer has a branch in a municipality: one fact, however many it has there. */
export const BRANCH = 'BRANCH';

/** Nothing of one that was merged: its branches are the other's. */
export const employerFacts = ({ mergedIntoId, registeredOn: validFrom, coolDownDays }: Employer, branches: readonly Branch[]): StatedFact[] =>
  mergedIntoId !== null
    ? []
    : [
        { kind: EMPLOYER, validFrom, amount: coolDownDays },
        ...[...new Set(branches.flatMap(({ municipality }) => municipality ?? []))].map((municipality) => ({ kind: BRANCH, validFrom, municipality })),
      ];

/** States these employers without the contacts that came too soon, for a loader that looks for those when everything is in; gives every id that it stated. */
export const stateEmployersAlone = async (tx: WriteTx, knowing: Knowing, ids: readonly string[]): Promise<string[]> => {
  const employers = await rowsBy(tx, Employer, 'id', ids);
  const branches = groupBy(await rowsBy(tx, Branch, 'employerId', ids), ({ employerId }) => employerId);
  const aliases = await rowsBy(tx, EmployerAlias, 'employerId', ids);
  const stated = new Map<string, StatedFact[]>(employers.map((row) => [row.id, employerFacts(row, branches.get(row.id) ?? [])]));
  for (const { id, employerId } of aliases) stated.set(id, [...(stated.get(id) ?? []), ...becameFacts(id, employerId)]);
  await stateAllFacts(tx, knowing, [EMPLOYER, BRANCH, BECAME], stated);
  return [...stated.keys()];
};

/** States what is now known of these employers, which ids stand for them, and which of their contacts came too soon. */
export const stateEmployers = async (tx: WriteTx, knowing: Knowing, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await stateDoubles(tx, knowing, await stateEmployersAlone(tx, knowing, ids));
};
