import { localDay, type RequestContext, runCommand } from '@werkplein/kernel';
import { keepingServiceOrder } from '../activities.ts';
import { answeringMissing, type NuoParameterMissing } from '../parameters/index.ts';
import { outcomeFor, type Refusal, writeStep } from './change-order.ts';
import { respondByOf } from './respond-by.ts';
import { ServiceOrder } from './service-order.entity.ts';
import type { ServiceOrderInput } from './service-order.inputs.ts';
import type { ServiceOrderSaved } from './service-order.results.ts';
import { checkOrder, holdConcept } from './write-order.ts';

type Answer = ServiceOrderSaved | NuoParameterMissing | Refusal;

/** Keeps a concept, which only its own regie sees. */
export const saveServiceOrder = async (ctx: RequestContext, input: ServiceOrderInput): Promise<Answer> => {
  const { facts, reference } = checkOrder(ctx, input);
  return runCommand<Answer>(
    ctx,
    'ServiceOrderSave',
    input,
    async (tx) => {
      const respondBy = await answeringMissing(() => respondByOf(tx, facts.respondBy, localDay(ctx.clock())));
      if (typeof respondBy !== 'string') return { answer: respondBy, subjectIds: [] };
      const columns = { ...facts, respondBy };
      const { order, isNew, refused } = await holdConcept(tx, ctx, input, columns, 'change');
      if (refused) return outcomeFor(order, refused);
      if (isNew) await tx.em.insert(ServiceOrder, order);
      await writeStep(tx, ctx, order, isNew ? 'save' : 'change', { columns, reference });
      return outcomeFor(order, { __typename: 'ServiceOrderSaved', orderId: order.id });
    },
    keepingServiceOrder,
  );
};
