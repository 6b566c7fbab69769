import { localDay, type ReadTx, type RequestContext } from '@werkplein/kernel';
import { refOf } from '../colleagues/colleague.store.ts';
import { TeamMember } from '../colleagues/team.entity.ts';
import { heldFrom } from '../responsibility/responsibility.store.ts';
import { AccountHandOver, AccountMember, AccountOwner } from './account.entity.ts';
import { countWork, type Moved } from './open-work.ts';

/** Accounts that someone owns on `day` or later. */
const accountsFrom = async (tx: ReadTx, id: string, day: string): Promise<number> => {
  const row = await tx.em
    .createQueryBuilder(AccountOwner, 'o')
    .select('COUNT(DISTINCT o.accountId)', 'accounts')
    .where('o.colleagueId = :id AND (o.endsOn IS NULL OR o.endsOn >= :day)', { id, day })
    .getRawOne<{ accounts: number | string }>();
  return Number(row?.accounts ?? 0);
};

/** Everything that one person holds on `day`, per kind: also what is 0, so that the list proves what was looked at. */
export const holdingsOf = async (tx: ReadTx, id: string, day: string): Promise<Moved[]> => [
  { kind: 'accounts', count: await accountsFrom(tx, id, day) },
  { kind: 'memberships', count: (await tx.em.countBy(AccountMember, { colleagueId: id })) + (await tx.em.countBy(TeamMember, { colleagueId: id })) },
  {
    kind: 'handOvers',
    count: await tx.em.countBy(AccountHandOver, [
      { toId: id, status: 'OFFERED' },
      { fromId: id, status: 'OFFERED' },
    ]),
  },
  { kind: 'participants', count: await heldFrom(tx, id, day) },
  ...(await countWork(tx, refOf(id))),
];

export const openOffersOf = (ctx: RequestContext, id: string): Promise<AccountHandOver[]> =>
  ctx.db.read.em.find(AccountHandOver, {
    where: [
      { toId: id, status: 'OFFERED' },
      { fromId: id, status: 'OFFERED' },
    ],
    order: { offeredAt: 'ASC', id: 'ASC' },
  });

export const holdingsToday = (ctx: RequestContext, id: string): Promise<Moved[]> => holdingsOf(ctx.db.read, id, localDay(ctx.clock()));
