import { DayScalar, Employee, Guard, localDay, Organisation, organisation, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadEmployee } from '../colleagues/colleague.store.ts';
import { NuoCommands } from '../commands.types.ts';
import { commissionerName } from '../participants/commissioner.rules.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ParticipantType } from '../participants/participant.types.ts';
import { PageArgs } from '../page-args.ts';
import { assignResponsible } from './assign-responsible.ts';
import { endResponsibility } from './end-responsibility.ts';
import type { HandOver } from './hand-overs.ts';
import { HandOverFilter, HandOvers, HandOverType } from './hand-over.types.ts';
import { listHandOvers } from './list-hand-overs.ts';
import { planStandIn } from './plan-stand-in.ts';
import type { Responsibility } from './responsibility.entity.ts';
import { assignResponsibles, countHandOvers, viewParticipants } from './responsibility.policy.ts';
import { type Acting, actingOn } from './responsibility.rules.ts';
import { loadResponsibilities, loadResponsibility } from './responsibility.store.ts';
import * as types from './responsibility.types.ts';

@Resolver(() => ParticipantType)
export class ParticipantResponsibleResolver {
  @Guard(viewParticipants)
  @FieldResolver(() => [types.ActingType], { nullable: true, description: 'Who answers for them on a day, by role; left out, today.' })
  async responsible(@Ctx() ctx: RequestContext, @Root() row: Participant, @Arg('on', () => DayScalar, { nullable: true }) on?: string): Promise<Acting[]> {
    return actingOn(await loadResponsibilities(ctx, row.id), on ?? localDay(ctx.clock()));
  }

  @Guard(viewParticipants)
  @FieldResolver(() => [types.ResponsibilityType], { nullable: true, description: 'Every period, first to last, also stand-ins and what is to come.' })
  responsibilities(@Ctx() ctx: RequestContext, @Root() row: Participant): Promise<Responsibility[]> {
    return loadResponsibilities(ctx, row.id);
  }
}

@Resolver(() => types.ResponsibilityType)
export class ResponsibilityResolver {
  @FieldResolver(() => Employee, { nullable: true })
  employee(@Ctx() ctx: RequestContext, @Root() row: Responsibility): Promise<Employee | null> {
    return loadEmployee(ctx, row.colleagueId);
  }

  @Guard(viewParticipants)
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() row: Responsibility): Promise<unknown> {
    return loadParticipant(ctx, row.participantId);
  }
}

@Resolver(() => types.ActingType)
export class ActingResolver {
  @FieldResolver(() => Employee, { nullable: true })
  employee(@Ctx() ctx: RequestContext, @Root() row: Acting): Promise<Employee | null> {
    return loadEmployee(ctx, row.colleagueId);
  }
}

@Resolver(() => HandOverType)
export class HandOverResolver {
  @Guard(countHandOvers)
  @Query(() => HandOvers, { nullable: true, description: 'How often participants got another person or organisation; null when they are not yours.' })
  handOvers(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => HandOverFilter) filter: HandOverFilter,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<unknown> {
    return listHandOvers(ctx, filter, first, after ?? null);
  }

  @Guard(viewParticipants)
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() row: HandOver): Promise<unknown> {
    return loadParticipant(ctx, row.participantId);
  }

  @FieldResolver(() => Employee, { nullable: true })
  from(@Ctx() ctx: RequestContext, @Root() row: HandOver): Promise<Employee | null> | null {
    return row.fromId === null ? null : loadEmployee(ctx, row.fromId);
  }

  @FieldResolver(() => Employee, { nullable: true })
  to(@Ctx() ctx: RequestContext, @Root() row: HandOver): Promise<Employee | null> | null {
    return row.toId === null ? null : loadEmployee(ctx, row.toId);
  }

  @FieldResolver(() => Organisation)
  fromOrganisation(@Root() row: HandOver): Organisation {
    return { ...organisation(row.fromOrganisation), name: commissionerName(row.fromOrganisation) };
  }

  @FieldResolver(() => Organisation)
  toOrganisation(@Root() row: HandOver): Organisation {
    return { ...organisation(row.toOrganisation), name: commissionerName(row.toOrganisation) };
  }
}

@Resolver(() => NuoCommands)
export class ResponsibilityCommandsResolver {
  @Guard(assignResponsibles)
  @FieldResolver(() => types.AssignResponsibleResult, { description: 'Makes somebody responsible for a participant in a role, in the place of who is now.' })
  assignResponsible(@Ctx() ctx: RequestContext, @Arg('input', () => types.AssignResponsibleInput) input: types.AssignResponsibleInput): Promise<unknown> {
    return assignResponsible(ctx, input);
  }

  @Guard(assignResponsibles)
  @FieldResolver(() => types.EndResponsibilityResult, { description: 'Ends it without a next one, or ends a stand-in early.' })
  endResponsibility(@Ctx() ctx: RequestContext, @Arg('input', () => types.EndResponsibilityInput) input: types.EndResponsibilityInput): Promise<unknown> {
    return endResponsibility(ctx, input);
  }

  @Guard(assignResponsibles)
  @FieldResolver(() => types.PlanStandInResult, { description: 'Somebody takes the place of who is responsible for some days; a short time is no hand-over.' })
  planStandIn(@Ctx() ctx: RequestContext, @Arg('input', () => types.PlanStandInInput) input: types.PlanStandInInput): Promise<unknown> {
    return planStandIn(ctx, input);
  }
}

/** Each answer shows its responsibility as it is now; one that was never to begin is gone. */
const showing = (answer: new () => { responsibilityId: string | null }): Function => {
  @Resolver(() => answer)
  class AnswerResolver {
    @FieldResolver(() => types.ResponsibilityType, { nullable: true })
    responsibility(@Ctx() ctx: RequestContext, @Root() { responsibilityId }: { responsibilityId: string | null }): Promise<unknown> | null {
      return responsibilityId === null ? null : loadResponsibility(ctx, responsibilityId);
    }
  }
  return AnswerResolver;
};

export const responsibilityResolvers = [
  ParticipantResponsibleResolver,
  ResponsibilityResolver,
  ActingResolver,
  HandOverResolver,
  ResponsibilityCommandsResolver,
  ...[
    types.ResponsibleAssigned,
    types.ResponsibleIsAnother,
    types.ResponsibilityEnded,
    types.ResponsibilityAlreadyEnded,
    types.StandInPlanned,
    types.StandInRefused,
  ].map(showing),
];
