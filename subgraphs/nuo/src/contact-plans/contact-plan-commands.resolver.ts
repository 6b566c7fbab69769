import { Employee, Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { loadContactMoment } from '../contacts/contact.store.ts';
import { ContactMomentType } from '../contacts/contact.types.ts';
import { askContactPlanHandOver } from './ask-contact-plan.ts';
import { cancelContactPlan } from './cancel-contact-plan.ts';
import { carryOutContactPlan } from './carry-out-contact-plan.ts';
import * as inputs from './contact-plan.inputs.ts';
import { coordinateContacts, planContacts } from './contact-plan.policy.ts';
import { toEmployee } from './contact-plan.resolver.ts';
import * as results from './contact-plan.results.ts';
import { loadContactPlan } from './contact-plan.store.ts';
import { ContactPlanType } from './contact-plan.types.ts';
import { expireContactPlans } from './expire-contact-plans.ts';
import { acceptContactPlanHandOver, offerContactPlanHandOver, refuseContactPlanHandOver } from './hand-over-contact-plan.ts';
import { joinContactPlan } from './join-contact-plan.ts';
import { planContact } from './plan-contact.ts';
import { rescheduleContactPlan } from './reschedule-contact-plan.ts';
import { showing } from '../showing.ts';

@Resolver(() => NuoCommands)
class ContactPlanCommandsResolver {
  @Guard(planContacts)
  @FieldResolver(() => results.PlanContactResult, { description: 'Claims an employer for a contact: of two at once that clash, one is planned.' })
  planContact(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.PlanContactInput) input: inputs.PlanContactInput): Promise<unknown> {
    return planContact(ctx, input);
  }

  @Guard(planContacts)
  @FieldResolver(() => results.JoinContactPlanResult, { description: 'Takes part in a colleague’s contact: one visit instead of two.' })
  joinContactPlan(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ContactPlanInput) input: inputs.ContactPlanInput): Promise<unknown> {
    return joinContactPlan(ctx, input);
  }

  @Guard(planContacts)
  @FieldResolver(() => results.RescheduleContactPlanResult, { description: 'Moves or schedules a plan; it is weighed as if it were new.' })
  rescheduleContactPlan(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.RescheduleContactPlanInput) input: inputs.RescheduleContactPlanInput,
  ): Promise<unknown> {
    return rescheduleContactPlan(ctx, input);
  }

  @Guard(planContacts)
  @FieldResolver(() => results.CancelContactPlanResult)
  cancelContactPlan(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.CancelContactPlanInput) input: inputs.CancelContactPlanInput): Promise<unknown> {
    return cancelContactPlan(ctx, input);
  }

  @Guard(planContacts)
  @FieldResolver(() => results.OfferContactPlanHandOverResult, { description: 'Offers a plan to one colleague, who becomes its owner by accepting.' })
  offerContactPlanHandOver(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.OfferContactPlanHandOverInput) input: inputs.OfferContactPlanHandOverInput,
  ): Promise<unknown> {
    return offerContactPlanHandOver(ctx, input);
  }

  @Guard(planContacts)
  @FieldResolver(() => results.AcceptContactPlanHandOverResult, { description: 'The rules hold for the new owner too.' })
  acceptContactPlanHandOver(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.AcceptContactPlanHandOverInput) input: inputs.AcceptContactPlanHandOverInput,
  ): Promise<unknown> {
    return acceptContactPlanHandOver(ctx, input);
  }

  @Guard(planContacts)
  @FieldResolver(() => results.AskContactPlanHandOverResult, { description: 'Asks who holds a plan to hand it over: a task for the holder, once.' })
  askContactPlanHandOver(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ContactPlanInput) input: inputs.ContactPlanInput): Promise<unknown> {
    return askContactPlanHandOver(ctx, input);
  }

  @Guard(planContacts)
  @FieldResolver(() => results.RefuseContactPlanHandOverResult)
  refuseContactPlanHandOver(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ContactPlanInput) input: inputs.ContactPlanInput): Promise<unknown> {
    return refuseContactPlanHandOver(ctx, input);
  }

  @Guard(planContacts)
  @FieldResolver(() => results.CarryOutContactPlanResult, { description: 'Records the contact that was planned.' })
  carryOutContactPlan(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.CarryOutContactPlanInput) input: inputs.CarryOutContactPlanInput,
  ): Promise<unknown> {
    return carryOutContactPlan(ctx, input);
  }

  @Guard(coordinateContacts)
  @FieldResolver(() => results.ExpireContactPlansResult, { description: 'Stores that reservations have expired; they count as expired without it.' })
  expireContactPlans(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ExpireContactPlansInput) input: inputs.ExpireContactPlansInput): Promise<unknown> {
    return expireContactPlans(ctx, input);
  }
}

@Resolver(() => results.ContactConflict)
class ContactConflictResolver {
  @FieldResolver(() => Employee, { description: 'Who holds it, when it was asked.' })
  holder(@Root() answer: results.ContactConflict): Employee {
    return toEmployee(answer.holder);
  }
}

const answersWithPlan = [
  results.ContactPlanned,
  results.ContactConflict,
  results.ContactPlanJoined,
  results.ContactPlanRescheduled,
  results.ContactPlanCancelled,
  results.ContactPlanHandOverOffered,
  results.ContactPlanHandOverAsked,
  results.ContactPlanAlreadyYours,
  results.ContactPlanHandOverRefused,
  results.ContactPlanTakenOver,
  results.ContactPlanCarriedOut,
  results.ContactPlanEnded,
  results.ContactPlanVersionConflict,
];
export const contactPlanCommandResolvers = [
  ContactPlanCommandsResolver,
  ContactConflictResolver,
  ...showing(
    'contactMoment',
    () => ContactMomentType,
    (ctx, { contactMomentId }) => loadContactMoment(ctx, contactMomentId),
    [results.ContactPlanCarriedOut],
    { nullable: true },
  ),
  ...showing(
    'contactPlan',
    () => ContactPlanType,
    (ctx, { contactPlanId }) => loadContactPlan(ctx, contactPlanId),
    answersWithPlan,
    { nullable: true },
  ),
];
