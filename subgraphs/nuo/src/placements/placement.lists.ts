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
import { firstOfParts } from '../reads.ts';
import { Placement } from './placement.entity.ts';
import { viewPlacementDetails } from './placement.policy.ts';
import type { PlacementKindName } from './placement-kinds.rules.ts';
import { asOf, placementMachine, type PlacementState } from './placement-states.rules.ts';

/** Adds conditions over the placement `p`. */
type Narrow = (query: SelectQueryBuilder<Placement>) => SelectQueryBuilder<Placement>;

interface Ordered {
  by: 'proposedOn' | 'termEndsOn' | 'startsOn';
  /** Latest day first. */
  descending?: boolean;
  first: number;
  after?: string | null | undefined;
  municipality?: string | null | undefined;
  /** No placement is in two of these. */
  parts: readonly Narrow[];
}

/** Placements of the caller's own regie, and for uitvoering those of all; limited in SQL, oldest day first unless told. */
const ownPage = async (ctx: RequestContext, { by, descending = false, first, after, municipality, parts }: Ordered): Promise<Page<Placement>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const { organisation } = ctx.principal;
  const past = descending ? '<' : '>';
  const own = organisation === NUO ? 'p.municipality NOT IN (:...inGraph)' : 'p.municipality = :organisation';
  const rows = await firstOfParts<Placement>(ctx.db.read, {
    entity: Placement,
    alias: 'p',
    order: [`p.${by}`, 'p.id'],
    descending,
    limit: size + 1,
    parts,
    narrow: (query) => {
      if (scopeOf(ctx.principal, viewPlacementDetails) !== 'all') query.andWhere(own, { organisation, inGraph: municipalities.map(({ code }) => code) });
      if (municipality) query.andWhere('p.municipality = :municipality', { municipality });
      return cursor ? query.andWhere(`p.${by} ${past}= :day AND (p.${by} ${past} :day OR p.id ${past} :id)`, { day: cursor[0], id: cursor[1] }) : query;
    },
  });
  const today = localDay(ctx.clock());
  const page = toPage(rows, size, (row): Cursor => [row[by] ?? '', row.id]);
  for (const { participantId } of page.nodes) ctx.processed(participantId, showingParticipant);
  return { ...page, nodes: page.nodes.map((row) => asOf(row, today)) };
};

export type PageOf = Pick<Ordered, 'first' | 'after' | 'municipality'>;

const waits =
  (today: string): Narrow =>
  (query) =>
    query.andWhere("p.status = 'PROPOSED' AND (p.implicitAgreementOn IS NULL OR p.implicitAgreementOn > :today)", { today });

/** Placements that wait for the agreement of regie today; one of which the term passed in silence waits no more. */
export const awaitingAgreement = (ctx: RequestContext, args: PageOf): Promise<Page<Placement>> =>
  ownPage(ctx, {
    ...args,
    by: 'proposedOn',
    parts: [waits(localDay(ctx.clock()))],
  });

export interface PlacementFilterFacts {
  states?: PlacementState[] | null;
  kinds?: PlacementKindName[] | null;
  endsBy?: string | null;
}

/** A proposal about which nobody spoke in time is stored as proposed, and is agreed (`asOf`). */
const inState = (state: PlacementState, today: string): Narrow[] => {
  if (state === 'PROPOSED') return [waits(today)];
  const stored: Narrow = (query) => query.andWhere(`p.status = :${state}`, { [state]: state });
  const inSilence: Narrow = (query) => query.andWhere("p.status = 'PROPOSED' AND p.implicitAgreementOn <= :today", { today });
  return state === 'AGREED' ? [stored, inSilence] : [stored];
};

const everyState = Object.keys(placementMachine.states) as PlacementState[];
const stillToEnd = new Set<PlacementState>(['PLANNED', 'ACTIVE', 'INTERRUPTED']);

/** All placements that the caller runs or has the regie of, latest start first. */
export const allPlacements = (
  ctx: RequestContext,
  { filter, ...args }: PageOf & { filter?: PlacementFilterFacts | null | undefined },
): Promise<Page<Placement>> => {
  const { states, kinds, endsBy } = filter ?? {};
  const today = localDay(ctx.clock());
  const wanted = [...new Set(states ?? everyState)].filter((state) => !endsBy || stillToEnd.has(state));
  const narrow: Narrow = (query) => {
    if (kinds) query.andWhere(kinds.length > 0 ? 'p.kind IN (:...kinds)' : '1 = 0', { kinds });
    if (endsBy) query.andWhere('p.expectedEndOn <= :endsBy', { endsBy });
    return query;
  };
  const parts = wanted
    .flatMap((state) => inState(state, today))
    .map(
      (part): Narrow =>
        (query) =>
          narrow(part(query)),
    );
  return ownPage(ctx, { ...args, by: 'startsOn', descending: true, parts });
};

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
    parts: [(query) => query.andWhere("p.kind = 'PROEFPLAATSING' AND p.status IN ('ACTIVE', 'INTERRUPTED') AND p.termEndsOn <= :lastDay", { lastDay })],
  });
};
