import { decodeCursor, Employee, Guard, localDay, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { loadById } from '../reads.ts';
import { changeColleague } from './change-colleague.ts';
import type { Colleague } from './colleague.entity.ts';
import { manageColleagues, viewColleagues } from './colleague.policy.ts';
import { isActive } from './colleague.rules.ts';
import { employeeOf, listColleagues, loadColleague } from './colleague.store.ts';
import * as types from './colleague.types.ts';
import { registerColleague } from './register-colleague.ts';
import { changeTeam, createTeam } from './save-team.ts';
import { Team } from './team.entity.ts';
import { listTeams, loadMembers } from './team.store.ts';
import { showing } from '../showing.ts';

@Resolver(() => types.ColleagueType)
export class ColleagueResolver {
  @Guard(viewColleagues)
  @Query(() => types.ColleagueConnection, { nullable: true })
  async colleagues(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<unknown> {
    const size = pageSize(first);
    return toPage(await listColleagues(ctx.db.read, size, decodeCursor(after)), size, (row) => [row.name, row.id]);
  }

  @FieldResolver(() => Employee)
  employee(@Root() row: Colleague): Employee {
    return employeeOf(row);
  }

  @FieldResolver(() => Boolean, { description: 'Whether they are here today.' })
  active(@Ctx() ctx: RequestContext, @Root() row: Colleague): boolean {
    return isActive(row, localDay(ctx.clock()));
  }
}

@Resolver(() => types.TeamType)
export class TeamResolver {
  @Guard(viewColleagues)
  @Query(() => types.TeamConnection, { nullable: true })
  async teams(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<unknown> {
    const size = pageSize(first);
    return toPage(await listTeams(ctx.db.read, size, decodeCursor(after)), size, (row) => [row.nameKey, row.id]);
  }

  @FieldResolver(() => [types.ColleagueType], { description: 'By name.' })
  members(@Ctx() ctx: RequestContext, @Root() row: Team): Promise<Colleague[]> {
    return loadMembers(ctx, row.id);
  }
}

@Resolver(() => NuoCommands)
export class ColleagueCommandsResolver {
  @Guard(manageColleagues)
  @FieldResolver(() => types.RegisterColleagueResult, { description: 'Names someone who has not signed in here yet.' })
  registerColleague(@Ctx() ctx: RequestContext, @Arg('input', () => types.RegisterColleagueInput) input: types.RegisterColleagueInput): Promise<unknown> {
    return registerColleague(ctx, input);
  }

  @Guard(manageColleagues)
  @FieldResolver(() => types.ChangeColleagueResult)
  changeColleague(@Ctx() ctx: RequestContext, @Arg('input', () => types.ChangeColleagueInput) input: types.ChangeColleagueInput): Promise<unknown> {
    return changeColleague(ctx, input);
  }

  @Guard(manageColleagues)
  @FieldResolver(() => types.CreateTeamResult)
  createTeam(@Ctx() ctx: RequestContext, @Arg('input', () => types.CreateTeamInput) input: types.CreateTeamInput): Promise<unknown> {
    return createTeam(ctx, input);
  }

  @Guard(manageColleagues)
  @FieldResolver(() => types.ChangeTeamResult, { description: 'The name and members as given replace those that were.' })
  changeTeam(@Ctx() ctx: RequestContext, @Arg('input', () => types.ChangeTeamInput) input: types.ChangeTeamInput): Promise<unknown> {
    return changeTeam(ctx, input);
  }
}

export const colleagueResolvers = [
  ColleagueResolver,
  TeamResolver,
  ColleagueCommandsResolver,
  ...showing(
    'colleague',
    () => types.ColleagueType,
    (ctx, { colleagueId }) => loadColleague(ctx, colleagueId),
    [types.ColleagueRegistered, types.ColleagueChanged, types.ColleagueVersionConflict, types.ColleagueNotActive],
  ),
  ...showing(
    'team',
    () => types.TeamType,
    (ctx, { teamId }) => loadById(ctx, 'team', Team, teamId),
    [types.TeamSaved, types.TeamNameTaken, types.TeamVersionConflict],
  ),
];
