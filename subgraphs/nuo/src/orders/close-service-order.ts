import { localDay, type RequestContext } from '@werkplein/kernel';
import { type Change, changeOrder } from './change-order.ts';
import { waitingUnder } from './order-work.ts';
import type { ServiceOrderStepInput } from './service-order.inputs.ts';
import type { ServiceOrderChanged, ServiceOrderWorkOpen } from './service-order.results.ts';
import type { ServiceOrderStep } from './service-order.rules.ts';

/** Uitvoering closes an order when nothing that it proposed or planned still waits: that could not begin any more. */
export const closeOrder = (ctx: RequestContext, command: string, step: ServiceOrderStep, input: ServiceOrderStepInput, change: Change) =>
  changeOrder<ServiceOrderChanged | ServiceOrderWorkOpen>(ctx, command, step, input, async (tx, order, write) => {
    const openIds = await waitingUnder(tx, order.id);
    if (openIds.length > 0) return { __typename: 'ServiceOrderWorkOpen', orderId: order.id, openIds };
    await write({ ...change, columns: { ...change.columns, endsOn: localDay(ctx.clock()) } });
    return { __typename: 'ServiceOrderChanged', orderId: order.id };
  });
