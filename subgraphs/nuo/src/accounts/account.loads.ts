import type { RequestContext } from '@werkplein/kernel';
import { byEmployer } from '../employers/employer.store.ts';
import { groupBy, loadById, notMerged, rowsBy } from '../reads.ts';
import { cameToBe } from './account.rules.ts';
import { Account, AccountHandOver, AccountMember, AccountOwner } from './account.entity.ts';

// What an answer shows of accounts: each kind of row for all accounts of the answer in one statement.

export const loadAccount = (ctx: RequestContext, id: string): Promise<Account | null> => loadById(ctx, 'account', Account, id);

// A blank sorts before every key.
const orderOf = ({ scopeKey, id }: Account): string => `${scopeKey} ${id}`;

/** Accounts of an employer, that for the whole first. */
export const loadAccounts = async (ctx: RequestContext, employerId: string): Promise<Account[]> =>
  (await ctx.load('accountsOfEmployer', employerId, async (ids) => {
    const accounts = await byEmployer(ctx.db.read.em.createQueryBuilder(Account, 'x'), 'x.employerAliasId', ids, (query) =>
      query.andWhere(notMerged('x.mergedIntoId')),
    );
    return new Map([...accounts].map(([id, some]) => [id, some.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))]));
  })) ?? [];

/** Periods of ownership, the latest first. */
export const loadTerms = async (ctx: RequestContext, accountId: string): Promise<AccountOwner[]> =>
  (await ctx.load('termsOfAccount', accountId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, AccountOwner, 'accountId', ids);
    return groupBy(
      rows.filter(cameToBe).toSorted((a, b) => (a.startsOn > b.startsOn ? -1 : 1)),
      (row) => row.accountId,
    );
  })) ?? [];

export const loadTeam = async (ctx: RequestContext, accountId: string): Promise<AccountMember[]> =>
  (await ctx.load('teamOfAccount', accountId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, AccountMember, 'accountId', ids);
    return groupBy(
      rows.toSorted((a, b) => (a.colleagueId < b.colleagueId ? -1 : 1)),
      (row) => row.accountId,
    );
  })) ?? [];

export const loadOffer = (ctx: RequestContext, accountId: string): Promise<AccountHandOver | null> =>
  ctx.load('offerOfAccount', accountId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, AccountHandOver, 'openFor', ids);
    return new Map(rows.map((row) => [row.accountId, row]));
  });

export const loadHandOver = (ctx: RequestContext, id: string): Promise<AccountHandOver | null> => loadById(ctx, 'accountHandOver', AccountHandOver, id);
