import { type Cursor, decodeCursor, type Page, pageSize, type ReadTx, type RequestContext, scopeOf, toPage, type WriteTx } from '@werkplein/kernel';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { joinAlias } from '../employers/employer.store.ts';
import type { PageArgs } from '../page-args.ts';
import { Placement } from '../placements/placement.entity.ts';
import { groupBy, loadById, pageOf, rowsBy, topPerGroup } from '../reads.ts';
import { holdingRates } from './rate.rules.ts';
import { Secondment, SecondmentRate } from './secondment.entity.ts';
import type { SecondmentFilter } from './secondment.inputs.ts';
import { viewSecondments } from './secondment.policy.ts';

/** The municipality to whose people this principal is limited here, or null for all. */
const limitOf = (ctx: RequestContext): string | null => (scopeOf(ctx.principal, viewSecondments) === 'all' ? null : ctx.principal.organisation);

const narrowed = (query: SelectQueryBuilder<Secondment>, own: string | null): SelectQueryBuilder<Secondment> => {
  query.where('1 = 1');
  return own === null ? query : query.andWhere('EXISTS (SELECT 1 FROM placement q WHERE q.secondmentId = s.id AND q.municipality = :own)', { own });
};

/** Latest start first: what comes after a place. */
const startedBefore = (query: SelectQueryBuilder<Secondment>, after: Cursor | null): SelectQueryBuilder<Secondment> =>
  after ? query.andWhere('s.startsOn <= :start AND (s.startsOn < :start OR s.id < :id)', { start: after[0], id: after[1] }) : query;

const startOf = ({ startsOn, id }: Secondment): Cursor => [startsOn, id];

/** The last day: as it was, else by notice, else as agreed; null without one. */
const LAST_DAY = 'COALESCE(s.endedOn, s.noticeEndsOn, s.endsOn)';
const endOf = ({ endedOn, noticeEndsOn, endsOn, id }: Secondment): Cursor => [endedOn ?? noticeEndsOn ?? endsOn ?? '', id];

/** The agreement, or null when absent or when nobody of the principal's municipality works under it. */
export const loadSecondment = async (ctx: RequestContext, id: string): Promise<Secondment | null> => {
  const own = limitOf(ctx);
  if (own === null) return loadById(ctx, 'secondment', Secondment, id);
  return ctx.load('ownSecondment', id, async (ids) => {
    const rows = await narrowed(ctx.db.read.em.createQueryBuilder(Secondment, 's'), own).andWhere('s.id IN (:...ids)', { ids }).getMany();
    return new Map(rows.map((row) => [row.id, row]));
  });
};

/** Latest start first; those that end by a day, soonest end first. */
export const listSecondments = async (ctx: RequestContext, args: PageArgs, filter: SecondmentFilter): Promise<Page<Secondment>> => {
  const size = pageSize(args.first);
  const after = decodeCursor(args.after);
  const query = narrowed(ctx.db.read.em.createQueryBuilder(Secondment, 's'), limitOf(ctx)).limit(size + 1);
  for (const column of ['status', 'kind', 'origin'] as const) if (filter[column]) query.andWhere(`s.${column} = :${column}`, { [column]: filter[column] });
  if (filter.employerId) joinAlias(query, 's.employerAliasId').andWhere('a.employerId = :employerId', { employerId: filter.employerId });
  if (filter.endsBy) {
    query.andWhere(`${LAST_DAY} <= :endsBy`, { endsBy: filter.endsBy });
    if (after) query.andWhere(`${LAST_DAY} >= :day AND (${LAST_DAY} > :day OR s.id > :id)`, { day: after[0], id: after[1] });
    return toPage(await query.orderBy(LAST_DAY).addOrderBy('s.id').getMany(), size, endOf);
  }
  const rows = await startedBefore(query, after).orderBy('s.startsOn', 'DESC').addOrderBy('s.id', 'DESC').getMany();
  return toPage(rows, size, startOf);
};

/** Agreements with one hirer, those under its old ids included; of many hirers at once in one statement. */
export const secondmentsOf = async (ctx: RequestContext, employerId: string, args: PageArgs): Promise<Page<Secondment>> => {
  const size = pageSize(args.first);
  const own = limitOf(ctx);
  const rows = await ctx.load(`secondments:${JSON.stringify([size, args.after ?? null])}`, employerId, (keys) =>
    topPerGroup(ctx.db.read, {
      entity: Secondment,
      alias: 's',
      group: 'a.employerId',
      order: ['s.startsOn', 's.id'],
      keys,
      limit: size + 1,
      narrow: (query) => startedBefore(narrowed(joinAlias(query, 's.employerAliasId'), own), decodeCursor(args.after)),
    }),
  );
  return pageOf(rows, size, startOf);
};

/** Placements under an agreement, in the order in which they began; a Werkplein sees its own. */
export const membersOf = async (ctx: RequestContext, secondmentId: string): Promise<Placement[]> => {
  const own = limitOf(ctx);
  const rows = await ctx.load('membersOfSecondment', secondmentId, async (ids) =>
    groupBy(
      (await rowsBy(ctx.db.read, Placement, 'secondmentId', ids)).toSorted((a, b) => (a.startsOn + a.id < b.startsOn + b.id ? -1 : 1)),
      (row) => row.secondmentId as string,
    ),
  );
  return (rows ?? []).filter(({ municipality }) => own === null || municipality === own);
};

/** Rates that are not replaced, oldest first; also those that wait for approval. */
export const ratesOf = async (ctx: RequestContext, secondmentId: string): Promise<SecondmentRate[]> =>
  (await ctx.load('ratesOfSecondment', secondmentId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, SecondmentRate, 'secondmentId', ids);
    return groupBy(
      rows.filter(({ withdrawnAt }) => withdrawnAt === null).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
      (row) => row.secondmentId,
    );
  })) ?? [];

/** Held until the transaction ends: `write` by who changes an agreement or its rates, `read` by who reckons with them. Taken before placements and the books. */
export const lockSecondments = async (tx: WriteTx, ids: readonly string[], mode: 'read' | 'write'): Promise<Secondment[]> =>
  ids.length === 0
    ? []
    : tx.em.find(Secondment, {
        where: { id: In([...ids]) },
        order: { id: 'ASC' },
        ...(tx.dialect === 'mariadb' && { lock: { mode: `pessimistic_${mode}` as const } }),
      });

/** Rates that hold, oldest first, of each of some agreements. */
export const holdingRatesOf = async (tx: ReadTx, ids: readonly string[]): Promise<Map<string, SecondmentRate[]>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.em.findBy(SecondmentRate, { secondmentId: In([...ids]), withdrawnAt: IsNull() });
  return groupBy(holdingRates(rows), (row) => row.secondmentId);
};
