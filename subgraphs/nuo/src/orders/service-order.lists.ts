import { type Cursor, decodeCursor, localDay, type Page, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { showingParticipant } from '../activities.ts';
import type { CommissionerKind } from '../participants/commissioner.rules.ts';
import { firstOfParts, notSearched, pageOf, topPerGroup } from '../reads.ts';
import { ServiceOrder } from './service-order.entity.ts';
import { isActiveOrder, type Service, serviceOrderMachine, type ServiceOrderStatus } from './service-order.rules.ts';
import { onlyVisible } from './service-order.store.ts';

export interface OrderFilter {
  states?: ServiceOrderStatus[] | null;
  services?: Service[] | null;
  active?: boolean | null;
  overdue?: boolean | null;
  municipality?: string | null;
  commissioner?: CommissionerKind | null;
}

export interface OrderArgs {
  first: number;
  after?: string | null | undefined;
  filter?: OrderFilter | null | undefined;
}

const everyState = Object.keys(serviceOrderMachine.states) as ServiceOrderStatus[];
const activeStates = everyState.filter(isActiveOrder);

const narrowed = (ctx: RequestContext, query: SelectQueryBuilder<ServiceOrder>, filter: OrderFilter, status = 'o.status'): SelectQueryBuilder<ServiceOrder> => {
  onlyVisible(ctx, query);
  if (filter.states) query.andWhere(filter.states.length > 0 ? `${status} IN (:...states)` : '1 = 0', { states: filter.states });
  if (filter.services) query.andWhere(filter.services.length > 0 ? 'o.service IN (:...services)' : '1 = 0', { services: filter.services });
  if (filter.active) query.andWhere(`${status} IN (:...activeStates)`, { activeStates });
  if (filter.overdue) query.andWhere(`${status} = :offered AND o.respondBy < :today`, { offered: 'OFFERED', today: localDay(ctx.clock()) });
  if (filter.municipality) query.andWhere('o.municipality = :municipality', { municipality: filter.municipality });
  if (filter.commissioner) query.andWhere('o.commissionerKind = :commissioner', { commissioner: filter.commissioner });
  return query;
};

const shown = (ctx: RequestContext, page: Page<ServiceOrder>): Page<ServiceOrder> => {
  for (const { participantId } of page.nodes) ctx.processed(participantId, showingParticipant);
  return page;
};

/** Of whom, and in which order: a person's orders latest start first, a Werkplein's by the day on which an answer is due. */
const parents = {
  client: { column: 'o.clientId', by: 'startsOn', ascending: false },
  participant: { column: 'o.participantId', by: 'startsOn', ascending: false },
  werkplein: { column: 'o.municipality', by: 'respondBy', ascending: true },
} as const;

/** A page of the orders of one parent; of many parents at once in one statement. */
export const ordersOf = async (ctx: RequestContext, parent: keyof typeof parents, key: string, args: OrderArgs): Promise<Page<ServiceOrder>> => {
  const size = pageSize(args.first);
  const after = decodeCursor(args.after);
  const { column, by, ascending } = parents[parent];
  const filter = args.filter ?? {};
  const rows = await ctx.load(`serviceOrders:${JSON.stringify([parent, size, args.after ?? null, filter])}`, key, (keys) =>
    topPerGroup(ctx.db.read, {
      entity: ServiceOrder,
      alias: 'o',
      group: column,
      order: [`o.${by}`, 'o.id'],
      ascending,
      keys,
      limit: size + 1,
      narrow: (query) => {
        // A person has few orders, a Werkplein many: its index goes on with the state.
        narrowed(ctx, query.where('1 = 1'), filter, parent === 'werkplein' ? 'o.status' : notSearched('o.status'));
        const past = ascending ? '>' : '<';
        return after ? query.andWhere(`o.${by} ${past}= :day AND (o.${by} ${past} :day OR o.id ${past} :id)`, { day: after[0], id: after[1] }) : query;
      },
    }),
  );
  return shown(
    ctx,
    pageOf(rows, size, (row): Cursor => [row[by], row.id]),
  );
};

/** The orders of all commissioners that the caller may see, by the day on which an answer is due. */
export const allOrders = async (ctx: RequestContext, args: OrderArgs): Promise<Page<ServiceOrder>> => {
  const size = pageSize(args.first);
  const after = decodeCursor(args.after);
  const { states, active, ...filter } = args.filter ?? {};
  const wanted = [...new Set(states ?? everyState)].filter((state) => (!active || isActiveOrder(state)) && (!filter.overdue || state === 'OFFERED'));
  const rows = await firstOfParts<ServiceOrder>(ctx.db.read, {
    entity: ServiceOrder,
    alias: 'o',
    order: ['o.respondBy', 'o.id'],
    limit: size + 1,
    parts: wanted.map((state) => (query) => query.andWhere(`o.status = :${state}`, { [state]: state })),
    narrow: (query) => {
      narrowed(ctx, query, filter);
      return after ? query.andWhere('o.respondBy >= :day AND (o.respondBy > :day OR o.id > :id)', { day: after[0], id: after[1] }) : query;
    },
  });
  return shown(
    ctx,
    toPage(rows, size, (row) => [row.respondBy, row.id]),
  );
};
