import { localDay, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { stepText, takeStep } from './change-order.ts';
import type { RefuseServiceOrderInput } from './service-order.inputs.ts';

export const refuseServiceOrder = async (ctx: RequestContext, input: RefuseServiceOrderInput) => {
  const checking = checkInput();
  const reason = stepText(checking, 'reason', input.reason);
  checking.done();
  return takeStep(ctx, 'ServiceOrderRefuse', 'refuse', input, { columns: { reason, endsOn: localDay(ctx.clock()) }, text: reason });
};
