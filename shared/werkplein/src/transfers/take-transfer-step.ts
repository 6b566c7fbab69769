import { mayDo, type Outcome, type RequestContext, type StateMachine, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import type { TransferRow } from './transfer.entity.ts';
import { incomingTransferMachine, outgoingTransferMachine, type TransferDirection } from './transfer.machines.ts';
import { directTransfers } from './transfer.policy.ts';
import { lockTransfer } from './transfer.store.ts';

export interface TransferStepFields {
  requestId: string;
  transferId: string;
  expectedVersion: number;
}

export type TransferStepAnswer = StepRefused | { __typename: 'TransferVersionConflict'; transferId: string; currentVersion: number };

const machines: Record<TransferDirection, StateMachine> = { OUT: outgoingTransferMachine, IN: incomingTransferMachine };

/** Whom the log names: the client, or the transfer of one who is not ours yet. */
export const personOf = ({ id, clientId }: Pick<TransferRow, 'id' | 'clientId'>): string => clientId ?? id;

/** A step that regie takes; who was first, a colleague or a letter, the lock decides. */
export const takeTransferStep = <A extends { __typename: string }>(
  ctx: RequestContext,
  command: string,
  direction: TransferDirection,
  step: string,
  input: TransferStepFields,
  take: (tx: WriteTx, row: TransferRow) => Promise<A>,
): Promise<A | TransferStepAnswer> =>
  runClientCommand<A | TransferStepAnswer>(
    ctx,
    command,
    direction === 'OUT' ? 'overdragen-client' : 'overnemen-client',
    input,
    async (tx): Promise<Outcome<A | TransferStepAnswer>> => {
      const row = await lockTransfer(tx, input.transferId, direction);
      const subjectIds = [personOf(row), row.id];
      const persons = [personOf(row)];
      const refused = stepRefused(machines[direction], row.state, step, (actor) => actor === 'REGIE' && mayDo(ctx.principal, directTransfers, ctx.home));
      if (refused) return { answer: refused, subjectIds, persons };
      if (row.version !== input.expectedVersion)
        return { answer: { __typename: 'TransferVersionConflict', transferId: row.id, currentVersion: row.version }, subjectIds, persons };
      return { answer: await take(tx, row), subjectIds, persons };
    },
  );
