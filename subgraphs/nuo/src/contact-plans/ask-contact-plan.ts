import { type Outcome, type RequestContext, runCommand } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { openPlan } from './change-plan.ts';
import type { ContactPlanInput } from './contact-plan.inputs.ts';
import { callerOf } from './contact-plan.policy.ts';
import type { ContactPlanAlreadyYours, ContactPlanEnded, ContactPlanHandOverAsked } from './contact-plan.results.ts';
import { sameColleague } from './contact-plan.rules.ts';
import { ownerOf } from './contact-plan.store.ts';
import { askHolder } from './plan-tasks.ts';
import { isLive } from './plan-status.rules.ts';

type Answer = ContactPlanHandOverAsked | ContactPlanAlreadyYours | ContactPlanEnded;

/** Asks who holds a plan to hand it over; the holder answers by offering it. Asking again changes nothing. */
export const askContactPlanHandOver = (ctx: RequestContext, input: ContactPlanInput): Promise<Answer> =>
  runCommand<Answer>(ctx, 'ContactPlanAsk', input, async (tx): Promise<Outcome<Answer>> => {
    const { plan, employer } = await openPlan(tx, input.contactPlanId);
    const contactPlanId = plan.id;
    const me = callerOf(ctx);
    if (!isLive(plan, ctx.clock())) return { answer: { __typename: 'ContactPlanEnded', contactPlanId }, subjectIds: [plan.id] };
    if ([ownerOf(plan), ...(plan.offeredTo ? [plan.offeredTo] : [])].some((one) => sameColleague(one, me)))
      return { answer: { __typename: 'ContactPlanAlreadyYours', contactPlanId }, subjectIds: [plan.id] };
    const taskId = await askHolder(tx, ctx, employer, plan, me);
    await publish(tx, ctx, 'ContactPlanHandOverAsked', plan.id, employer.id);
    return { answer: { __typename: 'ContactPlanHandOverAsked', contactPlanId }, subjectIds: [plan.id, taskId] };
  });
