import { addDays, localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { changeOrder, letterOf, stepText } from './change-order.ts';
import { callOffUnder } from './order-work.ts';
import type { EndServiceOrderInput } from './service-order.inputs.ts';
import type { ServiceOrderEnded } from './service-order.results.ts';

const DAYS_AHEAD = 366;

/** Regie gives notice of an order that uitvoering accepted. What would begin after the last day is called off in the same transaction (H7). */
export const endServiceOrder = async (ctx: RequestContext, input: EndServiceOrderInput) => {
  const today = localDay(ctx.clock());
  const checking = checkInput();
  const reason = stepText(checking, 'reason', input.reason);
  const reference = letterOf(checking, input.reference);
  const noticeOn = checking.optional('noticeOn', input.noticeOn, parseDay) ?? today;
  const endsOn = checking.required('endsOn', input.endsOn, parseDay);
  if (noticeOn > today) checking.problem('noticeOn', 'Deze dag is nog niet geweest.');
  if (endsOn < today || endsOn > addDays(today, DAYS_AHEAD)) checking.problem('endsOn', 'Kies vandaag of een latere dag, binnen een jaar.');
  checking.done();
  return changeOrder<ServiceOrderEnded>(ctx, 'ServiceOrderEnd', 'end', input, async (tx, order, write) => {
    await write({ columns: { reason, noticeOn, endsOn }, text: reason, reference });
    return { __typename: 'ServiceOrderEnded', orderId: order.id, calledOffIds: await callOffUnder(tx, ctx, order, endsOn) };
  });
};
