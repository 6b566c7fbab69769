import { homeOf, parseText, type RequestContext } from '@werkplein/kernel';
import { organisationForm } from '../contacts/check-contact.ts';
import { checkInput } from '../input.ts';
import { changePlan, type PlanAtHand, takeStep } from './change-plan.ts';
import { checkReason } from './check-plan.ts';
import { followAttempts, recordAttempt } from './contact-attempt.store.ts';
import { ContactPlanCandidate, ContactPlanParticipant } from './contact-plan.entity.ts';
import type { AcceptContactPlanHandOverInput, ContactPlanInput, OfferContactPlanHandOverInput } from './contact-plan.inputs.ts';
import { mayNameCandidate } from './contact-plan.policy.ts';
import type * as results from './contact-plan.results.ts';
import { type Obstacle, sameColleague } from './contact-plan.rules.ts';
import { insertPlan } from './contact-plan.store.ts';
import { processedOf } from './plan-processing.ts';
import { approachOf, demandTarget, weighApproach } from './weigh-approach.ts';

/** Offers a plan to one colleague; a new offer replaces the one before. The plan stays the owner's until it is accepted. */
export const offerContactPlanHandOver = (
  ctx: RequestContext,
  input: OfferContactPlanHandOverInput,
): Promise<results.ContactPlanHandOverOffered | results.Stale> => {
  const checking = checkInput();
  const employeeId = checking.required('employeeId', input.employeeId, (text) => parseText(text, { max: 64 }));
  const name = checking.required('name', input.name, (text) => parseText(text, { max: 120 }));
  const { organisation } = input;
  if (!organisationForm.test(organisation)) checking.problem('organisation', 'Verwacht: nuo of een gemeentecode van 4 cijfers.');
  checking.done();
  return changePlan<results.ContactPlanHandOverOffered>(ctx, 'ContactPlanOffer', input, 'offer', async (at) => {
    await takeStep(at, 'offer', { offeredTo: { employeeId, name, organisation } });
    return { answer: { __typename: 'ContactPlanHandOverOffered', contactPlanId: at.plan.id }, subjectIds: [at.plan.id] };
  });
};

export const refuseContactPlanHandOver = (ctx: RequestContext, input: ContactPlanInput): Promise<results.ContactPlanHandOverRefused | results.Stale> =>
  changePlan<results.ContactPlanHandOverRefused>(ctx, 'ContactPlanRefuse', input, 'refuse', async (at) => {
    await takeStep(at, 'refuse', { offeredTo: null });
    return { answer: { __typename: 'ContactPlanHandOverRefused', contactPlanId: at.plan.id }, subjectIds: [at.plan.id] };
  });

/** The plan of the new owner: the same contact, with the candidates that the new owner may name, and without a longer reservation. */
const succeed = async (ctx: RequestContext, at: PlanAtHand, candidateIds: string[], overrides: Obstacle[], overrideReason: string | null): Promise<string> => {
  const { tx, plan, me, participants } = at;
  const id = ctx.newId();
  await takeStep(at, 'takeOver', {});
  await insertPlan(
    tx,
    {
      ...plan,
      id,
      ownerId: me.employeeId,
      ownerName: me.name,
      ownerOrganisation: me.organisation,
      overrides,
      overrideReason,
      offeredTo: null,
      previousId: plan.id,
      version: 1,
    },
    candidateIds,
  );
  for (const one of participants.filter((other) => !sameColleague(other, me))) await tx.em.insert(ContactPlanParticipant, { ...one, contactPlanId: id });
  return id;
};

/** The rules hold for the new owner too, who may be of another organisation. */
export const acceptContactPlanHandOver = (
  ctx: RequestContext,
  input: AcceptContactPlanHandOverInput,
): Promise<results.ContactPlanTakenOver | results.Refusal | results.Stale> => {
  const checking = checkInput();
  const reason = checkReason(checking, input);
  checking.done();
  return changePlan<results.ContactPlanTakenOver | results.Refusal>(ctx, 'ContactPlanTakeOver', input, 'takeOver', async (at) => {
    const { tx, plan, employer, me } = at;
    const candidates = await tx.em.findBy(ContactPlanCandidate, { contactPlanId: plan.id });
    const candidateIds = candidates.map(({ candidateId }) => candidateId).filter((candidateId) => mayNameCandidate(ctx, homeOf(candidateId) ?? ''));
    const target = await demandTarget(tx, employer, plan);
    const wanted = approachOf(plan, target, me, candidateIds);
    const processed = processedOf(wanted.contactPersonId, candidateIds);
    const weighed = await weighApproach(tx, ctx, { target, wanted, confirm: input.confirm, exceptPlanId: plan.id });
    if (weighed.kind === 'REFUSED') return { answer: weighed.answer, subjectIds: [plan.id], processed };
    const overruled = weighed.kind === 'FREE' ? weighed.overruled : [];
    const id = await succeed(ctx, at, candidateIds, overruled, overruled.length > 0 ? reason : null);
    await recordAttempt(tx, ctx, { employerId: employer.id, by: me, obstacles: overruled, outcome: 'OVERRULED', contactPlanId: id });
    await followAttempts(tx, ctx, employer.id, me, 'TAKEN_OVER');
    return { answer: { __typename: 'ContactPlanTakenOver', contactPlanId: id }, subjectIds: [plan.id, id], processed };
  });
};
