import { badInput, type Outcome, type RequestContext, runCommand } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { openPlan } from './change-plan.ts';
import { followAttempts } from './contact-attempt.store.ts';
import { ContactPlanParticipant } from './contact-plan.entity.ts';
import type { ContactPlanInput } from './contact-plan.inputs.ts';
import { callerOf } from './contact-plan.policy.ts';
import type { ContactPlanEnded, ContactPlanJoined } from './contact-plan.results.ts';
import { sameColleague } from './contact-plan.rules.ts';
import { ownerOf } from './contact-plan.store.ts';
import { isLive } from './plan-status.rules.ts';

const COLLEAGUES = 20;

/** Takes part in a colleague's contact: one visit instead of two. Joining again changes nothing. */
export const joinContactPlan = (ctx: RequestContext, input: ContactPlanInput): Promise<ContactPlanJoined | ContactPlanEnded> =>
  runCommand<ContactPlanJoined | ContactPlanEnded>(ctx, 'ContactPlanJoin', input, async (tx) => {
    const { plan, employer, participants } = await openPlan(tx, input.contactPlanId);
    const answer = (typename: 'ContactPlanJoined' | 'ContactPlanEnded'): Outcome<ContactPlanJoined | ContactPlanEnded> => ({
      answer: { __typename: typename, contactPlanId: plan.id },
      subjectIds: [plan.id],
    });
    if (!isLive(plan, ctx.clock())) return answer('ContactPlanEnded');
    const me = callerOf(ctx);
    if ([ownerOf(plan), ...participants].some((one) => sameColleague(one, me))) return answer('ContactPlanJoined');
    if (participants.length >= COLLEAGUES) throw badInput([{ path: ['input', 'contactPlanId'], message: `Hooguit ${COLLEAGUES} collega’s sluiten aan.` }]);
    await tx.em.insert(ContactPlanParticipant, { ...me, contactPlanId: plan.id, joinedAt: ctx.clock() });
    await followAttempts(tx, ctx, employer.id, me, 'JOINED');
    await publish(tx, ctx, 'ContactPlanJoined', plan.id, employer.id);
    return answer('ContactPlanJoined');
  });
