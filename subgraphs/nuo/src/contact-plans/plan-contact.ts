import { localDay, type Outcome, type RequestContext, runCommand, startOfDay, type WriteTx } from '@werkplein/kernel';
import { unknownEmployer } from '../employers/add-branch.ts';
import type { Employer } from '../employers/employer.entity.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { checkInput } from '../input.ts';
import { checkCandidates, checkPlannedAt, checkReason, checkWindow } from './check-plan.ts';
import { followAttempts, recordAttempt } from './contact-attempt.store.ts';
import type { PlanContactInput } from './contact-plan.inputs.ts';
import { callerOf } from './contact-plan.policy.ts';
import type { ContactPlanned, Refusal } from './contact-plan.results.ts';
import type { Approach, Window } from './contact-plan.rules.ts';
import { insertPlan } from './contact-plan.store.ts';
import { processedOf } from './plan-processing.ts';
import { RESERVED_DAYS } from './plan-status.rules.ts';
import { demandTarget, weighApproach } from './weigh-approach.ts';

const check = (ctx: RequestContext, input: PlanContactInput) => {
  const checking = checkInput();
  const window = checkWindow(checking, input.window, localDay(ctx.clock()));
  const plannedAt = checkPlannedAt(checking, ctx, input.plannedAt, window);
  const reason = checkReason(checking, input);
  const candidateIds = checkCandidates(checking, ctx, input.candidateIds ?? []);
  checking.done();
  return { window, plannedAt, reason, candidateIds };
};
export type CheckedPlan = ReturnType<typeof check>;

/** When it happens, as the row keeps it. */
export const timesOf = (window: Window, plannedAt: Date | null) => ({
  windowFrom: window.from,
  windowUntil: window.until,
  plannedAt,
  startsAt: plannedAt ?? startOfDay(window.from),
});

export const expiryFrom = (createdAt: Date): Date => new Date(createdAt.getTime() + RESERVED_DAYS * 86_400_000);

/** The claim is the write. `employer` must be locked: without it two claims both find nothing in their way. */
export const claimContact = async (
  tx: WriteTx,
  ctx: RequestContext,
  employer: Employer,
  input: PlanContactInput,
  { window, plannedAt, reason, candidateIds }: CheckedPlan,
): Promise<Outcome<ContactPlanned | Refusal>> => {
  const owner = callerOf(ctx);
  const target = await demandTarget(tx, employer, input);
  const { purpose, steering, channel } = input;
  const contactPersonId = target.person?.id ?? null;
  const firstDay = plannedAt ? localDay(plannedAt) : window.from;
  const wanted: Approach = { owner, window, firstDay, contactPersonId, purpose, steering, channel, candidateIds };
  const processed = processedOf(contactPersonId, candidateIds);
  const weighed = await weighApproach(tx, ctx, { target, wanted, confirm: input.confirm });
  if (weighed.kind === 'REFUSED') return { answer: weighed.answer, subjectIds: [employer.id], processed };
  if (weighed.kind === 'OWN') {
    const { contactPlanId } = weighed;
    return { answer: { __typename: 'ContactPlanned', contactPlanId, alreadyPlanned: true }, subjectIds: [employer.id, contactPlanId], processed };
  }
  const { overruled } = weighed;
  const id = ctx.newId();
  const createdAt = ctx.clock();
  const plan = {
    id,
    employerAliasId: employer.id,
    branchId: input.branchId ?? null,
    contactPersonId,
    purpose,
    steering,
    channel,
    ...timesOf(window, plannedAt),
    ownerId: owner.employeeId,
    ownerName: owner.name,
    ownerOrganisation: owner.organisation,
    status: plannedAt ? ('SCHEDULED' as const) : ('RESERVED' as const),
    expiresAt: plannedAt ? null : expiryFrom(createdAt),
    overrides: overruled,
    overrideReason: overruled.length > 0 ? reason : null,
    offeredTo: null,
    previousId: null,
    createdAt,
    version: 1,
  };
  await insertPlan(tx, plan, candidateIds);
  await recordAttempt(tx, ctx, { employerId: employer.id, by: owner, obstacles: overruled, outcome: 'OVERRULED', contactPlanId: id });
  await followAttempts(tx, ctx, employer.id, owner, 'PLANNED_OTHERWISE', overruled.length > 0 ? 'OVERRULED' : 'PLANNED_OTHERWISE');
  return { answer: { __typename: 'ContactPlanned', contactPlanId: id, alreadyPlanned: false }, subjectIds: [employer.id, id], processed };
};

export const planContact = async (ctx: RequestContext, input: PlanContactInput): Promise<ContactPlanned | Refusal> => {
  const checked = check(ctx, input);
  return runCommand<ContactPlanned | Refusal>(ctx, 'ContactPlan', input, async (tx) => {
    const employer = await lockEmployer(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    return claimContact(tx, ctx, employer, input, checked);
  });
};
