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
import { asOf } from './placement-states.rules.ts';

interface Ordered {
  by: 'proposedOn' | 'termEndsOn';
  first: number;
  after?: string | null | undefined;
  municipality?: string | null | undefined;
  /** Conditions over the placement `p`. */
  narrow(query: SelectQueryBuilder<Placement>): SelectQueryBuilder<Placement>;
}

/** Placements of the caller's own regie, and for uitvoering those of all; limited in SQL, oldest day first. */
const ownPage = async (ctx: RequestContext, { by, first, after, municipality, narrow }: Ordered): Promise<Page<Placement>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const { organisation } = ctx.principal;
  const query = narrow(ctx.db.read.em.createQueryBuilder(Placement, 'p').where('1 = 1'));
  const own = organisation === NUO ? 'p.municipality NOT IN (:...inGraph)' : 'p.municipality = :organisation';
  if (scopeOf(ctx.principal, viewPlacementDetails) !== 'all') query.andWhere(own, { organisation, inGraph: municipalities.map(({ code }) => code) });
  if (municipality) query.andWhere('p.municipality = :municipality', { municipality });
  if (cursor) query.andWhere(`p.${by} >= :day AND (p.${by} > :day OR p.id > :id)`, { day: cursor[0], id: cursor[1] });
  const rows = await query
    .orderBy(`p.${by}`)
    .addOrderBy('p.id')
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
