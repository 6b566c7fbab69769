import { type RequestContext, runCommand, stepRefused } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { keepingServiceOrder } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { holdOrder, outcomeFor, type Refusal } from '../orders/change-order.ts';
import { isActor } from '../orders/service-order.policy.ts';
import { serviceOrderMachine } from '../orders/service-order.rules.ts';
import { TransferredOrder } from './regie-change.entity.ts';
import type { ContinueServiceOrderInput, ServiceOrderContinued, ServiceOrderNotTransferred } from './regie-change.types.ts';

type Answer = ServiceOrderContinued | ServiceOrderNotTransferred | Refusal;

/** The new regie says that an order that came along goes on, as its own. What it ends instead, it ends as any order. */
export const continueServiceOrder = (ctx: RequestContext, input: ContinueServiceOrderInput): Promise<Answer> =>
  runCommand<Answer>(
    ctx,
    'ServiceOrderContinue',
    input,
    async (tx) => {
      const order = await holdOrder(tx, ctx, input.orderId);
      const { id: orderId, municipality } = order;
      // Whoever may end it may let it go on.
      if (!isActor(ctx, order, 'REGIE')) {
        const refused = stepRefused(serviceOrderMachine, order.status, 'end', () => false);
        return outcomeFor<Answer>(order, refused as Refusal);
      }
      const waiting = await tx.em.findBy(TransferredOrder, { orderId, municipality, decidedAt: IsNull() });
      if (waiting.length === 0) return outcomeFor<Answer>(order, { __typename: 'ServiceOrderNotTransferred', orderId });
      const decided = { decidedAt: ctx.clock(), decision: 'CONTINUED', decidedById: ctx.principal.employeeId } as const;
      await tx.em.update(TransferredOrder, { id: In(waiting.map(({ id }) => id)) }, decided);
      await publish(tx, ctx, 'ServiceOrderContinued', orderId, null);
      return outcomeFor<Answer>(order, { __typename: 'ServiceOrderContinued', orderId });
    },
    keepingServiceOrder,
  );
