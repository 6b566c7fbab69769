import {
  badInput,
  decodePosition,
  encodePosition,
  localDay,
  NUO,
  OutboxEvent,
  outboxBounds,
  type Page,
  pageSize,
  type PlacedEvent,
  type ReadTx,
  type RequestContext,
} from '@werkplein/kernel';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { visibleEvents } from '../events/event.catalogue.ts';
import { myEmployers } from './employers-of.ts';

export interface ActivityArgs {
  first: number;
  after?: string | null | undefined;
  employerIds?: string[] | null | undefined;
  mine: boolean;
}

export interface ActivityPage extends Page<PlacedEvent> {
  complete: boolean;
}

const EMPLOYERS_MAX = 200;

interface Wanted {
  after: number;
  upTo: number;
  types: readonly string[];
  /** Any ids of the employers, old ones included; each list narrows. */
  employers: readonly (readonly string[])[];
  limit: number;
}

const read = async (tx: ReadTx, { after, upTo, types, employers, limit }: Wanted): Promise<PlacedEvent[]> => {
  if ([types, ...employers].some((each) => each.length === 0)) return [];
  const query = joinAlias(tx.em.createQueryBuilder(OutboxEvent, 'e'), 'e.topicId')
    .where('e.position > :after AND e.position <= :upTo', { after, upTo })
    .andWhere('e.type IN (:...types)', { types })
    .orderBy('e.position')
    .limit(limit);
  for (const [i, ids] of employers.entries()) {
    const current = tx.em.createQueryBuilder(EmployerAlias, `c${i}`).select(`c${i}.employerId`).where(`c${i}.id IN (:...ids${i})`).getQuery();
    query.andWhere(`a.employerId IN (${current})`, { [`ids${i}`]: ids });
  }
  return (await query.getMany()) as PlacedEvent[];
};

/** What changed at employers after a place, oldest first. The page ends where it has looked, also when it found nothing there. */
export const activityOf = async (ctx: RequestContext, { first, after, employerIds, mine }: ActivityArgs): Promise<ActivityPage> => {
  const size = pageSize(first);
  if ((employerIds?.length ?? 0) > EMPLOYERS_MAX) throw badInput([{ path: ['employerIds'], message: `Noem hooguit ${EMPLOYERS_MAX} werkgevers.` }]);
  const tx = ctx.db.read;
  const from = after === null || after === undefined ? null : decodePosition(NUO, after);
  const { last, removed } = await outboxBounds(tx);
  const employers = [...(employerIds ? [employerIds] : []), ...(mine ? [await myEmployers(tx, ctx.principal, localDay(ctx.clock()))] : [])];
  const rows = await read(tx, { after: from ?? removed, upTo: last, types: [...visibleEvents(ctx.principal)], employers, limit: size + 1 });
  const nodes = rows.slice(0, size);
  const hasNextPage = rows.length > size;
  const end = hasNextPage ? (nodes.at(-1) as PlacedEvent).position : Math.max(last, from ?? 0);
  return { nodes, pageInfo: { hasNextPage, endCursor: encodePosition(NUO, end) }, complete: from === null || from >= removed };
};

/** The place of now. */
export const activityCursor = async (ctx: RequestContext): Promise<string> => encodePosition(NUO, (await outboxBounds(ctx.db.read)).last);
