import { badInput, fault, localDay, parseText, type RequestContext, runCommand } from '@werkplein/kernel';
import { checkColleague } from '../colleagues/check-colleague.ts';
import type { ColleagueNotActive } from '../colleagues/colleague.types.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { AccountHandOver } from './account.entity.ts';
import { openTerm } from './account.rules.ts';
import { mayManage, termsOf } from './account.store.ts';
import type { HandOverOffered, HandOverPending, OfferAccountInput } from './account.types.ts';
import { refusedReceiver } from './assign-account-owner.ts';
import { lockAccount } from './change-account.ts';

type Answer = HandOverOffered | HandOverPending | ColleagueNotActive;

/** Offers an account that one owns; it stays until the other accepts. */
export const offerAccount = async (ctx: RequestContext, input: OfferAccountInput): Promise<Answer> => {
  const checking = checkInput();
  const toId = checkColleague(checking, ['to'], input.to);
  const note = checking.optional('note', input.note, (text) => parseText(text, { max: 500 }));
  checking.done();
  return runCommand<Answer>(ctx, 'AccountOffer', input, async (tx) => {
    const { account, employer } = await lockAccount(tx, input.accountId);
    const accountId = account.id;
    if (!(await mayManage(tx, ctx, accountId))) throw fault('FORBIDDEN');
    const fromId = openTerm(await termsOf(tx, accountId))?.colleagueId;
    if (fromId === undefined) throw badInput([{ path: ['input', 'accountId'], message: 'Dit account heeft geen accounthouder; wijs er een aan.' }]);
    if (fromId === toId) throw badInput([{ path: ['input', 'to'], message: 'Deze collega is de accounthouder al.' }]);
    const pending = await tx.em.findOneBy(AccountHandOver, { openFor: accountId });
    if (pending) return { answer: { __typename: 'HandOverPending', handOverId: pending.id }, subjectIds: [accountId] };
    const refused = await refusedReceiver(tx, toId, localDay(ctx.clock()), 'to');
    if (refused) return { answer: refused, subjectIds: [accountId] };
    const id = ctx.newId();
    await tx.em.insert(AccountHandOver, { id, accountId, fromId, toId, status: 'OFFERED', note, offeredAt: ctx.clock(), decidedAt: null, openFor: accountId });
    await publish(tx, ctx, 'AccountHandOverOffered', accountId, employer.id);
    return { answer: { __typename: 'HandOverOffered', handOverId: id }, subjectIds: [accountId, id] };
  });
};
