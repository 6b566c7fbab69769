import { addDays, Employee, Guard, localDay, parseDay, parseMunicipalityCode, parseText, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { loadEmployee } from '../colleagues/colleague.store.ts';
import { viewEmployers } from '../employers/employer.policy.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { EmployerType } from '../employers/employer.types.ts';
import { checkArguments } from '../input.ts';
import { PageArgs } from '../page-args.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { PlacementType } from '../placements/placement.types.ts';
import type { WorkGroup, Workplace } from './workplace.entity.ts';
import { WorkplaceKindEnum } from './workplace.inputs.ts';
import { viewWorkplaces } from './workplace.policy.ts';
import type { WorkplaceKind } from './workplace.rules.ts';
import { listWorkplaces, loadWorkGroup, loadWorkplace, placementsAt, workplaceBoard, type WorkplaceFilter } from './workplace.store.ts';
import * as types from './workplace.types.ts';

@InputType('WorkplaceFilter')
class WorkplaceFilterInput implements WorkplaceFilter {
  @Field(() => String, { nullable: true, description: 'MunicipalityCode of where it is.' }) municipality?: string | null;
  @Field(() => [WorkplaceKindEnum], { nullable: true }) kinds?: WorkplaceKind[] | null;
  @Field(() => String, { nullable: true, description: 'A part of its name, at most 120 characters.' }) name?: string | null;
  @Field(() => ID, { nullable: true }) workGroupId?: string | null;
}

@ArgsType()
class WorkplacesArgs extends PageArgs {
  @Field(() => WorkplaceFilterInput, { nullable: true }) filter?: WorkplaceFilterInput | null;
}

@ArgsType()
class BoardArgs extends WorkplacesArgs {
  @Field(() => String, { description: 'Date.' }) from!: string;
  @Field(() => String, { description: 'Date: at most 92 days, or 53 weeks, later.' }) until!: string;
  @Field(() => types.BoardUnitEnum, { defaultValue: 'WEEK' }) unit!: 'DAY' | 'WEEK';
}

const checkFilter = (filter: WorkplaceFilterInput | null | undefined): WorkplaceFilter => {
  const checking = checkArguments('filter');
  const municipality = checking.optional('municipality', filter?.municipality, parseMunicipalityCode);
  const name = checking.optional('name', filter?.name, (text) => parseText(text, { max: 120 }));
  checking.done();
  return { ...filter, municipality, name };
};

const DAYS_MAX = { DAY: 92, WEEK: 371 };

const checkPeriod = ({ from, until, unit }: BoardArgs) => {
  const [first, last] = [checkArguments('from'), checkArguments('until')];
  const period = { from: first.required([], from, parseDay), until: last.required([], until, parseDay), unit };
  first.done();
  if (period.until < period.from) last.problem([], 'De laatste dag ligt voor de eerste.');
  else if (addDays(period.from, DAYS_MAX[unit]) < period.until) last.problem([], `Vraag hooguit ${DAYS_MAX[unit]} dagen.`);
  last.done();
  return period;
};

@Resolver(() => types.WorkplaceType)
class WorkplaceResolver {
  @Guard(viewWorkplaces)
  @Query(() => types.WorkplaceType, { nullable: true })
  workplace(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadWorkplace(ctx, id);
  }

  @Guard(viewWorkplaces)
  @Query(() => types.WorkplaceConnection)
  workplaces(@Ctx() ctx: RequestContext, @Args(() => WorkplacesArgs) { filter, ...page }: WorkplacesArgs): Promise<unknown> {
    return listWorkplaces(ctx, checkFilter(filter), page);
  }

  @Guard(viewWorkplaces)
  @Query(() => types.WorkplaceBoard, { description: 'What each place holds per day or week.' })
  workplaceBoard(@Ctx() ctx: RequestContext, @Args(() => BoardArgs) args: BoardArgs): Promise<unknown> {
    return workplaceBoard(ctx, checkFilter(args.filter), checkPeriod(args), args);
  }

  @FieldResolver(() => types.WorkGroupType, { nullable: true, description: 'The group to which it belongs.' })
  group(@Ctx() ctx: RequestContext, @Root() row: Workplace): Promise<unknown> | null {
    return row.workGroupId === null ? null : loadWorkGroup(ctx, row.workGroupId);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'The work supervisor: its own, or that of the group.' })
  async supervisor(@Ctx() ctx: RequestContext, @Root() row: Workplace): Promise<Employee | null> {
    const group = row.workGroupId === null ? null : await loadWorkGroup(ctx, row.workGroupId);
    const id = group?.supervisorId ?? row.supervisorId;
    return id === null ? null : loadEmployee(ctx, id);
  }

  @Guard(viewWorkplaces)
  @FieldResolver(() => [PlacementType], { description: 'Placements that take hours of it on a day; today unless given.' })
  placements(
    @Ctx() ctx: RequestContext,
    @Root() row: Workplace,
    @Arg('day', () => String, { nullable: true, description: 'Date.' }) day?: string | null,
  ): Promise<Placement[]> {
    const checking = checkArguments('day');
    const on = checking.optional([], day, parseDay) ?? localDay(ctx.clock());
    checking.done();
    return placementsAt(ctx, row.id, on);
  }
}

@Resolver(() => types.WorkGroupType)
class WorkGroupResolver {
  @Guard(viewEmployers)
  @FieldResolver(() => EmployerType, { nullable: true, description: 'The employer that hires the group.' })
  hirer(@Ctx() ctx: RequestContext, @Root() row: WorkGroup): Promise<unknown> | null {
    return row.employerAliasId === null ? null : loadEmployer(ctx, row.employerAliasId);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'The work supervisor.' })
  supervisor(@Ctx() ctx: RequestContext, @Root() row: WorkGroup): Promise<Employee | null> | null {
    return row.supervisorId === null ? null : loadEmployee(ctx, row.supervisorId);
  }
}

@Resolver(() => PlacementType)
class PlacementWorkplaceResolver {
  @Guard(viewWorkplaces)
  @FieldResolver(() => types.WorkplaceType, { nullable: true, description: 'Of sheltered work inside or on location: the place that it takes hours of.' })
  workplace(@Ctx() ctx: RequestContext, @Root() row: Placement): Promise<unknown> | null {
    return row.workplaceId === null ? null : loadWorkplace(ctx, row.workplaceId);
  }
}

const showingPlace = (result: new () => { workplaceId: string }): Function => {
  @Resolver(() => result)
  class ResultResolver {
    @FieldResolver(() => types.WorkplaceType, { nullable: true })
    workplace(@Ctx() ctx: RequestContext, @Root() answer: { workplaceId: string }): Promise<unknown> {
      return loadWorkplace(ctx, answer.workplaceId);
    }
  }
  return ResultResolver;
};

@Resolver(() => types.WorkGroupSaved)
class WorkGroupSavedResolver {
  @FieldResolver(() => types.WorkGroupType, { nullable: true })
  group(@Ctx() ctx: RequestContext, @Root() answer: types.WorkGroupSaved): Promise<unknown> {
    return loadWorkGroup(ctx, answer.workGroupId);
  }
}

export const workplaceResolvers = [
  WorkplaceResolver,
  WorkGroupResolver,
  PlacementWorkplaceResolver,
  WorkGroupSavedResolver,
  ...[types.WorkplaceSaved, types.WorkplaceTooSmall, types.WorkplaceUnfit, types.FallbackReserved].map(showingPlace),
];
