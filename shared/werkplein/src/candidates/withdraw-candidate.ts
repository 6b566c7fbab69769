import { localDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { CandidateRow } from './candidate.entity.ts';
import { candidateOfClient } from './candidate.store.ts';

export type WithdrawCandidateAnswer = { __typename: 'CandidateWithdrawn'; clientId: string } | { __typename: 'NoCandidate'; clientId: string };

/** Whether there was a profile to withdraw. The client is locked. */
export const endProfile = async (tx: WriteTx, ctx: RequestContext, clientId: string): Promise<boolean> => {
  const known = await candidateOfClient(tx, clientId);
  if (!known || known.withdrawnOn !== null) return false;
  await tx.em.update(CandidateRow, { id: known.id }, { withdrawnOn: localDay(ctx.clock()), version: known.version + 1 });
  return true;
};

/** From now on nobody finds or proposes this client. */
export const withdrawCandidate = (ctx: RequestContext, input: { requestId: string; clientId: string }): Promise<WithdrawCandidateAnswer> =>
  runClientCommand<WithdrawCandidateAnswer>(ctx, 'withdrawCandidate', 'voeren-profiel', input, async (tx) => {
    const { id: clientId } = await lockClient(tx, input.clientId);
    const __typename = (await endProfile(tx, ctx, clientId)) ? 'CandidateWithdrawn' : 'NoCandidate';
    return { answer: { __typename, clientId }, subjectIds: [clientId] };
  });
