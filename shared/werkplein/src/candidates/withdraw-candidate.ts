import { localDay, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { CandidateRow } from './candidate.entity.ts';
import { candidateOfClient } from './candidate.store.ts';

export type WithdrawCandidateAnswer = { __typename: 'CandidateWithdrawn'; clientId: string } | { __typename: 'NoCandidate'; clientId: string };

/** From now on nobody finds or proposes this client. */
export const withdrawCandidate = (ctx: RequestContext, input: { requestId: string; clientId: string }): Promise<WithdrawCandidateAnswer> =>
  runClientCommand<WithdrawCandidateAnswer>(ctx, 'withdrawCandidate', 'voeren-profiel', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    const known = await candidateOfClient(tx, client.id);
    const subjectIds = [client.id];
    if (!known || known.withdrawnOn !== null) return { answer: { __typename: 'NoCandidate', clientId: client.id }, subjectIds };
    await tx.em.update(CandidateRow, { id: known.id }, { withdrawnOn: localDay(ctx.clock()), version: known.version + 1 });
    return { answer: { __typename: 'CandidateWithdrawn', clientId: client.id }, subjectIds };
  });
