import {
  addDays,
  type Cursor,
  decodeCursor,
  localDay,
  type Page,
  pageSize,
  type ReadTx,
  type RequestContext,
  startOfLocalDay,
  toPage,
} from '@werkplein/kernel';
import { Colleague } from '../colleagues/colleague.entity.ts';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { Employer } from '../employers/employer.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { checkArguments } from '../input.ts';
import { Placement } from '../placements/placement.entity.ts';
import { runsOn } from '../placements/placement.store.ts';
import { Account, AccountOwner } from './account.entity.ts';
import type { AccountFilter } from './account.types.ts';

const exists = (query: { getQuery(): string }): string => `EXISTS (${query.getQuery()})`;

const days = (filter: AccountFilter): void => {
  const checking = checkArguments('filter');
  const within = (field: keyof AccountFilter, least: number, most: number): void => {
    const value = filter[field];
    if (typeof value === 'number' && (value < least || value > most)) checking.problem(field, `Geef ${least} tot en met ${most} dagen.`);
  };
  within('placementEndsWithinDays', 0, 366);
  within('noContactForDays', 1, 3660);
  checking.done();
};

/** Someone is at work at employer `e` whose placement is expected to end in these days. */
const endingPlacement = (tx: ReadTx): string =>
  exists(
    joinAlias(tx.em.createQueryBuilder(Placement, 'p').select('1'), 'p.employerAliasId')
      .where(`a.employerId = e.id AND ${runsOn('p', ':today')}`)
      .andWhere('p.expectedEndOn >= :today AND p.expectedEndOn <= :lastDay'),
  );

/** Nobody spoke with employer `e` since then; a fact that was corrected is none. */
const noContact = (tx: ReadTx): string => {
  const correction = tx.em.createQueryBuilder(ContactMoment, 'c').select('1').where('c.correctionOfId = m.id').getQuery();
  const contact = joinAlias(tx.em.createQueryBuilder(ContactMoment, 'm').select('1'), 'm.employerAliasId')
    .where('a.employerId = e.id AND m.occurredAt >= :since AND (m.succeeded IS NULL OR m.succeeded = :reached)')
    .andWhere(`NOT EXISTS (${correction})`);
  return `NOT ${exists(contact)}`;
};

/** Accounts that someone owns now or soon, by name of the employer. */
export const accountsOf = async (ctx: RequestContext, owner: string, filter: AccountFilter, first: number, after?: string | null): Promise<Page<Account>> => {
  days(filter);
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const tx = ctx.db.read;
  const today = localDay(ctx.clock());
  const owned = tx.em.createQueryBuilder(AccountOwner, 'o').select('o.accountId').where('o.colleagueId = :owner AND (o.endsOn IS NULL OR o.endsOn >= :today)');
  const query = joinAlias(tx.em.createQueryBuilder(Account, 'x'), 'x.employerAliasId')
    .innerJoin(Employer, 'e', 'e.id = a.employerId')
    .addSelect('e.nameKey', 'sortKey')
    .where(`x.id IN (${owned.getQuery()})`, { owner, today })
    .orderBy('e.nameKey')
    .addOrderBy('x.id')
    .limit(size + 1);
  if (typeof filter.placementEndsWithinDays === 'number') query.andWhere(endingPlacement(tx), { lastDay: addDays(today, filter.placementEndsWithinDays) });
  // A contact on the day itself, `n` days ago, is the last that counts as none: the first day that would break it is the next.
  if (typeof filter.noContactForDays === 'number')
    query.andWhere(noContact(tx), { since: startOfLocalDay(addDays(today, 1 - filter.noContactForDays)), reached: true });
  if (cursor) query.andWhere('e.nameKey >= :name AND (e.nameKey > :name OR x.id > :id)', { name: cursor[0], id: cursor[1] });
  const { raw, entities } = await query.getRawAndEntities<{ sortKey: string }>();
  const rows = entities.map((account, i) => ({ account, cursor: [raw[i]?.sortKey ?? '', account.id] as Cursor }));
  const page = toPage(rows, size, (row) => row.cursor);
  return { ...page, nodes: page.nodes.map(({ account }) => account) };
};

/**
 * Employers with an account that nobody who is here owns today, and key accounts without an account for the whole; by name.
 */
export const withoutOwner = async (ctx: RequestContext, first: number, after?: string | null): Promise<Page<Employer>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const tx = ctx.db.read;
  const owner = tx.em
    .createQueryBuilder(AccountOwner, 'o')
    .select('1')
    .innerJoin(Colleague, 'c', 'c.id = o.colleagueId')
    .where('o.accountId = x.id AND o.startsOn <= :today AND (o.endsOn IS NULL OR o.endsOn >= :today) AND (c.leavesOn IS NULL OR c.leavesOn > :today)');
  // As a comparison SQLite would find by it: every account, once for each employer.
  const accounts = () =>
    joinAlias(tx.em.createQueryBuilder(Account, 'x').select('1'), 'x.employerAliasId').where("a.employerId = e.id AND COALESCE(x.mergedIntoId, '') = ''");
  const whole = exists(accounts().andWhere("x.scopeKey = ''"));
  const unowned = exists(accounts().andWhere(`NOT ${exists(owner)}`));
  const query = tx.em
    .createQueryBuilder(Employer, 'e')
    .where('e.status NOT IN (:...gone)', { gone: ['MERGED', 'DISSOLVED'] })
    .andWhere(`((e.keyAccount = :key AND NOT ${whole}) OR ${unowned})`, { key: true, today: localDay(ctx.clock()) })
    .orderBy('e.nameKey')
    .addOrderBy('e.id')
    .limit(size + 1);
  if (cursor) query.andWhere('e.nameKey >= :name AND (e.nameKey > :name OR e.id > :id)', { name: cursor[0], id: cursor[1] });
  return toPage(await query.getMany(), size, (row) => [row.nameKey, row.id]);
};
