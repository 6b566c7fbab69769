import { type Cursor, decodeCursor, localDay, type Page, pageSize, type RequestContext, scopeOf, toPage } from '@werkplein/kernel';
import { Between, IsNull } from 'typeorm';
import { showingHours } from '../activities.ts';
import { checkArguments } from '../input.ts';
import { Placement } from '../placements/placement.entity.ts';
import { groupBy, loadById, rowsBy } from '../reads.ts';
import { ClosedMonth, ClosedMonthGap, Timesheet } from './hours.entity.ts';
import { viewHoursTotals, viewTimesheets } from './hours.policy.ts';
import { type Group, type HoursParent, shownTotal, totalsOf } from './hours-totals.ts';
import { type Gap, gapsOf } from './month-gaps.ts';
import { monthOf, parseMonth } from './month.rules.ts';

/** Of one question: ten years. */
const MONTHS_MAX = 120;

/** The municipality to whose people this principal is limited, or null for all. */
const ownOf = (ctx: RequestContext, action: typeof viewTimesheets): string | null =>
  scopeOf(ctx.principal, action) === 'all' ? null : ctx.principal.organisation;

const shown = <R extends { participantId: string } | null>(ctx: RequestContext, row: R): R => {
  if (row) ctx.processed(row.participantId, showingHours);
  return row;
};

export interface Months {
  from: string;
  until?: string | null | undefined;
}

/** The months that are asked for, the last one this month unless given; throws what is wrong with them. */
const monthsOf = (ctx: RequestContext, { from, until }: Months): { from: string; until: string } => {
  const checking = checkArguments('from');
  const first = checking.required([], from, parseMonth);
  const last = checkArguments('until');
  const until_ = last.optional([], until, parseMonth) ?? monthOf(localDay(ctx.clock()));
  checking.done();
  last.done();
  const months = (Number(until_.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(until_.slice(5)) - Number(first.slice(5)) + 1;
  if (months > MONTHS_MAX) checking.problem([], `Vraag hooguit ${MONTHS_MAX} maanden.`);
  checking.done();
  return { from: first, until: until_ };
};

export interface TotalsArgs extends Months {
  by: readonly Group[];
  /** Of all people only those of this municipality. */
  municipality?: string | null | undefined;
}

/** Hours added up of one parent; of many parents at once in three statements. */
export const hoursTotals = async (ctx: RequestContext, parent: HoursParent, key: string, args: TotalsArgs): Promise<unknown[]> => {
  const own = ownOf(ctx, viewHoursTotals);
  if (own !== null && args.municipality && args.municipality !== own) return [];
  const asked = { parent, ...monthsOf(ctx, args), by: [...new Set(args.by)], own: own ?? args.municipality ?? null };
  const totals = await ctx.load(`hoursTotals:${JSON.stringify(asked)}`, key, (keys) => totalsOf(ctx.db.read, asked, keys));
  return (totals ?? []).map(shownTotal);
};

export interface SheetsAsked {
  month: string;
  municipality?: string | null | undefined;
  placementId?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}

/** Sheets and corrections that count in a month, in the order in which they were recorded. */
export const listSheets = async (ctx: RequestContext, asked: SheetsAsked): Promise<Page<Timesheet>> => {
  const checking = checkArguments('month');
  const month = checking.required([], asked.month, parseMonth);
  checking.done();
  const size = pageSize(asked.first);
  const after = decodeCursor(asked.after);
  const own = ownOf(ctx, viewTimesheets);
  const query = ctx.db.read.em.createQueryBuilder(Timesheet, 't').where('t.month = :month AND t.withdrawnAt IS NULL', { month });
  for (const municipality of [own, asked.municipality]) if (municipality) query.andWhere('t.municipality = :municipality', { municipality });
  if (own !== null && asked.municipality && asked.municipality !== own) query.andWhere('1 = 0');
  if (asked.placementId) query.andWhere('t.placementId = :placementId', { placementId: asked.placementId });
  if (after) query.andWhere('t.id > :after', { after: after[0] });
  const rows = await query
    .orderBy('t.id')
    .limit(size + 1)
    .getMany();
  const page = toPage(rows, size, ({ id }): Cursor => [id, id]);
  for (const row of page.nodes) shown(ctx, row);
  return page;
};

/** What counts of one participant in some months, oldest first. */
export const sheetsOf = async (ctx: RequestContext, participantId: string, args: Months): Promise<Timesheet[]> => {
  const { from, until } = monthsOf(ctx, args);
  const own = ownOf(ctx, viewTimesheets);
  const rows = await ctx.load(`timesheets:${from}:${until}`, participantId, async (ids) => {
    const found = await rowsBy(ctx.db.read, Timesheet, 'participantId', ids, { withdrawnAt: IsNull(), month: Between(from, until) });
    return groupBy(
      found.toSorted((a, b) => (a.month + a.id < b.month + b.id ? -1 : 1)),
      (row) => row.participantId,
    );
  });
  return (rows ?? []).filter(({ municipality }) => own === null || municipality === own).map((row) => shown(ctx, row));
};

/** Also one that was replaced, or null when absent or of another municipality's people. */
export const loadSheet = async (ctx: RequestContext, id: string): Promise<Timesheet | null> => {
  const row = await loadById(ctx, 'timesheet', Timesheet, id);
  const own = ownOf(ctx, viewTimesheets);
  return shown(ctx, row && (own === null || row.municipality === own) ? row : null);
};

export interface GapsAsked {
  month: string;
  municipality?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}

/** What a month lacks now, or lacked when it was closed. */
export const listGaps = async (ctx: RequestContext, asked: GapsAsked): Promise<Page<Gap>> => {
  const checking = checkArguments('month');
  const month = checking.required([], asked.month, parseMonth);
  checking.done();
  const size = pageSize(asked.first);
  const page = { after: decodeCursor(asked.after)?.[0] ?? '', limit: size + 1, municipality: asked.municipality ?? null };
  const { em } = ctx.db.read;
  const closed = await em.existsBy(ClosedMonth, { month });
  const kept = em.createQueryBuilder(ClosedMonthGap, 'g').where('g.month = :month AND g.placementId > :after', { month, after: page.after });
  if (page.municipality) kept.innerJoin(Placement, 'p', 'p.id = g.placementId').andWhere('p.municipality = :of', { of: page.municipality });
  const rows = closed ? await kept.orderBy('g.placementId').limit(page.limit).getMany() : await gapsOf(ctx.db.read, month, page);
  return toPage<Gap>(rows, size, ({ placementId }): Cursor => [placementId, placementId]);
};

/** The months that were closed last. */
export const listClosedMonths = ({ db }: RequestContext, first: number): Promise<ClosedMonth[]> =>
  db.read.em.find(ClosedMonth, { order: { month: 'DESC' }, take: pageSize(first) });
