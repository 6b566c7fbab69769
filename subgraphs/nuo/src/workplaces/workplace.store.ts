import { type Cursor, decodeCursor, localDay, type Page, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import type { Placement } from '../placements/placement.entity.ts';
import { groupBy, loadById } from '../reads.ts';
import { WorkGroup, Workplace } from './workplace.entity.ts';
import { cellsOf, type Occupancy, occupancyIn, type WorkplaceKind } from './workplace.rules.ts';
import { loadsOf } from './workplace-load.store.ts';
import { staysOn } from './workplace-stay.store.ts';

export interface WorkplaceFilter {
  municipality?: string | null;
  kinds?: readonly WorkplaceKind[] | null;
  /** A part of the name. */
  name?: string | null;
  workGroupId?: string | null;
}

export const loadWorkplace = (ctx: RequestContext, id: string): Promise<Workplace | null> => loadById(ctx, 'workplace', Workplace, id);
export const loadWorkGroup = (ctx: RequestContext, id: string): Promise<WorkGroup | null> => loadById(ctx, 'workGroup', WorkGroup, id);

/** A page of places by municipality and name. */
export const listWorkplaces = async (
  ctx: RequestContext,
  filter: WorkplaceFilter,
  { first, after }: { first: number; after?: string | null | undefined },
): Promise<Page<Workplace>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const query = ctx.db.read.em.createQueryBuilder(Workplace, 'w').where('1 = 1');
  if (filter.municipality) query.andWhere('w.municipality = :municipality', { municipality: filter.municipality });
  if (filter.kinds) query.andWhere(filter.kinds.length > 0 ? 'w.kind IN (:...kinds)' : '1 = 0', { kinds: filter.kinds });
  if (filter.name) query.andWhere("LOWER(w.name) LIKE :part ESCAPE '!'", { part: `%${filter.name.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%` });
  if (filter.workGroupId) query.andWhere('w.workGroupId = :group', { group: filter.workGroupId });
  if (cursor) {
    const [municipality = '', name = ''] = JSON.parse(cursor[0]) as string[];
    query.andWhere('w.municipality >= :m AND (w.municipality > :m OR w.name > :n OR (w.name = :n AND w.id > :i))', { m: municipality, n: name, i: cursor[1] });
  }
  const rows = await query
    .orderBy('w.municipality')
    .addOrderBy('w.name')
    .addOrderBy('w.id')
    .limit(size + 1)
    .getMany();
  return toPage(rows, size, (row): Cursor => [JSON.stringify([row.municipality, row.name]), row.id]);
};

export interface BoardRow {
  workplace: Workplace;
  cells: Occupancy[];
}

/** Occupancy per place and day or week: three statements for however many places, days and people. */
export const workplaceBoard = async (
  ctx: RequestContext,
  filter: WorkplaceFilter,
  period: { from: string; until: string; unit: 'DAY' | 'WEEK' },
  page: { first: number; after?: string | null | undefined },
): Promise<Page<BoardRow>> => {
  const { nodes, pageInfo } = await listWorkplaces(ctx, filter, page);
  const loads = await loadsOf(
    ctx.db.read,
    nodes.map(({ id }) => id),
    localDay(ctx.clock()),
  );
  const cells = cellsOf(period.from, period.until, period.unit);
  return { nodes: nodes.map((workplace) => ({ workplace, cells: occupancyIn(workplace, loads.get(workplace.id) ?? [], cells) })), pageInfo };
};

/** Placements that take hours of a place on a day, earliest start first. */
export const placementsAt = async (ctx: RequestContext, workplaceId: string, day: string): Promise<Placement[]> => {
  const stays = await ctx.load(`placementsAt:${day}`, workplaceId, async (ids) => {
    return groupBy(await staysOn(ctx.db.read, ids, day), (stay) => stay.workplaceId);
  });
  return (stays ?? []).map(({ placement }) => placement);
};
