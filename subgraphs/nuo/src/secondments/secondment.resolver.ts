import { Guard, localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Branch, type Employer } from '../employers/employer.entity.ts';
import { viewEmployers } from '../employers/employer.policy.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { BranchType, EmployerType } from '../employers/employer.types.ts';
import { checkArguments } from '../input.ts';
import { PageArgs } from '../page-args.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { loadPlacement } from '../placements/placement.store.ts';
import { PlacementType } from '../placements/placement.types.ts';
import { loadById } from '../reads.ts';
import { holdingRates, rateOn } from './rate.rules.ts';
import type { Secondment } from './secondment.entity.ts';
import { SecondmentFilter } from './secondment.inputs.ts';
import { viewSecondmentRates, viewSecondments } from './secondment.policy.ts';
import { listSecondments, loadSecondment, membersOf, ratesOf, secondmentsOf } from './secondment.store.ts';
import * as types from './secondment.types.ts';

@Resolver(() => types.SecondmentType)
export class SecondmentResolver {
  @Guard(viewSecondments)
  @Query(() => types.SecondmentConnection, { nullable: true, description: 'Agreements of secondment, latest start first; with `endsBy`, soonest end first.' })
  secondments(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => SecondmentFilter, { nullable: true }) filter?: SecondmentFilter,
  ): Promise<unknown> {
    const checking = checkArguments('filter');
    const endsBy = checking.optional('endsBy', filter?.endsBy, parseDay);
    checking.done();
    return listSecondments(ctx, args, { ...filter, endsBy });
  }

  @Guard(viewSecondments)
  @Query(() => types.SecondmentType, { nullable: true })
  secondment(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadSecondment(ctx, id);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => EmployerType, { nullable: true, description: 'The hirer.' })
  employer(@Ctx() ctx: RequestContext, @Root() row: Secondment): Promise<unknown> {
    return loadEmployer(ctx, row.employerAliasId);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => BranchType, { nullable: true })
  branch(@Ctx() ctx: RequestContext, @Root() row: Secondment): Promise<unknown> | null {
    return row.branchId === null ? null : loadById(ctx, 'branch', Branch, row.branchId);
  }

  @Guard(viewSecondments)
  @FieldResolver(() => [PlacementType], { description: 'Who is lent, in the order in which they began; a Werkplein sees its own people.' })
  members(@Ctx() ctx: RequestContext, @Root() row: Secondment): Promise<unknown> {
    return membersOf(ctx, row.id);
  }

  @Guard(viewSecondmentRates)
  @FieldResolver(() => [types.SecondmentRateType], { nullable: true, description: 'Oldest first, also those that wait for approval.' })
  rates(@Ctx() ctx: RequestContext, @Root() row: Secondment): Promise<unknown> {
    return ratesOf(ctx, row.id);
  }

  @Guard(viewSecondmentRates)
  @FieldResolver(() => types.SecondmentRateType, { nullable: true, description: 'The rate that holds on a day; null when none does.' })
  async rate(
    @Ctx() ctx: RequestContext,
    @Root() row: Secondment,
    @Arg('on', () => String, { nullable: true, description: 'Date; today unless given.' }) on?: string | null,
  ): Promise<unknown> {
    const checking = checkArguments('on');
    const day = checking.optional([], on, parseDay);
    checking.done();
    return rateOn(holdingRates(await ratesOf(ctx, row.id)), day ?? localDay(ctx.clock()));
  }
}

@Resolver(() => EmployerType)
export class EmployerSecondmentsResolver {
  @Guard(viewSecondments)
  @FieldResolver(() => types.SecondmentConnection, { nullable: true })
  secondments(@Ctx() ctx: RequestContext, @Root() row: Employer, @Args(() => PageArgs) args: PageArgs): Promise<unknown> {
    return secondmentsOf(ctx, row.id, args);
  }
}

@Resolver(() => PlacementType)
export class PlacementSecondmentResolver {
  @Guard(viewSecondments)
  @FieldResolver(() => types.SecondmentType, { nullable: true, description: 'The agreement under which the person is lent.' })
  secondment(@Ctx() ctx: RequestContext, @Root() row: Placement): Promise<unknown> | null {
    return row.secondmentId === null ? null : loadSecondment(ctx, row.secondmentId);
  }
}

@Resolver(() => types.EndedMember)
export class EndedMemberResolver {
  @FieldResolver(() => PlacementType, { nullable: true })
  placement(@Ctx() ctx: RequestContext, @Root() { placementId }: types.EndedMember): Promise<unknown> {
    return loadPlacement(ctx, placementId);
  }
}

/** Each answer shows its agreement as it is now. */
const showing = (answer: new () => { secondmentId: string }): Function => {
  @Resolver(() => answer)
  class AnswerResolver {
    @FieldResolver(() => types.SecondmentType, { nullable: true })
    secondment(@Ctx() ctx: RequestContext, @Root() { secondmentId }: { secondmentId: string }): Promise<unknown> {
      return loadSecondment(ctx, secondmentId);
    }
  }
  return AnswerResolver;
};

const answers = [
  types.SecondmentChanged,
  types.SecondmentVersionConflict,
  types.SecondmentRefused,
  types.SecondmentRateRecorded,
  types.SecondmentEnded,
  types.RaisedRate,
  types.SkippedRate,
];
export const secondmentResolvers = [
  SecondmentResolver,
  EmployerSecondmentsResolver,
  PlacementSecondmentResolver,
  EndedMemberResolver,
  ...answers.map((answer) => showing(answer)),
];
