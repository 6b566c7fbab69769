import type { RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { letterOf, stepText, takeStep } from './change-order.ts';
import type { EvaluateServiceOrderInput } from './service-order.inputs.ts';

export const evaluateServiceOrder = async (ctx: RequestContext, input: EvaluateServiceOrderInput) => {
  const checking = checkInput();
  const evaluation = stepText(checking, 'evaluation', input.evaluation);
  const reference = letterOf(checking, input.reference);
  checking.done();
  return takeStep(ctx, 'ServiceOrderEvaluate', 'evaluate', input, { columns: { evaluation }, text: evaluation, reference });
};
