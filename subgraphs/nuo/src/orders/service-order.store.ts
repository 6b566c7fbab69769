import { homeOf, mayDo, municipalities, NUO, type RequestContext, scopeOf, type WriteTx } from '@werkplein/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { showingParticipant } from '../activities.ts';
import { groupBy, loadById, rowsBy } from '../reads.ts';
import { ServiceOrder, ServiceOrderEvent } from './service-order.entity.ts';
import { directServiceOrders, seesOrder, viewServiceOrders } from './service-order.policy.ts';

/** The order as it is now, held until the transaction ends: what is begun under it and what ends it wait for each other here (H7). */
export const lockOrder = ({ em, dialect }: WriteTx, id: string): Promise<ServiceOrder | null> =>
  em.findOne(ServiceOrder, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });

/** The order, or null when absent or not the caller's to see; both take as long and leave the same trace. */
export const loadServiceOrder = async (ctx: RequestContext, id: string): Promise<ServiceOrder | null> => {
  const row = await loadById(ctx, 'serviceOrder', ServiceOrder, id);
  if (!row || !seesOrder(ctx, row)) {
    if (homeOf(id) === NUO && scopeOf(ctx.principal, viewServiceOrders) !== 'all') ctx.denied(viewServiceOrders.name, 'ServiceOrder', [id]);
    return null;
  }
  ctx.processed(row.participantId, showingParticipant);
  return row;
};

/** `seesOrder` in SQL, over the order `o`. */
export const onlyVisible = <E extends ObjectLiteral>(ctx: RequestContext, query: SelectQueryBuilder<E>): SelectQueryBuilder<E> => {
  const { organisation } = ctx.principal;
  const own = organisation === NUO ? 'o.municipality NOT IN (:...inGraph)' : 'o.municipality = :organisation';
  const seesAll = scopeOf(ctx.principal, viewServiceOrders) === 'all';
  const seen = [...(seesAll ? ['o.offeredOn IS NOT NULL'] : []), ...(!seesAll || mayDo(ctx.principal, directServiceOrders, ctx.home) ? [own] : [])];
  return query.andWhere(`(${seen.join(' OR ')})`, { organisation, inGraph: municipalities.map(({ code }) => code) });
};

/** What happened to an order, first to last. */
export const loadSteps = async (ctx: RequestContext, orderId: string): Promise<ServiceOrderEvent[]> =>
  (await ctx.load('stepsOfServiceOrder', orderId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, ServiceOrderEvent, 'orderId', ids);
    return groupBy(
      rows.toSorted((a, b) => a.version - b.version),
      (row) => row.orderId,
    );
  })) ?? [];
