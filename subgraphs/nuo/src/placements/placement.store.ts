import { type Cursor, decodeCursor, localDay, type Page, pageSize, type ReadTx, type RequestContext, scopeOf } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { groupBy, loadById, notSearched, pageOf, rowsBy, topPerGroup } from '../reads.ts';
import { Placement, PlacementEvent, PlacementInterruption } from './placement.entity.ts';
import { viewPlacementsOfClients } from './placement.policy.ts';
import { asOf } from './placement-states.rules.ts';

export interface PlacementArgs {
  first: number;
  after?: string | null | undefined;
  activeOn?: string | null | undefined;
}

/** Of whom: each is a column by which placements are asked. */
const parents = { employer: 'a.employerId', participant: 'p.participantId', client: 'p.clientId', werkplein: 'p.municipality' } as const;
export type Parent = keyof typeof parents;

/** The municipality to which this principal is limited here, or null for all. Employer staff see all rows of an employer, without the client. */
const limitOf = (ctx: RequestContext, parent: Parent): string | null =>
  parent === 'employer' || scopeOf(ctx.principal, viewPlacementsOfClients) === 'all' ? null : ctx.principal.organisation;

/** SQL: placement `p` runs on a day; what is only proposed or planned does not, nor what never began. */
export const runsOn = (p: string, day: string): string =>
  `${notSearched(`${p}.status`)} IN ('ACTIVE', 'INTERRUPTED', 'ENDED') AND ${p}.startsOn <= ${day} AND (${p}.endedOn IS NULL OR ${p}.endedOn >= ${day})`;

interface Wanted {
  parent: Parent;
  own: string | null;
  activeOn: string | null;
}

const narrowed = (query: SelectQueryBuilder<Placement>, { parent, own, activeOn }: Wanted): SelectQueryBuilder<Placement> => {
  query.where('1 = 1');
  if (parent === 'employer') query.innerJoin(EmployerAlias, 'a', 'a.id = p.employerAliasId');
  if (own !== null) query.andWhere('p.municipality = :own', { own });
  if (activeOn !== null) query.andWhere(runsOn('p', ':day'), { day: activeOn });
  return query;
};

const cursorOf = (row: Placement): Cursor => [row.startsOn, row.id];

/** A page of placements of one parent, latest start first; of many parents at once in one statement. */
export const placementsOf = async (ctx: RequestContext, parent: Parent, key: string, args: PlacementArgs): Promise<Page<Placement>> => {
  const size = pageSize(args.first);
  const after = decodeCursor(args.after);
  const wanted = { parent, own: limitOf(ctx, parent), activeOn: args.activeOn ?? null };
  const rows = await ctx.load(`placements:${JSON.stringify([parent, size, args.after ?? null, wanted.activeOn])}`, key, (keys) =>
    topPerGroup(ctx.db.read, {
      entity: Placement,
      alias: 'p',
      group: parents[parent],
      order: ['p.startsOn', 'p.id'],
      keys,
      limit: size + 1,
      narrow: (query) => {
        narrowed(query, wanted);
        return after ? query.andWhere('p.startsOn <= :start AND (p.startsOn < :start OR p.id < :id)', { start: after[0], id: after[1] }) : query;
      },
    }),
  );
  const today = localDay(ctx.clock());
  const page = pageOf(rows, size, cursorOf);
  return { ...page, nodes: page.nodes.map((row) => asOf(row, today)) };
};

const counts = async (tx: ReadTx, keys: readonly string[], wanted: Wanted): Promise<Map<string, number>> => {
  const group = parents[wanted.parent];
  const rows = await narrowed(tx.em.createQueryBuilder(Placement, 'p'), wanted)
    .andWhere(`${group} IN (:...keys)`, { keys })
    .select(group, 'parent')
    .addSelect('COUNT(*)', 'count')
    .groupBy(group)
    .getRawMany<{ parent: string; count: number | string }>();
  return new Map(rows.map((row) => [row.parent, Number(row.count)]));
};

/** Placements that run today. Null when they are not the principal's to count: that is not zero. */
export const activePlacementCount = async (ctx: RequestContext, parent: 'employer' | 'werkplein', key: string): Promise<number | null> => {
  const own = limitOf(ctx, parent);
  if (own !== null && own !== key) return null;
  const wanted = { parent, own, activeOn: localDay(ctx.clock()) };
  return (await ctx.load(`activePlacements:${parent}`, key, (keys) => counts(ctx.db.read, keys, wanted))) ?? 0;
};

/** As it is today. */
export const loadPlacement = async (ctx: RequestContext, id: string): Promise<Placement | null> => {
  const row = await loadById(ctx, 'placement', Placement, id);
  return row && asOf(row, localDay(ctx.clock()));
};

/** What happened to a placement, first to last. */
export const loadSteps = async (ctx: RequestContext, placementId: string): Promise<PlacementEvent[]> =>
  (await ctx.load('stepsOfPlacement', placementId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, PlacementEvent, 'placementId', ids);
    return groupBy(
      rows.toSorted((a, b) => a.version - b.version),
      (row) => row.placementId,
    );
  })) ?? [];

export const loadInterruptions = async (ctx: RequestContext, placementId: string): Promise<PlacementInterruption[]> =>
  (await ctx.load('interruptionsOfPlacement', placementId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, PlacementInterruption, 'placementId', ids);
    return groupBy(
      rows.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
      (row) => row.placementId,
    );
  })) ?? [];

/** The placements that a proposal leads to, latest first. */
export const placementsOfProposal = async (ctx: RequestContext, proposalId: string): Promise<Placement[]> => {
  const today = localDay(ctx.clock());
  const rows = await ctx.load('placementsOfProposal', proposalId, async (ids) => {
    const found = await rowsBy(ctx.db.read, Placement, 'proposalId', ids);
    return groupBy(
      found.toSorted((a, b) => (a.id > b.id ? -1 : 1)),
      (row) => row.proposalId as string,
    );
  });
  return (rows ?? []).map((row) => asOf(row, today));
};
