import { badInput, fault, localDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { colleagueId } from '../colleagues/colleague.store.ts';
import type { ColleagueNotActive } from '../colleagues/colleague.types.ts';
import { publish } from '../events/publish.ts';
import type { EventType } from '../events/event.catalogue.ts';
import { Account, AccountHandOver } from './account.entity.ts';
import { mayManage } from './account.store.ts';
import type { AnswerHandOverInput, HandOverAccepted, HandOverAlreadyDecided, HandOverEnded } from './account.types.ts';
import { newTerm, refusedReceiver } from './assign-account-owner.ts';
import { lockAccount } from './change-account.ts';
import { moveAlong, replaceOwner } from './change-owner.ts';

const demandOffer = async (tx: WriteTx, id: string): Promise<AccountHandOver> => {
  const offer = await tx.em.findOneBy(AccountHandOver, { id });
  if (!offer) throw badInput([{ path: ['input', 'handOverId'], message: 'Deze overdracht bestaat niet.' }]);
  return offer;
};

/** The offer as it stands under the lock on its employer. */
const lockOffer = async (tx: WriteTx, id: string) => {
  const locked = await lockAccount(tx, (await demandOffer(tx, id)).accountId);
  return { ...locked, offer: await demandOffer(tx, id) };
};

const decided = ({ id }: AccountHandOver) => ({ answer: { __typename: 'HandOverAlreadyDecided' as const, handOverId: id }, subjectIds: [id] });

type Accepted = HandOverAccepted | HandOverAlreadyDecided | ColleagueNotActive;

/** The receiver becomes the owner today; what the owner before still had open for this employer goes along in the same transaction. */
export const acceptHandOver = (ctx: RequestContext, input: AnswerHandOverInput): Promise<Accepted> =>
  runCommand<Accepted>(ctx, 'AccountHandOverAccept', input, async (tx) => {
    const { offer, account, employer } = await lockOffer(tx, input.handOverId);
    const today = localDay(ctx.clock());
    if (offer.toId !== colleagueId(ctx.principal)) throw fault('FORBIDDEN');
    if (offer.status !== 'OFFERED') return decided(offer);
    const refused = await refusedReceiver(tx, offer.toId, today, 'handOverId');
    if (refused) return { answer: refused, subjectIds: [offer.id] };
    await tx.em.update(AccountHandOver, { id: offer.id }, { status: 'ACCEPTED', decidedAt: ctx.clock(), openFor: null });
    const before = await replaceOwner(tx, account.id, newTerm(ctx.newId(), account.id, offer.toId, today), today);
    await tx.em.increment(Account, { id: account.id }, 'version', 1);
    const moved = await moveAlong(tx, employer.id, before, offer.toId);
    await publish(tx, ctx, 'AccountHandOverAccepted', account.id, employer.id);
    return { answer: { __typename: 'HandOverAccepted', handOverId: offer.id, moved }, subjectIds: [account.id, offer.id] };
  });

const end =
  (command: string, status: 'REFUSED' | 'WITHDRAWN', event: EventType, may: (tx: WriteTx, ctx: RequestContext, offer: AccountHandOver) => Promise<boolean>) =>
  (ctx: RequestContext, input: AnswerHandOverInput): Promise<HandOverEnded | HandOverAlreadyDecided> =>
    runCommand<HandOverEnded | HandOverAlreadyDecided>(ctx, command, input, async (tx) => {
      const { offer, employer } = await lockOffer(tx, input.handOverId);
      if (!(await may(tx, ctx, offer))) throw fault('FORBIDDEN');
      if (offer.status !== 'OFFERED') return decided(offer);
      await tx.em.update(AccountHandOver, { id: offer.id }, { status, decidedAt: ctx.clock(), openFor: null });
      await publish(tx, ctx, event, offer.accountId, employer.id);
      return { answer: { __typename: 'HandOverEnded', handOverId: offer.id }, subjectIds: [offer.accountId, offer.id] };
    });

/** By who got the offer. */
export const refuseHandOver = end(
  'AccountHandOverRefuse',
  'REFUSED',
  'AccountHandOverRefused',
  async (_, ctx, { toId }) => toId === colleagueId(ctx.principal),
);
/** By the owner, or who may assign accounts. */
export const withdrawHandOver = end('AccountHandOverWithdraw', 'WITHDRAWN', 'AccountHandOverWithdrawn', (tx, ctx, { accountId }) =>
  mayManage(tx, ctx, accountId),
);
