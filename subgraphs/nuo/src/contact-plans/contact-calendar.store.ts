import {
  addDays,
  badInput,
  type Cursor,
  daysBetween,
  decodeCursor,
  localDay,
  type Page,
  pageSize,
  type ReadTx,
  type RequestContext,
  startOfDay,
} from '@werkplein/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { notCorrected } from '../contacts/contact.store.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { notSearched, pageOf, topPerGroup } from '../reads.ts';
import type { ContactCalendarArgs } from './contact-calendar.types.ts';
import { ContactPlan } from './contact-plan.entity.ts';
import { sameColleague } from './contact-plan.rules.ts';
import { ownedOrJoined } from './contact-plan.store.ts';

const DAYS = 366;

/** A plan or what took place, never both: a plan that was carried out shows as its contact moment. */
export interface CalendarEntry {
  at: Date;
  id: string;
  plan: ContactPlan | null;
  moment: ContactMoment | null;
}

const cursorOf = ({ at, id }: { at: Date; id: string }): Cursor => [at.toISOString(), id];

/** `status` is the column, or what hides it beside a key of its own. */
const onlyLive = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>, now: Date, status = 'p.status'): SelectQueryBuilder<E> =>
  query.andWhere(`(${status} = 'SCHEDULED' OR (${status} = 'RESERVED' AND p.expiresAt > :now))`, { now });
const ofEmployer = notSearched('p.status');

const later = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>, [at, id]: readonly [string, string], after: Cursor | null): SelectQueryBuilder<E> =>
  after ? query.andWhere(`${at} >= :after AND (${at} > :after OR ${id} > :id)`, { after: new Date(after[0]), id: after[1] }) : query;

const plansBetween = (tx: ReadTx, keys: readonly string[], { from, until, limit, after, now }: Between) =>
  topPerGroup(tx, {
    entity: ContactPlan,
    alias: 'p',
    group: 'a.employerId',
    order: ['p.startsAt', 'p.id'],
    ascending: true,
    keys,
    limit,
    narrow: (query) => {
      joinAlias(query, 'p.employerAliasId').where('p.windowFrom <= :until AND p.windowUntil >= :from', { from, until });
      return later(onlyLive(query, now, ofEmployer), ['p.startsAt', 'p.id'], after);
    },
  });

const momentsBetween = (tx: ReadTx, keys: readonly string[], { from, until, limit, after }: Between) =>
  topPerGroup(tx, {
    entity: ContactMoment,
    alias: 'm',
    group: 'a.employerId',
    order: ['m.occurredAt', 'm.id'],
    ascending: true,
    keys,
    limit,
    narrow: (query) => {
      const days = { begin: startOfDay(from), end: startOfDay(addDays(until, 1)) };
      joinAlias(query, 'm.employerAliasId').where('m.occurredAt >= :begin AND m.occurredAt < :end', days);
      return later(notCorrected(tx, query), ['m.occurredAt', 'm.id'], after);
    },
  });

interface Between {
  from: string;
  until: string;
  limit: number;
  after: Cursor | null;
  now: Date;
}

/** Plans and contact moments of all organisations at one employer, in the order in which they begin: two statements for any number of employers. */
export const contactCalendarOf = async (
  ctx: RequestContext,
  employerId: string,
  { from, until, first, after }: ContactCalendarArgs,
): Promise<Page<CalendarEntry>> => {
  const days = daysBetween(from, until);
  if (days < 0 || days >= DAYS) throw badInput([{ path: ['until'], message: `Vraag een periode van 1 tot en met ${DAYS} dagen.` }]);
  const size = pageSize(first);
  const between = { from, until, limit: size + 1, after: decodeCursor(after), now: ctx.clock() };
  const entries = await ctx.load(`contactCalendar:${JSON.stringify([from, until, size, after ?? null])}`, employerId, async (ids) => {
    const [plans, moments] = await Promise.all([plansBetween(ctx.db.read, ids, between), momentsBetween(ctx.db.read, ids, between)]);
    return new Map(
      ids.map((id): [string, CalendarEntry[]] => [
        id,
        [
          ...(plans.get(id) ?? []).map((plan) => ({ at: plan.startsAt, id: plan.id, plan, moment: null })),
          ...(moments.get(id) ?? []).map((moment) => ({ at: moment.occurredAt, id: moment.id, plan: null, moment })),
        ].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)),
      ]),
    );
  });
  return pageOf(entries, size, cursorOf);
};

/** The first plan of any organisation that is still to be carried out. */
export const nextContactOf = async (ctx: RequestContext, employerId: string): Promise<ContactPlan | null> => {
  const now = ctx.clock();
  const plans = await ctx.load('nextContact', employerId, (keys) =>
    topPerGroup(ctx.db.read, {
      entity: ContactPlan,
      alias: 'p',
      group: 'a.employerId',
      order: ['p.startsAt', 'p.id'],
      ascending: true,
      keys,
      limit: 1,
      narrow: (query) => {
        joinAlias(query, 'p.employerAliasId').where('p.windowUntil >= :today', { today: localDay(now) });
        return onlyLive(query, now, ofEmployer).andWhere('(p.plannedAt IS NULL OR p.plannedAt >= :now)', { now });
      },
    }),
  );
  return plans?.[0] ?? null;
};

/** Live plans that the caller owns or joined; with `on`, those whose window holds that day. */
export const myContactPlans = async (ctx: RequestContext, first: number, after?: string | null, on?: string | null): Promise<Page<ContactPlan>> => {
  const size = pageSize(first);
  const query = ownedOrJoined(ctx.db.read, ctx.principal);
  if (on) query.andWhere('p.windowFrom <= :on AND p.windowUntil >= :on', { on });
  later(onlyLive(query, ctx.clock()), ['p.startsAt', 'p.id'], decodeCursor(after));
  const rows = await query
    .orderBy('p.startsAt')
    .addOrderBy('p.id')
    .limit(size + 1)
    .getMany();
  return pageOf(rows, size, (row) => cursorOf({ at: row.startsAt, id: row.id }));
};

/** Live plans that a colleague offers to the caller, first beginning first. Who is offered stands in the row: the few that are on offer are looked through. */
export const plansOfferedToMe = async (ctx: RequestContext, after?: string | null): Promise<ContactPlan[]> => {
  const offered = ctx.db.read.em.createQueryBuilder(ContactPlan, 'p').where('p.offeredTo IS NOT NULL');
  later(onlyLive(offered, ctx.clock()), ['p.startsAt', 'p.id'], decodeCursor(after));
  const rows = await offered.orderBy('p.startsAt').addOrderBy('p.id').getMany();
  return rows.filter(({ offeredTo }) => offeredTo !== null && sameColleague(offeredTo, ctx.principal));
};

/** The same in pages. */
export const contactPlanOffers = async (ctx: RequestContext, first: number, after?: string | null): Promise<Page<ContactPlan>> =>
  pageOf(await plansOfferedToMe(ctx, after), pageSize(first), (row) => cursorOf({ at: row.startsAt, id: row.id }));
