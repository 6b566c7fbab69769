import type { RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { stepText } from './change-order.ts';
import { closeOrder } from './close-service-order.ts';
import type { CompleteServiceOrderInput } from './service-order.inputs.ts';

export const completeServiceOrder = async (ctx: RequestContext, input: CompleteServiceOrderInput) => {
  const checking = checkInput();
  const result = stepText(checking, 'result', input.result);
  checking.done();
  return closeOrder(ctx, 'ServiceOrderComplete', 'complete', input, { columns: { result }, text: result });
};
