import { groupBy, rowsBy } from '../reads.ts';
import type { LineSource } from '../service-line/service-line.ts';
import { ServiceOrder } from './service-order.entity.ts';
import { seesOrder } from './service-order.policy.ts';
import { ServiceOrderType } from './service-order.types.ts';

/** What never came to anything is no service: a concept, and what was refused or withdrawn. */
const isService = ({ status }: ServiceOrder): boolean => status !== 'CONCEPT' && status !== 'REFUSED' && status !== 'WITHDRAWN';

/** From the day on which an order is to start, or closed before that. */
export const orderLine: LineSource = {
  type: ServiceOrderType,
  entries: async (ctx, participantId) => {
    const rows = await ctx.load('serviceOrderLine', participantId, async (ids) =>
      groupBy(await rowsBy(ctx.db.read, ServiceOrder, 'participantId', ids), (row) => row.participantId),
    );
    return (rows ?? [])
      .filter((row) => isService(row) && seesOrder(ctx, row))
      .map((row) => ({
        startsOn: row.endsOn !== null && row.endsOn < row.startsOn ? row.endsOn : row.startsOn,
        endsOn: row.endsOn,
        record: { ...row, __typename: 'ServiceOrder' },
      }));
  },
};
