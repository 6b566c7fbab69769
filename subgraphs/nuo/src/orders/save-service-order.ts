import { localDay, type RequestContext, runCommand } from '@werkplein/kernel';
import { keepingServiceOrder } from '../activities.ts';
import { outcomeFor, type Refusal, writeStep } from './change-order.ts';
import { respondByOf } from './respond-by.ts';
import { ServiceOrder } from './service-order.entity.ts';
import type { ServiceOrderInput } from './service-order.inputs.ts';
import type { ServiceOrderSaved } from './service-order.results.ts';
import { checkOrder, holdConcept } from './write-order.ts';

/** Keeps a concept, which only its own regie sees. */
export const saveServiceOrder = async (ctx: RequestContext, input: ServiceOrderInput): Promise<ServiceOrderSaved | Refusal> => {
  const { facts, reference } = checkOrder(ctx, input);
  return runCommand<ServiceOrderSaved | Refusal>(
    ctx,
    'ServiceOrderSave',
    input,
    async (tx) => {
      const columns = { ...facts, respondBy: await respondByOf(tx, facts.respondBy, localDay(ctx.clock())) };
      const { order, isNew, refused } = await holdConcept(tx, ctx, input, columns, 'change');
      if (refused) return outcomeFor(order, refused);
      if (isNew) await tx.em.insert(ServiceOrder, order);
      await writeStep(tx, ctx, order, isNew ? 'save' : 'change', { columns, reference });
      return outcomeFor(order, { __typename: 'ServiceOrderSaved', orderId: order.id });
    },
    keepingServiceOrder,
  );
};
