import { fault, localDay, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { dossierToChange } from '../dossiers/dossier.store.ts';
import { CandidateRow } from './candidate.entity.ts';
import { type CandidateFields, readProfile } from './candidate.rules.ts';
import { candidateOfClient } from './candidate.store.ts';

export interface SaveCandidateFields extends CandidateFields {
  requestId: string;
  clientId: string;
  expectedVersion?: number | null;
}

export type SaveCandidateAnswer = { __typename: 'CandidateSaved'; clientId: string } | { __typename: 'CandidateVersionConflict'; currentVersion: number };

/** Makes or replaces the profile of a client with an open dossier; saving a withdrawn one opens it again, under the same id. */
export const saveCandidate = async (ctx: RequestContext, input: SaveCandidateFields): Promise<SaveCandidateAnswer> => {
  const reader = inputReader(['input']);
  const profile = readProfile(reader, input, localDay(ctx.clock()));
  reader.refuse();

  return runClientCommand<SaveCandidateAnswer>(ctx, 'saveCandidate', 'voeren-profiel', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    if (!(await dossierToChange(tx, client.id))?.openClientId) throw fault('NOT_FOUND');
    const known = await candidateOfClient(tx, client.id);
    const currentVersion = known?.version ?? 0;
    if (currentVersion !== (input.expectedVersion ?? 0)) {
      return { answer: { __typename: 'CandidateVersionConflict', currentVersion }, subjectIds: [client.id] };
    }
    const row: CandidateRow = { ...profile, id: known?.id ?? ctx.newId(), clientId: client.id, withdrawnOn: null, version: currentVersion + 1 };
    if (known) await tx.em.update(CandidateRow, { id: known.id }, row);
    else await tx.em.insert(CandidateRow, row);
    return { answer: { __typename: 'CandidateSaved', clientId: client.id }, subjectIds: [client.id] };
  });
};
