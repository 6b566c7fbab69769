import {
  addDays,
  type Cursor,
  decodeCursor,
  localDay,
  municipalities,
  NUO,
  type Page,
  pageSize,
  type RequestContext,
  scopeOf,
  toPage,
} from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { showingParticipant } from '../activities.ts';
import { checkArguments } from '../input.ts';
import { Placement } from './placement.entity.ts';
import { viewPlacementDetails } from './placement.policy.ts';
import type { PlacementKindName } from './placement-kinds.rules.ts';
import { asOf, type PlacementState } from './placement-states.rules.ts';

interface Ordered {
  by: 'proposedOn' | 'termEndsOn' | 'startsOn';
  /** Latest day first. */
  descending?: boolean;
  first: number;
  after?: string | null | undefined;
  municipality?: string | null | undefined;
  /** Conditions over the placement `p`. */
  narrow(query: SelectQueryBuilder<Placement>): SelectQueryBuilder<Placement>;
}

/** Placements of the caller's own regie, and for uitvoering those of all; limited in SQL, oldest day first unless told. */
const ownPage = async (ctx: RequestContext, { by, descending = false, first, after, municipality, narrow }: Ordered): Promise<Page<Placement>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const { organisation } = ctx.principal;
  const query = narrow(ctx.db.read.em.createQueryBuilder(Placement, 'p').where('1 = 1'));
  const own = organisation === NUO ? 'p.municipality NOT IN (:...inGraph)' : 'p.municipality = :organisation';
  if (scopeOf(ctx.principal, viewPlacementDetails) !== 'all') query.andWhere(own, { organisation, inGraph: municipalities.map(({ code }) => code) });
  if (municipality) query.andWhere('p.municipality = :municipality', { municipality });
  const [past, direction] = descending ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
  if (cursor) query.andWhere(`p.${by} ${past}= :day AND (p.${by} ${past} :day OR p.id ${past} :id)`, { day: cursor[0], id: cursor[1] });
  const rows = await query
    .orderBy(`p.${by}`, direction)
    .addOrderBy('p.id', direction)
    .limit(size + 1)
    .getMany();
  const today = localDay(ctx.clock());
  const page = toPage(rows, size, (row): Cursor => [row[by] ?? '', row.id]);
  for (const { participantId } of page.nodes) ctx.processed(participantId, showingParticipant);
  return { ...page, nodes: page.nodes.map((row) => asOf(row, today)) };
};

export type PageOf = Pick<Ordered, 'first' | 'after' | 'municipality'>;

/** Placements that wait for the agreement of regie today; one of which the term passed in silence waits no more. */
export const awaitingAgreement = (ctx: RequestContext, args: PageOf): Promise<Page<Placement>> =>
  ownPage(ctx, {
    ...args,
    by: 'proposedOn',
    narrow: (query) =>
      query.andWhere("p.status = 'PROPOSED' AND (p.implicitAgreementOn IS NULL OR p.implicitAgreementOn > :today)", { today: localDay(ctx.clock()) }),
  });

export interface PlacementFilterFacts {
  states?: PlacementState[] | null;
  kinds?: PlacementKindName[] | null;
  endsBy?: string | null;
}

/** A proposal about which nobody spoke in time is stored as proposed, and is agreed (`asOf`). */
const inStates = (query: SelectQueryBuilder<Placement>, states: readonly PlacementState[], today: string): void => {
  const silent = "(p.status = 'PROPOSED' AND p.implicitAgreementOn <= :today)";
  const stored = states.length > 0 ? `(p.status IN (:...states) AND NOT COALESCE(${silent}, 0))` : '1 = 0';
  query.andWhere(states.includes('AGREED') ? `(${stored} OR COALESCE(${silent}, 0))` : stored, { states, today });
};

/** All placements that the caller runs or has the regie of, latest start first. */
export const allPlacements = (
  ctx: RequestContext,
  { filter, ...args }: PageOf & { filter?: PlacementFilterFacts | null | undefined },
): Promise<Page<Placement>> =>
  ownPage(ctx, {
    ...args,
    by: 'startsOn',
    descending: true,
    narrow: (query) => {
      const { states, kinds, endsBy } = filter ?? {};
      if (states) inStates(query, states, localDay(ctx.clock()));
      if (kinds) query.andWhere(kinds.length > 0 ? 'p.kind IN (:...kinds)' : '1 = 0', { kinds });
      if (endsBy) query.andWhere("p.expectedEndOn <= :endsBy AND p.status IN ('PLANNED', 'ACTIVE', 'INTERRUPTED')", { endsBy });
      return query;
    },
  });

const MOST_DAYS = 366;

/** Trial placements that run and reach the last day that the law gives them, as extended, within so many days; also those that are past it. */
export const trialsReachingTerm = (ctx: RequestContext, args: PageOf & { withinDays: number }): Promise<Page<Placement>> => {
  const checking = checkArguments('withinDays');
  if (args.withinDays < 0 || args.withinDays > MOST_DAYS) checking.problem([], `Geef 0 tot en met ${MOST_DAYS} dagen.`);
  checking.done();
  const lastDay = addDays(localDay(ctx.clock()), args.withinDays);
  return ownPage(ctx, {
    ...args,
    by: 'termEndsOn',
    narrow: (query) => query.andWhere("p.kind = 'PROEFPLAATSING' AND p.status IN ('ACTIVE', 'INTERRUPTED') AND p.termEndsOn <= :lastDay", { lastDay }),
  });
};
