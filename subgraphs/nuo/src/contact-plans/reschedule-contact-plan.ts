import { badInput, localDay, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { changePlan, takeStep } from './change-plan.ts';
import { checkPlannedAt, checkReason, checkWindow } from './check-plan.ts';
import { recordAttempt } from './contact-attempt.store.ts';
import { ContactPlanCandidate } from './contact-plan.entity.ts';
import type { RescheduleContactPlanInput } from './contact-plan.inputs.ts';
import type { ContactPlanRescheduled, Refusal, Stale } from './contact-plan.results.ts';
import { ownerOf } from './contact-plan.store.ts';
import { processedOf } from './plan-processing.ts';
import { timesOf } from './plan-contact.ts';
import { approachOf, demandTarget, weighApproach } from './weigh-approach.ts';

const check = (ctx: RequestContext, input: RescheduleContactPlanInput) => {
  const checking = checkInput();
  const window = checkWindow(checking, input.window, '1000-01-01');
  if (window.until !== '' && window.until < localDay(ctx.clock())) checking.problem(['window', 'until'], 'Het venster is voorbij.');
  const plannedAt = checkPlannedAt(checking, ctx, input.plannedAt, window);
  const reason = checkReason(checking, input);
  checking.done();
  return { window, plannedAt, reason };
};

/** Moves a plan, or schedules it: weighed again as if it were new. */
export const rescheduleContactPlan = (ctx: RequestContext, input: RescheduleContactPlanInput): Promise<ContactPlanRescheduled | Refusal | Stale> => {
  const { window, plannedAt, reason } = check(ctx, input);
  return changePlan<ContactPlanRescheduled | Refusal>(ctx, 'ContactPlanReschedule', input, 'schedule', async (at) => {
    const { tx, plan, employer } = at;
    if (plan.status === 'SCHEDULED' && !plannedAt) throw badInput([{ path: ['input', 'plannedAt'], message: 'Geef het nieuwe tijdstip van de afspraak.' }]);
    if (window.from < localDay(ctx.clock()) && window.from !== plan.windowFrom)
      throw badInput([{ path: ['input', 'window', 'from'], message: 'Het venster begint niet in het verleden.' }]);
    const target = await demandTarget(tx, employer, plan);
    const candidates = await tx.em.findBy(ContactPlanCandidate, { contactPlanId: plan.id });
    const owner = ownerOf(plan);
    const times = timesOf(window, plannedAt);
    const candidateIds = candidates.map(({ candidateId }) => candidateId);
    const wanted = approachOf({ ...plan, ...times }, target, owner, candidateIds);
    const processed = processedOf(wanted.contactPersonId, candidateIds);
    const weighed = await weighApproach(tx, ctx, { target, wanted, confirm: input.confirm, exceptPlanId: plan.id });
    if (weighed.kind === 'REFUSED') return { answer: weighed.answer, subjectIds: [plan.id], processed };
    const overruled = weighed.kind === 'FREE' ? weighed.overruled : [];
    await takeStep(at, plannedAt ? 'schedule' : 'reserve', {
      ...times,
      ...(plannedAt && { expiresAt: null }),
      ...(overruled.length > 0 && { overrides: overruled, overrideReason: reason }),
    });
    await recordAttempt(tx, ctx, { employerId: employer.id, by: owner, obstacles: overruled, outcome: 'OVERRULED', contactPlanId: plan.id });
    return { answer: { __typename: 'ContactPlanRescheduled', contactPlanId: plan.id }, subjectIds: [plan.id], processed };
  });
};
