import { parseText, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { takeTransferStep, type TransferStepAnswer, type TransferStepFields } from './take-transfer-step.ts';
import type { TransferDirection } from './transfer.machines.ts';
import { tellOther } from './transfer.letters.ts';
import { updateTransfer } from './transfer.store.ts';

export type EndTransferFields = TransferStepFields & { reason: string };
export type EndTransferAnswer = { __typename: 'TransferEnded'; transferId: string } | TransferStepAnswer;

/** What ends a transfer before its day: here, and at the other Werkplein by letter. */
const endTransfer = async (
  ctx: RequestContext,
  command: string,
  [direction, step, state, kind]: ['OUT', 'withdraw', 'WITHDRAWN', 'TransferWithdrawn'] | ['IN', 'refuse', 'REFUSED', 'TransferRefused'],
  input: EndTransferFields,
): Promise<EndTransferAnswer> => {
  const reader = inputReader(['input']);
  const reason = reader.read(['reason'], () => parseText(input.reason, { max: 300 }));
  reader.refuse();
  return takeTransferStep<{ __typename: 'TransferEnded'; transferId: string }>(ctx, command, direction, step, input, async (tx, row) => {
    const now = ctx.clock();
    await updateTransfer(tx, row, { ...ended(direction), state, reason, decidedAt: now, endedAt: now });
    await tellOther(tx, ctx, row, kind, { reason });
    return { __typename: 'TransferEnded', transferId: row.id };
  });
};

/** What a transfer loses at its end: of who does not come nothing stays. */
export const ended = (direction: TransferDirection) =>
  direction === 'OUT' ? { openOf: null } : { openOf: null, package: null, note: null, bsnCipher: null, bsnKeyId: null, bsnIndex: null };

/** The client does not move after all. Only while we have not heard that the other accepts. */
export const withdrawTransfer = (ctx: RequestContext, input: EndTransferFields): Promise<EndTransferAnswer> =>
  endTransfer(ctx, 'withdrawTransfer', ['OUT', 'withdraw', 'WITHDRAWN', 'TransferWithdrawn'], input);

/** The regie stays where it is. */
export const refuseTransfer = (ctx: RequestContext, input: EndTransferFields): Promise<EndTransferAnswer> =>
  endTransfer(ctx, 'refuseTransfer', ['IN', 'refuse', 'REFUSED', 'TransferRefused'], input);
