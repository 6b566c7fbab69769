import type { RequestContext } from '@werkplein/kernel';
import { takeStep } from './change-order.ts';
import type { ServiceOrderStepInput } from './service-order.inputs.ts';

export const acceptServiceOrder = (ctx: RequestContext, input: ServiceOrderStepInput) => takeStep(ctx, 'ServiceOrderAccept', 'accept', input, {});
