import type { RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { stepText } from './change-order.ts';
import { closeOrder } from './close-service-order.ts';
import type { HandBackServiceOrderInput } from './service-order.inputs.ts';

export const handBackServiceOrder = async (ctx: RequestContext, input: HandBackServiceOrderInput) => {
  const checking = checkInput();
  const reason = stepText(checking, 'reason', input.reason);
  const advice = stepText(checking, 'advice', input.advice);
  checking.done();
  return closeOrder(ctx, 'ServiceOrderHandBack', 'handBack', input, { columns: { reason, advice }, text: reason });
};
