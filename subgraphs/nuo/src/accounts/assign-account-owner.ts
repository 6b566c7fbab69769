import { addDays, badInput, localDay, parseDay, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { checkColleague, unknownColleague } from '../colleagues/check-colleague.ts';
import { takesWork } from '../colleagues/colleague.rules.ts';
import { lockColleague } from '../colleagues/colleague.store.ts';
import type { ColleagueNotActive } from '../colleagues/colleague.types.ts';
import { unknownEmployer } from '../employers/add-branch.ts';
import { Branch } from '../employers/employer.entity.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { Account, AccountHandOver, type AccountOwner } from './account.entity.ts';
import { accountIn, WHOLE, withdrawOffers } from './account.store.ts';
import { type AccountOwnerAssigned, AccountScope, type AccountVersionConflict, type AssignAccountOwnerInput } from './account.types.ts';
import { moveAlong, replaceOwner } from './change-owner.ts';

type Answer = AccountOwnerAssigned | AccountVersionConflict | ColleagueNotActive;
/** How long ahead an owner may be appointed. */
const DAYS_AHEAD = 366;

const check = (input: AssignAccountOwnerInput, today: string) => {
  const checking = checkInput();
  const owner = input.owner ? checkColleague(checking, ['owner'], input.owner) : null;
  const startsOn = checking.optional('startsOn', input.startsOn, parseDay) ?? today;
  if (startsOn < today || startsOn > addDays(today, DAYS_AHEAD)) checking.problem('startsOn', 'Een accounthouder begint vandaag of later, binnen een jaar.');
  const ofBranch = input.scope === AccountScope.BRANCH;
  const ofSector = input.scope === AccountScope.SECTOR;
  if (ofBranch !== Boolean(input.branchId)) checking.problem('branchId', 'Geef een vestiging bij BRANCH, en alleen daarbij.');
  if (ofSector !== Boolean(input.sector)) checking.problem('sector', 'Geef een sector bij SECTOR, en alleen daarbij.');
  const sector = checking.optional('sector', input.sector, (text) => parseText(text, { max: 60 }));
  checking.done();
  const branchId = input.branchId ?? null;
  return { owner, startsOn, scope: input.scope as string, branchId, sector, scopeKey: branchId ?? sector?.toLowerCase() ?? WHOLE };
};

type Scope = Pick<Account, 'scope' | 'scopeKey' | 'branchId' | 'sector'>;
export const newAccount = (id: string, employerAliasId: string, { scope, scopeKey, branchId, sector }: Scope): Account => ({
  id,
  employerAliasId,
  scope,
  scopeKey,
  branchId,
  sector,
  closed: false,
  goal: '',
  agreements: '',
  opportunities: '',
  mergedIntoId: null,
  version: 0,
});

export const newTerm = (id: string, accountId: string, colleagueId: string, startsOn: string): AccountOwner => ({
  id,
  accountId,
  colleagueId,
  startsOn,
  endsOn: null,
  openFor: accountId,
});

const appointment = (ctx: RequestContext, accountId: string, fromId: string, toId: string): AccountHandOver => {
  const at = ctx.clock();
  return { id: ctx.newId(), accountId, fromId, toId, status: 'APPOINTED', note: null, offeredAt: at, decidedAt: at, openFor: null };
};

/** Whether this person may be given an account or work; null when they are fine, held until the transaction ends. */
export const refusedReceiver = async (tx: WriteTx, id: string, day: string, path: string): Promise<ColleagueNotActive | null> => {
  const colleague = await lockColleague(tx, id, 'read');
  if (!colleague) throw unknownColleague(path);
  return takesWork(colleague, day) ? null : { __typename: 'ColleagueNotActive', colleagueId: id };
};

export const assignAccountOwner = async (ctx: RequestContext, input: AssignAccountOwnerInput): Promise<Answer> => {
  const today = localDay(ctx.clock());
  const { owner, startsOn, ...scope } = check(input, today);
  return runCommand<Answer>(ctx, 'AccountOwnerAssign', input, async (tx) => {
    const employer = await lockEmployer(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    if (scope.branchId !== null && !(await tx.em.existsBy(Branch, { id: scope.branchId, employerId: employer.id })))
      throw badInput([{ path: ['input', 'branchId'], message: 'Deze vestiging is niet van deze werkgever.' }]);
    const known = await accountIn(tx, employer.id, scope.scopeKey);
    const subjectIds = [employer.id];
    if (known && known.version !== input.expectedVersion) return { answer: { __typename: 'AccountVersionConflict', accountId: known.id }, subjectIds };
    const refused = owner === null ? null : await refusedReceiver(tx, owner, startsOn, 'owner');
    if (refused) return { answer: refused, subjectIds };
    const account = known ?? newAccount(ctx.newId(), employer.id, scope);
    if (!known) await tx.em.insert(Account, account);
    await withdrawOffers(tx, [account.id], ctx.clock());
    const before = await replaceOwner(tx, account.id, owner === null ? null : newTerm(ctx.newId(), account.id, owner, startsOn), startsOn);
    await tx.em.update(Account, { id: account.id }, { version: account.version + 1 });
    if (owner !== null && before !== null && before !== owner) await tx.em.insert(AccountHandOver, appointment(ctx, account.id, before, owner));
    const moved = owner === null ? [] : await moveAlong(tx, employer.id, before, owner);
    await publish(tx, ctx, 'AccountOwnerAssigned', account.id, employer.id);
    return { answer: { __typename: 'AccountOwnerAssigned', accountId: account.id, moved }, subjectIds: [...subjectIds, account.id] };
  });
};
