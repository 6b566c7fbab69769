import { localDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { writeStep } from './change-placement.ts';
import { Placement } from './placement.entity.ts';
import { releaseOrigin } from './placement-origin.ts';
import { asOf, placementMachine } from './placement-states.rules.ts';

/** What was proposed or planned under an order and has not begun, held in ascending order. Called under the lock on the order (H7). */
const notBegun = ({ em, dialect }: WriteTx, serviceOrderId: string): Promise<Placement[]> =>
  em.find(Placement, {
    where: { serviceOrderId, status: In([...placementMachine.steps.stop.from]) },
    order: { id: 'ASC' },
    ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }),
  });

/** Placements as the orders see them. */
export const placementsUnderOrder = {
  waiting: async (tx: WriteTx, orderId: string): Promise<string[]> => (await notBegun(tx, orderId)).map(({ id }) => id),

  /** Calls off what would begin after the last day of an order that ends; answers which. */
  callOff: async (tx: WriteTx, ctx: RequestContext, order: { id: string }, lastDay: string): Promise<string[]> => {
    const today = localDay(ctx.clock());
    const rows = (await notBegun(tx, order.id)).filter(({ startsOn }) => startsOn > lastDay);
    for (const stored of rows) {
      const held = { row: asOf(stored, today), stored, today };
      await writeStep(tx, ctx, held, 'stop', { columns: { closedOn: today }, reason: 'De opdracht eindigt' });
      if (stored.status === 'PLANNED') await releaseOrigin(tx, ctx, stored);
    }
    return rows.map(({ id }) => id);
  },
};
