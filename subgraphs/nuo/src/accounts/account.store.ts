import { type ReadTx, type RequestContext, scopeOf, type WriteTx } from '@werkplein/kernel';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { notMerged, rowsBy } from '../reads.ts';
import { Colleague } from '../colleagues/colleague.entity.ts';
import { type ColleagueRef, colleagueId } from '../colleagues/colleague.store.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { Account, AccountHandOver, AccountMember, AccountOwner } from './account.entity.ts';
import { assignAccounts } from './account.policy.ts';
import { openTerm, termOn } from './account.rules.ts';

export const WHOLE = '';

/** The account of an employer in this scope, under whichever of its ids. */
export const accountIn = async (tx: ReadTx, employerId: string, scopeKey: string): Promise<Account | null> => {
  const rows = await joinAlias(tx.em.createQueryBuilder(Account, 'x'), 'x.employerAliasId')
    .where(`a.employerId = :employerId AND x.scopeKey = :scopeKey AND ${notMerged('x.mergedIntoId')}`, { employerId, scopeKey })
    .getMany();
  return rows[0] ?? null;
};

export const termsOf = (tx: ReadTx, accountId: string): Promise<AccountOwner[]> => tx.em.findBy(AccountOwner, { accountId });

export interface AccountTeam {
  owner: (ColleagueRef & { name: string }) | null;
  team: (ColleagueRef & { name: string })[];
  closed: boolean;
}

/** Who speaks for us with the whole employer on a day; null when nobody made it an account. */
export const accountTeamOf = async (tx: ReadTx, employerId: string, day: string): Promise<AccountTeam | null> => {
  const account = await accountIn(tx, employerId, WHOLE);
  if (!account) return null;
  const owner = termOn(await termsOf(tx, account.id), day)?.colleagueId;
  const members = await tx.em.findBy(AccountMember, { accountId: account.id });
  const people = await rowsBy(tx, Colleague, 'id', [...members.map((member) => member.colleagueId), ...(owner === undefined ? [] : [owner])]);
  const named = new Map(people.map(({ id, employeeId, organisation, name }) => [id, { employeeId, organisation, name }]));
  return {
    owner: (owner !== undefined && named.get(owner)) || null,
    team: members.flatMap((member) => named.get(member.colleagueId) ?? []),
    closed: account.closed,
  };
};

/** Employers of the accounts that someone owns on a day or is in the team of, in any scope; under their id of now. */
export const employersOf = async ({ em }: ReadTx, employee: ColleagueRef, day: string): Promise<string[]> => {
  const owned = em.createQueryBuilder(AccountOwner, 'o').select('o.accountId').where('o.colleagueId = :me AND o.startsOn <= :day');
  owned.andWhere('(o.endsOn IS NULL OR o.endsOn >= :day)');
  const joined = em.createQueryBuilder(AccountMember, 'm').select('m.accountId').where('m.colleagueId = :me');
  const rows = await joinAlias(em.createQueryBuilder(Account, 'x'), 'x.employerAliasId')
    .where(`${notMerged('x.mergedIntoId')} AND (x.id IN (${owned.getQuery()}) OR x.id IN (${joined.getQuery()}))`, { me: colleagueId(employee), day })
    .select('DISTINCT a.employerId', 'id')
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
};

/** Who gets new work for this employer: the owner from now on. */
export const ownerForWork = async (tx: ReadTx, employerId: string): Promise<string | null> => {
  const account = await accountIn(tx, employerId, WHOLE);
  return account && (openTerm(await termsOf(tx, account.id))?.colleagueId ?? null);
};

/** Rows of one person about accounts of the employer, in any scope. */
const theirs = <E extends ObjectLiteral>(tx: ReadTx, entity: EntityTarget<E>, column: string, employerId: string, colleague: string): SelectQueryBuilder<E> =>
  joinAlias(tx.em.createQueryBuilder(entity, 'o').innerJoin(Account, 'x', 'x.id = o.accountId'), 'x.employerAliasId').where(
    `a.employerId = :employerId AND o.${column} = :colleague`,
    { employerId, colleague },
  );

/** Whether this person owns an account of the employer from now on, in any scope. */
export const ownsFromNowOn = (tx: ReadTx, employerId: string, colleague: string): Promise<boolean> =>
  theirs(tx, AccountOwner, 'colleagueId', employerId, colleague).andWhere('o.endsOn IS NULL').getExists();

/** Whether this person gave an account of the employer away and has no part in it any more: their work there went along. */
export const gaveAway = async (tx: ReadTx, employerId: string, colleague: string): Promise<boolean> => {
  const partIn = (entity: EntityTarget<ObjectLiteral>, column = 'colleagueId') => theirs(tx, entity, column, employerId, colleague);
  // Who owned it for less than a day has no period, but did hand it over.
  const handedOver = partIn(AccountHandOver, 'fromId').andWhere('o.status IN (:...done)', { done: ['ACCEPTED', 'APPOINTED'] });
  if (!(await partIn(AccountOwner).getExists()) && !(await handedOver.getExists())) return false;
  return !(await ownsFromNowOn(tx, employerId, colleague)) && !(await partIn(AccountMember).andWhere(notMerged('x.mergedIntoId')).getExists());
};

/** Whether the caller owns the account from now on, or may assign any. */
export const mayManage = async (tx: ReadTx, ctx: RequestContext, accountId: string): Promise<boolean> =>
  scopeOf(ctx.principal, assignAccounts) !== null || openTerm(await termsOf(tx, accountId))?.colleagueId === colleagueId(ctx.principal);

/** Nobody can accept an offer any more once the account has another owner. */
export const withdrawOffers = (tx: WriteTx, accountIds: readonly string[], decidedAt: Date): Promise<unknown> =>
  accountIds.length === 0
    ? Promise.resolve()
    : tx.em
        .createQueryBuilder()
        .update(AccountHandOver)
        .set({ status: 'WITHDRAWN', decidedAt, openFor: null })
        .where('openFor IN (:...accountIds)', { accountIds })
        .execute();
