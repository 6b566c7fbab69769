import { type ReadTx, type RequestContext, scopeOf, type WriteTx } from '@werkplein/kernel';
import { rowsBy } from '../reads.ts';
import { Colleague } from '../colleagues/colleague.entity.ts';
import { type ColleagueRef, colleagueId } from '../colleagues/colleague.store.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { Account, AccountHandOver, AccountMember, AccountOwner } from './account.entity.ts';
import { assignAccounts } from './account.policy.ts';
import { openTerm, termOn } from './account.rules.ts';

export const WHOLE = '';

/** The account of an employer in this scope, under whichever of its ids; the one under its own id first. */
export const accountIn = async (tx: ReadTx, employerId: string, scopeKey: string): Promise<Account | null> => {
  const rows = await joinAlias(tx.em.createQueryBuilder(Account, 'x'), 'x.employerAliasId')
    .where('a.employerId = :employerId AND x.scopeKey = :scopeKey', { employerId, scopeKey })
    .getMany();
  return rows.find((row) => row.employerAliasId === employerId) ?? rows[0] ?? null;
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

/** Who gets new work for this employer: the owner from now on. */
export const ownerForWork = async (tx: ReadTx, employerId: string): Promise<string | null> => {
  const account = await accountIn(tx, employerId, WHOLE);
  return account && (openTerm(await termsOf(tx, account.id))?.colleagueId ?? null);
};

/** Whether this person owns an account of the employer from now on, in any scope. */
export const ownsFromNowOn = (tx: ReadTx, employerId: string, colleague: string): Promise<boolean> =>
  joinAlias(tx.em.createQueryBuilder(AccountOwner, 'o').innerJoin(Account, 'x', 'x.id = o.accountId'), 'x.employerAliasId')
    .where('a.employerId = :employerId AND o.colleagueId = :colleague AND o.endsOn IS NULL', { employerId, colleague })
    .getExists();

/** Whether this person gave an account of the employer away and has no part in it any more: their work there went along. */
export const gaveAway = async (tx: ReadTx, employerId: string, colleague: string): Promise<boolean> => {
  const theirs = joinAlias(tx.em.createQueryBuilder(AccountOwner, 'o').innerJoin(Account, 'x', 'x.id = o.accountId'), 'x.employerAliasId').where(
    'a.employerId = :employerId AND o.colleagueId = :colleague',
    { employerId, colleague },
  );
  if (!(await theirs.getExists()) || (await ownsFromNowOn(tx, employerId, colleague))) return false;
  return !(await joinAlias(tx.em.createQueryBuilder(AccountMember, 'm').innerJoin(Account, 'x', 'x.id = m.accountId'), 'x.employerAliasId')
    .where('a.employerId = :employerId AND m.colleagueId = :colleague', { employerId, colleague })
    .getExists());
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
