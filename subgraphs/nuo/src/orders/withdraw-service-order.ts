import { localDay, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { letterOf, stepText, takeStep } from './change-order.ts';
import type { WithdrawServiceOrderInput } from './service-order.inputs.ts';

/** Before uitvoering accepts; after that an order is ended, with notice (H7). */
export const withdrawServiceOrder = async (ctx: RequestContext, input: WithdrawServiceOrderInput) => {
  const checking = checkInput();
  const reason = stepText(checking, 'reason', input.reason);
  const reference = letterOf(checking, input.reference);
  checking.done();
  return takeStep(ctx, 'ServiceOrderWithdraw', 'withdraw', input, { columns: { reason, endsOn: localDay(ctx.clock()) }, text: reason, reference });
};
