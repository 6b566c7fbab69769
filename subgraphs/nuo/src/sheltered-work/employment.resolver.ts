import { Guard, localDay, NUO, Organisation, organisation, parseDay, parseMunicipalityCode, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { onDay } from '../dated.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { EmployerType } from '../employers/employer.types.ts';
import { checkArguments } from '../input.ts';
import { PageArgs } from '../page-args.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { reaches, viewParticipants } from '../participants/participant.policy.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ParticipantType } from '../participants/participant.types.ts';
import { viewEmployers } from '../placements/placement.policy.ts';
import { WerkpleinType } from '../placements/placement.types.ts';
import type { Adaptation } from './adaptations.ts';
import type { ShelteredEmployment } from './employment.entity.ts';
import type { EmploymentKind, EmploymentState } from './employment.machine.ts';
import { countBeschut, viewEmployments, viewNeeds } from './employment.policy.ts';
import { beschutOn, continuationOf, type EmploymentFilter, employmentsOf, listEmployments, loadEmployment, termsOf } from './employment.store.ts';
import * as types from './employment.types.ts';

@InputType()
class ShelteredEmploymentFilter implements EmploymentFilter {
  @Field(() => types.EmploymentKindEnum, { nullable: true }) kind?: EmploymentKind | null;
  @Field(() => types.EmploymentStateEnum, { nullable: true, description: 'AWAITING_DECISION: what waits for a municipality.' }) state?: EmploymentState | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode.' }) responsibleMunicipality?: string | null;
  @Field(() => String, { nullable: true, description: 'Date: those that run on it.' }) activeOn?: string | null;
}

@ArgsType()
class ShelteredEmploymentsArgs extends PageArgs {
  @Field(() => ShelteredEmploymentFilter, { nullable: true }) filter?: ShelteredEmploymentFilter | null;
}

const checkFilter = (filter: ShelteredEmploymentFilter): EmploymentFilter => {
  const checking = checkArguments('filter');
  const responsibleMunicipality = checking.optional('responsibleMunicipality', filter.responsibleMunicipality, parseMunicipalityCode);
  const activeOn = checking.optional('activeOn', filter.activeOn, parseDay);
  checking.done();
  return { ...filter, responsibleMunicipality, activeOn };
};

@Resolver(() => types.ShelteredEmploymentType)
class ShelteredEmploymentResolver {
  @Guard(viewEmployments)
  @Query(() => types.ShelteredEmploymentType, { nullable: true })
  shelteredEmployment(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadEmployment(ctx, id);
  }

  @Guard(viewEmployments)
  @Query(() => types.ShelteredEmploymentConnection, { description: 'Employments, latest start first; a Werkplein sees those for which it is responsible.' })
  shelteredEmployments(@Ctx() ctx: RequestContext, @Args(() => ShelteredEmploymentsArgs) { filter, ...page }: ShelteredEmploymentsArgs): Promise<unknown> {
    return listEmployments(ctx, checkFilter(filter ?? {}), page);
  }

  @Guard(viewParticipants)
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() row: ShelteredEmployment): Promise<unknown> {
    return loadParticipant(ctx, row.participantId);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => EmployerType, { nullable: true, description: 'The formal employer, of a kind of which an employer is it.' })
  employer(@Ctx() ctx: RequestContext, @Root() row: ShelteredEmployment): Promise<unknown> | null {
    return row.employerAliasId === null ? null : loadEmployer(ctx, row.employerAliasId);
  }

  @FieldResolver(() => Organisation, { description: 'Who carries it out, whoever is the formal employer.' })
  executor(): Organisation {
    return organisation(NUO);
  }

  @FieldResolver(() => [types.EmploymentTermsType], { description: 'What was agreed, as known now, oldest first.' })
  terms(@Ctx() ctx: RequestContext, @Root() row: ShelteredEmployment): Promise<unknown[]> {
    return termsOf(ctx, row.id);
  }

  @FieldResolver(() => types.EmploymentTermsType, { nullable: true, description: 'What holds on a day; today unless given.' })
  async termsOn(
    @Ctx() ctx: RequestContext,
    @Root() row: ShelteredEmployment,
    @Arg('day', () => String, { nullable: true, description: 'Date.' }) day?: string | null,
  ): Promise<unknown> {
    const checking = checkArguments('day');
    const on = checking.optional([], day, parseDay) ?? localDay(ctx.clock());
    checking.done();
    return onDay(await termsOf(ctx, row.id), on);
  }

  @Guard(viewNeeds)
  @FieldResolver(() => [types.AdaptationEnum], { nullable: true, description: 'What a sheltered place must offer this person.' })
  adaptations(@Root() row: ShelteredEmployment): Adaptation[] {
    return row.adaptations;
  }

  @Guard(viewEmployments)
  @FieldResolver(() => types.ShelteredEmploymentType, { nullable: true, description: 'The employment of another form that this one goes on with.' })
  continues(@Ctx() ctx: RequestContext, @Root() row: ShelteredEmployment): Promise<unknown> | null {
    return row.continuesId === null ? null : loadEmployment(ctx, row.continuesId);
  }

  @Guard(viewEmployments)
  @FieldResolver(() => types.ShelteredEmploymentType, { nullable: true, description: 'The employment of another form that went on with this one.' })
  continuedBy(@Ctx() ctx: RequestContext, @Root() row: ShelteredEmployment): Promise<unknown> {
    return continuationOf(ctx, row.id);
  }
}

@Resolver(() => ParticipantType)
class ParticipantEmploymentsResolver {
  @Guard(viewEmployments)
  @FieldResolver(() => [types.ShelteredEmploymentType], { description: 'Employments, latest start first; for a Werkplein those for which it is responsible.' })
  shelteredEmployments(@Ctx() ctx: RequestContext, @Root() row: Participant): Promise<unknown[]> {
    return employmentsOf(ctx, row.id);
  }
}

@Resolver(() => WerkpleinType)
class WerkpleinBeschutResolver {
  @Guard(countBeschut)
  @FieldResolver(() => types.BeschutRealised, {
    nullable: true,
    description: 'Beschut werk that runs on a day, by responsible municipality; null when not yours to count.',
  })
  async beschutRealised(
    @Ctx() ctx: RequestContext,
    @Root() { municipality }: WerkpleinType,
    @Arg('day', () => String, { nullable: true, description: 'Date; today unless given.' }) day?: string | null,
  ): Promise<types.BeschutRealised | null> {
    const checking = checkArguments('day');
    const on = checking.optional([], day, parseDay) ?? localDay(ctx.clock());
    checking.done();
    return reaches(ctx, countBeschut, municipality) ? { day: on, ...(await beschutOn(ctx, municipality, on)) } : null;
  }
}

@Resolver(() => types.EmploymentRegistered)
class EmploymentRegisteredResolver {
  @FieldResolver(() => types.ShelteredEmploymentType, { nullable: true })
  employment(@Ctx() ctx: RequestContext, @Root() answer: types.EmploymentRegistered): Promise<unknown> {
    return loadEmployment(ctx, answer.employmentId);
  }
}

@Resolver(() => types.EmploymentChanged)
class EmploymentChangedResolver {
  @FieldResolver(() => types.ShelteredEmploymentType, { nullable: true })
  employment(@Ctx() ctx: RequestContext, @Root() answer: types.EmploymentChanged): Promise<unknown> {
    return loadEmployment(ctx, answer.employmentId);
  }
}

@Resolver(() => types.WorkFormSwitched)
class WorkFormSwitchedResolver {
  @FieldResolver(() => types.ShelteredEmploymentType, { nullable: true })
  employment(@Ctx() ctx: RequestContext, @Root() answer: types.WorkFormSwitched): Promise<unknown> {
    return loadEmployment(ctx, answer.employmentId);
  }

  @FieldResolver(() => types.ShelteredEmploymentType, { nullable: true })
  ended(@Ctx() ctx: RequestContext, @Root() answer: types.WorkFormSwitched): Promise<unknown> {
    return loadEmployment(ctx, answer.endedId);
  }
}

export const employmentResolvers = [
  ShelteredEmploymentResolver,
  ParticipantEmploymentsResolver,
  WerkpleinBeschutResolver,
  EmploymentRegisteredResolver,
  EmploymentChangedResolver,
  WorkFormSwitchedResolver,
];
