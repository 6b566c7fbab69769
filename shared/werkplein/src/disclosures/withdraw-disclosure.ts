import { localDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { DisclosureRow } from './disclosure.entity.ts';
import { notShared, type NotSharedAnswer, openDisclosure } from './disclosure.store.ts';

export type WithdrawDisclosureAnswer = { __typename: 'DisclosureWithdrawn'; clientId: string } | NotSharedAnswer;

/** Whether anything was shared. The client is locked. */
export const endSharing = async (tx: WriteTx, ctx: RequestContext, clientId: string): Promise<boolean> => {
  const known = await openDisclosure(tx, clientId, localDay(ctx.clock()));
  if (!known) return false;
  await tx.em.update(DisclosureRow, { id: known.id }, { withdrawnAt: ctx.clock(), version: known.version + 1 });
  return true;
};

/** At once: the next read of the NUO shows nothing. Also with a closed dossier, and of any version: to stop showing is never wrong. */
export const withdrawDisclosure = (ctx: RequestContext, input: { requestId: string; clientId: string }): Promise<WithdrawDisclosureAnswer> =>
  runClientCommand<WithdrawDisclosureAnswer>(ctx, 'withdrawDisclosure', 'verstrekken-client-nuo', input, async (tx) => {
    const { id: clientId } = await lockClient(tx, input.clientId);
    const withdrawn = await endSharing(tx, ctx, clientId);
    const answer = withdrawn ? ({ __typename: 'DisclosureWithdrawn', clientId } as const) : await notShared(tx, clientId, 'withdraw', localDay(ctx.clock()));
    return { answer, subjectIds: [clientId] };
  });
