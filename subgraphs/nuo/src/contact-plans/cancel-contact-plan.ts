import type { RequestContext } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { changePlan, takeStep } from './change-plan.ts';
import type { CancelContactPlanInput } from './contact-plan.inputs.ts';
import type { ContactPlanCancelled, Stale } from './contact-plan.results.ts';

export const cancelContactPlan = (ctx: RequestContext, input: CancelContactPlanInput): Promise<ContactPlanCancelled | Stale> =>
  changePlan<ContactPlanCancelled>(ctx, 'ContactPlanCancel', input, 'cancel', async (at) => {
    await takeStep(at, 'cancel', { offeredTo: null });
    await publish(at.tx, ctx, 'ContactPlanCancelled', at.plan.id, at.employer.id);
    return { answer: { __typename: 'ContactPlanCancelled', contactPlanId: at.plan.id }, subjectIds: [at.plan.id] };
  });
