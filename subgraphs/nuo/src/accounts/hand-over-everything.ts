import { addDays, insertMissing, insertRows, localDay, parseDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { checkColleague, unknownColleague } from '../colleagues/check-colleague.ts';
import { Colleague } from '../colleagues/colleague.entity.ts';
import { lockColleague, refOf } from '../colleagues/colleague.store.ts';
import type { ColleagueNotActive } from '../colleagues/colleague.types.ts';
import { TeamMember } from '../colleagues/team.entity.ts';
import { Employer } from '../employers/employer.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { publishAll } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { rowsBy } from '../reads.ts';
import { moveResponsibilities } from '../responsibility/change-responsibility.ts';
import { Account, AccountHandOver, AccountMember, AccountOwner } from './account.entity.ts';
import type { EverythingHandedOver, HandOverEverythingInput } from './account.types.ts';
import { refusedReceiver } from './assign-account-owner.ts';
import { holdingsOf } from './holdings.ts';
import { moveWork } from './open-work.ts';

type Answer = EverythingHandedOver | ColleagueNotActive;
const DAYS_AHEAD = 366;

const check = (ctx: RequestContext, input: HandOverEverythingInput) => {
  const checking = checkInput();
  const fromId = checkColleague(checking, ['from'], input.from);
  const toId = checkColleague(checking, ['to'], input.to);
  const onDay = checking.required('onDay', input.onDay, parseDay);
  const today = localDay(ctx.clock());
  if (fromId === toId) checking.problem('to', 'Draag over aan een ander.');
  if (onDay < today || onDay > addDays(today, DAYS_AHEAD)) checking.problem('onDay', 'Kies vandaag of een latere dag, binnen een jaar.');
  checking.done();
  return { fromId, toId, onDay };
};

/** The employers of someone's accounts, in the order of their ids so that two hand-overs never wait for each other. */
const lockEmployersOf = async (tx: WriteTx, owner: string): Promise<void> => {
  const accounts = joinAlias(tx.em.createQueryBuilder(AccountOwner, 'o').innerJoin(Account, 'x', 'x.id = o.accountId'), 'x.employerAliasId')
    .select('a.employerId')
    .where('o.colleagueId = :owner AND o.endsOn IS NULL');
  const query = tx.em.createQueryBuilder(Employer, 'e').select('e.id').where(`e.id IN (${accounts.getQuery()})`, { owner }).orderBy('e.id');
  if (tx.dialect === 'mariadb') await query.setLock('pessimistic_write').getMany();
};

/** Each account changes owner on `onDay`: a running period is cut there, a later one gets the other owner whole. */
const moveAccounts = async (tx: WriteTx, ctx: RequestContext, fromId: string, toId: string, onDay: string): Promise<void> => {
  const query = tx.em.createQueryBuilder(AccountOwner, 'o').where('o.colleagueId = :fromId AND (o.endsOn IS NULL OR o.endsOn >= :onDay)', { fromId, onDay });
  const terms = await (tx.dialect === 'mariadb' ? query.setLock('pessimistic_write') : query).getMany();
  const update = (set: Partial<AccountOwner>, which: string) =>
    tx.em.createQueryBuilder().update(AccountOwner).set(set).where(`colleagueId = :fromId AND ${which}`, { fromId, onDay }).execute();
  await update({ colleagueId: toId }, 'startsOn >= :onDay');
  await update({ endsOn: addDays(onDay, -1), openFor: null }, 'startsOn < :onDay AND (endsOn IS NULL OR endsOn >= :onDay)');
  const cut = terms.filter(({ startsOn }) => startsOn < onDay);
  await insertRows(
    tx,
    AccountOwner,
    cut.map((term) => ({ ...term, id: ctx.newId(), colleagueId: toId, startsOn: onDay })),
  );
  const owned = tx.em.createQueryBuilder(AccountOwner, 'o').select('o.accountId').where('o.colleagueId = :toId AND o.startsOn >= :onDay').getQuery();
  await tx.em
    .createQueryBuilder()
    .update(Account)
    .set({ version: () => 'version + 1' })
    .where(`id IN (${owned})`, { toId, onDay })
    .execute();
  const changed = await rowsBy(tx, Account, 'id', [...new Set(terms.map(({ accountId }) => accountId))]);
  await publishAll(
    tx,
    ctx,
    'AccountOwnerAssigned',
    changed.map(({ id, employerAliasId }) => ({ aggregateId: id, employerId: employerAliasId })),
  );
};

/** Nobody waits for an answer of who left, and what they offered goes with the account. */
const endOffers = (tx: WriteTx, ctx: RequestContext, id: string): Promise<unknown> =>
  tx.em
    .createQueryBuilder()
    .update(AccountHandOver)
    .set({ status: 'WITHDRAWN', decidedAt: ctx.clock(), openFor: null })
    .where('status = :offered AND (toId = :id OR fromId = :id)', { offered: 'OFFERED', id })
    .execute();

/** The other takes the place in account teams; a named team chooses for itself who comes. */
const moveMemberships = async (tx: WriteTx, fromId: string, toId: string): Promise<void> => {
  const seats = await tx.em.findBy(AccountMember, { colleagueId: fromId });
  await insertMissing(
    tx,
    AccountMember,
    seats.map((seat) => ({ ...seat, colleagueId: toId })),
  );
  await tx.em.delete(AccountMember, { colleagueId: fromId });
  await tx.em.delete(TeamMember, { colleagueId: fromId });
};

/** Whom they would answer for at the NUO from `onDay` on, the other does. */
const moveParticipants = async (tx: WriteTx, ctx: RequestContext, fromId: string, toId: string, onDay: string): Promise<void> => {
  const moved = await moveResponsibilities(tx, ctx, fromId, toId, onDay);
  const participants = new Set(moved.map(({ participantId }) => participantId));
  await publishAll(
    tx,
    ctx,
    'ResponsibleAssigned',
    [...participants].map((aggregateId) => ({ aggregateId, employerId: null })),
  );
};

/**
 * All that one person holds goes to another, in one transaction of as many statements for one account as for a thousand.
 * From here on nothing new goes to who leaves: whoever gives them work waits for this row of the register, and reads it after.
 */
export const handOverEverything = async (ctx: RequestContext, input: HandOverEverythingInput): Promise<Answer> => {
  const { fromId, toId, onDay } = check(ctx, input);
  return runCommand<Answer>(ctx, 'EverythingHandOver', input, async (tx) => {
    await lockEmployersOf(tx, fromId);
    const leaver = await lockColleague(tx, fromId, 'write');
    if (!leaver) throw unknownColleague('from');
    const refused = await refusedReceiver(tx, toId, onDay, 'to');
    if (refused) return { answer: refused, subjectIds: [fromId, toId] };
    const held = await holdingsOf(tx, fromId, onDay);
    const leavesOn = leaver.leavesOn !== null && leaver.leavesOn < onDay ? leaver.leavesOn : onDay;
    await tx.em.update(Colleague, { id: fromId }, { leavesOn, handedOverAt: ctx.clock(), version: leaver.version + 1 });
    await endOffers(tx, ctx, fromId);
    await moveAccounts(tx, ctx, fromId, toId, onDay);
    await moveMemberships(tx, fromId, toId);
    await moveParticipants(tx, ctx, fromId, toId, onDay);
    const work = new Map((await moveWork(tx, refOf(fromId), refOf(toId), null)).map(({ kind, count }) => [kind, count]));
    const moved = held.map(({ kind, count }) => ({ kind, count: work.get(kind) ?? count }));
    const remaining = await holdingsOf(tx, fromId, onDay);
    const left = remaining.filter(({ count }) => count > 0).map(({ kind }) => kind);
    if (left.length > 0) throw new Error(`Handed over, and yet there remain: ${left.join(', ')}.`);
    return { answer: { __typename: 'EverythingHandedOver', fromId, moved, remaining }, subjectIds: [fromId, toId] };
  });
};
