import { DayScalar, Employee, employee, Guard, homeOf, Organisation, organisation, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { mediatingCandidate } from '../activities.ts';
import type { ContactMoment } from '../contacts/contact.entity.ts';
import { ContactMomentType } from '../contacts/contact.types.ts';
import { Branch, type Employer } from '../employers/employer.entity.ts';
import { loadContactPerson, loadEmployer } from '../employers/employer.store.ts';
import { BranchType, ContactPersonType, EmployerType } from '../employers/employer.types.ts';
import { CandidateType } from '../proposals/proposal.types.ts';
import { loadById } from '../reads.ts';
import { type CalendarEntry, contactCalendarOf, contactPlanOffers, myContactPlans, nextContactOf, plansOfferedToMe } from './contact-calendar.store.ts';
import { ContactCalendar, ContactCalendarArgs, ContactCalendarEntryType } from './contact-calendar.types.ts';
import type { ContactPlan } from './contact-plan.entity.ts';
import { planContacts, reaches, viewProposals, viewEmployers } from './contact-plan.policy.ts';
import type { Colleague, Obstacle, Window } from './contact-plan.rules.ts';
import { loadContactPlan, loadMomentOfPlan, loadPlanCandidates, loadPlanParticipants, ownerOf, windowOf } from './contact-plan.store.ts';
import * as types from './contact-plan.types.ts';
import { mayApproach } from './may-approach.ts';
import { ApproachAdvice, MayApproachArgs } from './may-approach.types.ts';
import { type StoredStatus, statusAt } from './plan-status.rules.ts';

export const toEmployee = (one: Colleague): Employee => employee(one.employeeId, one.name, one.organisation);

@Resolver(() => types.ContactPlanType)
export class ContactPlanResolver {
  @Guard(viewEmployers)
  @Query(() => types.ContactPlanType, { nullable: true })
  contactPlan(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadContactPlan(ctx, id);
  }

  @Guard(planContacts)
  @Query(() => types.ContactPlanConnection, { nullable: true, description: 'Live plans that the caller owns or joined.' })
  myContactPlans(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('on', () => DayScalar, { nullable: true, description: 'Only those whose window holds this day.' }) on?: string,
  ): Promise<unknown> {
    return myContactPlans(ctx, first, after, on);
  }

  @Guard(planContacts)
  @Query(() => types.ContactPlanConnection, { nullable: true, description: 'Live plans that a colleague offers to the caller, first beginning first.' })
  contactPlanOffers(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<unknown> {
    return contactPlanOffers(ctx, first, after);
  }

  @Guard(planContacts)
  @Query(() => [types.ContactPlanType], {
    nullable: true,
    description: 'The same without pages.',
    deprecationReason: 'Ask `contactPlanOffers`, which has pages. Since 2026-11-29, gone on 2027-03-01.',
  })
  contactPlansOfferedToMe(@Ctx() ctx: RequestContext): Promise<unknown> {
    return plansOfferedToMe(ctx);
  }

  @Guard(planContacts)
  @Query(() => ApproachAdvice, { nullable: true, description: 'Whether the caller may approach this employer so, and what to do if not.' })
  mayApproach(@Ctx() ctx: RequestContext, @Args(() => MayApproachArgs) args: MayApproachArgs): Promise<ApproachAdvice> {
    return mayApproach(ctx, args);
  }

  @FieldResolver(() => types.ContactWindow)
  window(@Root() row: ContactPlan): Window {
    return windowOf(row);
  }

  @FieldResolver(() => types.ContactPlanStatus)
  status(@Ctx() ctx: RequestContext, @Root() row: ContactPlan): StoredStatus {
    return statusAt(row, ctx.clock());
  }

  @FieldResolver(() => Employee, { description: 'Whose plan it is.' })
  owner(@Root() row: ContactPlan): Employee {
    return toEmployee(ownerOf(row));
  }

  @FieldResolver(() => [Employee], { description: 'Colleagues who joined.' })
  async participants(@Ctx() ctx: RequestContext, @Root() row: ContactPlan): Promise<Employee[]> {
    return (await loadPlanParticipants(ctx, row.id)).map(toEmployee);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'The colleague who may accept it.' })
  handOverOfferedTo(@Root() row: ContactPlan): Employee | null {
    return row.offeredTo && toEmployee(row.offeredTo);
  }

  @FieldResolver(() => types.ContactPlanType, { nullable: true, description: 'The plan that this one took over.' })
  tookOverFrom(@Ctx() ctx: RequestContext, @Root() row: ContactPlan): Promise<unknown> | null {
    return row.previousId === null ? null : loadContactPlan(ctx, row.previousId);
  }

  @FieldResolver(() => [types.ContactObstacleType], { description: 'The warnings that were overruled.' })
  overrides(@Root() row: ContactPlan): Obstacle[] {
    return row.overrides;
  }

  @FieldResolver(() => EmployerType, { nullable: true })
  employer(@Ctx() ctx: RequestContext, @Root() row: ContactPlan): Promise<unknown> {
    return loadEmployer(ctx, row.employerAliasId);
  }

  @FieldResolver(() => BranchType, { nullable: true })
  branch(@Ctx() ctx: RequestContext, @Root() row: ContactPlan): Promise<unknown> | null {
    return row.branchId === null ? null : loadById(ctx, 'branch', Branch, row.branchId);
  }

  @FieldResolver(() => ContactPersonType, { nullable: true })
  contactPerson(@Ctx() ctx: RequestContext, @Root() row: ContactPlan): Promise<unknown> | null {
    return row.contactPersonId === null ? null : loadContactPerson(ctx, row.contactPersonId);
  }

  @FieldResolver(() => ContactMomentType, { nullable: true, description: 'The contact that carried it out.' })
  contactMoment(@Ctx() ctx: RequestContext, @Root() row: ContactPlan): Promise<unknown> {
    return loadMomentOfPlan(ctx, row.id);
  }

  @FieldResolver(() => Int, { description: 'On behalf of how many candidates.' })
  async candidateCount(@Ctx() ctx: RequestContext, @Root() row: ContactPlan): Promise<number> {
    return (await loadPlanCandidates(ctx, row.id)).length;
  }

  @Guard(viewProposals)
  @FieldResolver(() => [CandidateType], { nullable: true, description: 'Those whom the caller may know; `candidateCount` counts all.' })
  async candidates(@Ctx() ctx: RequestContext, @Root() row: ContactPlan): Promise<CandidateType[]> {
    const rows = (await loadPlanCandidates(ctx, row.id)).filter(({ candidateId }) => reaches(ctx, viewProposals, homeOf(candidateId) ?? ''));
    for (const { candidateId } of rows) ctx.processed(candidateId, mediatingCandidate);
    return rows.map(({ candidateId }) => ({ id: candidateId }));
  }
}

@Resolver(() => ContactMomentType)
export class ContactMomentPlanResolver {
  @FieldResolver(() => types.ContactPlanType, { nullable: true, description: 'The plan that it carried out.' })
  contactPlan(@Ctx() ctx: RequestContext, @Root() row: ContactMoment): Promise<unknown> | null {
    return row.contactPlanId === null ? null : loadContactPlan(ctx, row.contactPlanId);
  }
}

@Resolver(() => EmployerType)
export class EmployerCalendarResolver {
  @Guard(viewEmployers)
  @FieldResolver(() => ContactCalendar, { nullable: true, description: 'Plans and contact moments of all organisations.' })
  contactCalendar(@Ctx() ctx: RequestContext, @Root() row: Employer, @Args(() => ContactCalendarArgs) args: ContactCalendarArgs): Promise<unknown> {
    return contactCalendarOf(ctx, row.id, args);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => types.ContactPlanType, { nullable: true, description: 'The first plan of any organisation that is still to be carried out.' })
  nextContact(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> {
    return nextContactOf(ctx, row.id);
  }
}

@Resolver(() => ContactCalendarEntryType)
export class ContactCalendarEntryResolver {
  @FieldResolver(() => Organisation, { description: 'Whose plan or contact it is.' })
  organisation(@Root() { plan, moment }: CalendarEntry): Organisation {
    return organisation(plan?.ownerOrganisation ?? (moment as ContactMoment).organisation);
  }

  @FieldResolver(() => types.ContactPlanType, { nullable: true })
  contactPlan(@Root() { plan }: CalendarEntry): unknown {
    return plan;
  }

  @FieldResolver(() => ContactMomentType, { nullable: true })
  contactMoment(@Root() { moment }: CalendarEntry): unknown {
    return moment;
  }
}

@Resolver(() => types.ContactObstacleType)
export class ContactObstacleResolver {
  @FieldResolver(() => Employee, { nullable: true, description: 'Who holds the employer here.' })
  holder(@Root() { holder }: Obstacle): Employee | null {
    return holder && toEmployee(holder);
  }

  @FieldResolver(() => [Organisation], { description: 'Of the holder, or who approached the employer.' })
  organisations(@Root() { organisations }: Obstacle): Organisation[] {
    return organisations.map(organisation);
  }

  @FieldResolver(() => types.ContactPlanType, { nullable: true, description: 'The plan in the way.' })
  contactPlan(@Ctx() ctx: RequestContext, @Root() { contactPlanId }: Obstacle): Promise<unknown> | null {
    return contactPlanId === null ? null : loadContactPlan(ctx, contactPlanId);
  }
}

export const contactPlanResolvers = [
  ContactPlanResolver,
  ContactMomentPlanResolver,
  EmployerCalendarResolver,
  ContactCalendarEntryResolver,
  ContactObstacleResolver,
];
