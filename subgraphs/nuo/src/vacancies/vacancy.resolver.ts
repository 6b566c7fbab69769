import { Guard, localDay, Organisation, organisation, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { Branch, type Employer } from '../employers/employer.entity.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { BranchType, EmployerType } from '../employers/employer.types.ts';
import { loadById } from '../reads.ts';
import { changeVacancy, changeVacancyStatus } from './change-vacancy.ts';
import { registerVacancy } from './register-vacancy.ts';
import type { Vacancy } from './vacancy.entity.ts';
import { editVacancies, viewEmployers, viewVacancies } from './vacancy.policy.ts';
import { demandOf, probablySame, statusOn, type VacancyStatus } from './vacancy.rules.ts';
import { likelyPairs, listVacancies, loadVacancy, vacanciesOf } from './vacancy.store.ts';
import * as types from './vacancy.types.ts';
import { showing } from '../showing.ts';

@Resolver(() => types.VacancyType)
export class VacancyResolver {
  @Guard(viewVacancies)
  @Query(() => types.VacancyConnection, { nullable: true, description: 'Vacancies of all employers, latest registered first.' })
  vacancies(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('filter', () => types.VacancyFilter, { nullable: true }) filter?: types.VacancyFilter,
  ): Promise<unknown> {
    return listVacancies(ctx, localDay(ctx.clock()), { first, after }, filter ?? {});
  }

  @Guard(viewVacancies)
  @Query(() => types.VacancyType, { nullable: true })
  vacancy(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadVacancy(ctx, id);
  }

  @Guard(viewVacancies)
  @Query(() => [types.VacancyPair], { nullable: true, description: 'Running vacancies that are probably entered twice, at most 1,000 pairs.' })
  async vacancyDuplicates(@Ctx() ctx: RequestContext): Promise<unknown> {
    const pairs = await likelyPairs(ctx.db.read);
    return pairs.filter(([a, b]) => probablySame(a, b)).map(([first, second]) => ({ first, second }));
  }

  @FieldResolver(() => types.VacancyStatusEnum)
  status(@Ctx() ctx: RequestContext, @Root() row: Vacancy): VacancyStatus {
    return statusOn(row, localDay(ctx.clock()));
  }

  @FieldResolver(() => types.VacancyDemand, { nullable: true, description: 'What is asked of a person: by this the Werkpleinen find who fits.' })
  demand(@Root() row: Vacancy): types.VacancyDemand {
    return demandOf(row);
  }

  @FieldResolver(() => Organisation, { description: 'Who registered it.' })
  organisation(@Root() row: Vacancy): Organisation {
    return organisation(row.organisation);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => EmployerType, { nullable: true })
  employer(@Ctx() ctx: RequestContext, @Root() row: Vacancy): Promise<unknown> {
    return loadEmployer(ctx, row.employerAliasId);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => BranchType, { nullable: true })
  branch(@Ctx() ctx: RequestContext, @Root() row: Vacancy): Promise<unknown> | null {
    return row.branchId === null ? null : loadById(ctx, 'branch', Branch, row.branchId);
  }
}

@Resolver(() => EmployerType)
export class EmployerVacanciesResolver {
  @Guard(viewVacancies)
  @FieldResolver(() => types.VacancyConnection, { nullable: true })
  vacancies(
    @Ctx() ctx: RequestContext,
    @Root() row: Employer,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only those that are open today.' }) open?: boolean,
  ): Promise<unknown> {
    return vacanciesOf(ctx, row.id, localDay(ctx.clock()), { first, after, open: open ?? null });
  }
}

@Resolver(() => NuoCommands)
export class VacancyCommandsResolver {
  @Guard(editVacancies)
  @FieldResolver(() => types.RegisterVacancyResult)
  registerVacancy(@Ctx() ctx: RequestContext, @Arg('input', () => types.RegisterVacancyInput) input: types.RegisterVacancyInput): Promise<unknown> {
    return registerVacancy(ctx, input);
  }

  @Guard(editVacancies)
  @FieldResolver(() => types.ChangeVacancyResult)
  changeVacancy(@Ctx() ctx: RequestContext, @Arg('input', () => types.ChangeVacancyInput) input: types.ChangeVacancyInput): Promise<unknown> {
    return changeVacancy(ctx, input);
  }

  @Guard(editVacancies)
  @FieldResolver(() => types.ChangeVacancyResult, { description: 'Opens, pauses or withdraws a vacancy.' })
  changeVacancyStatus(@Ctx() ctx: RequestContext, @Arg('input', () => types.ChangeVacancyStatusInput) input: types.ChangeVacancyStatusInput): Promise<unknown> {
    return changeVacancyStatus(ctx, input);
  }
}

@Resolver(() => types.VacancyProbablyKnown)
export class VacancyProbablyKnownResolver {
  @FieldResolver(() => [types.VacancyType])
  async vacancies(@Ctx() ctx: RequestContext, @Root() { vacancyIds }: types.VacancyProbablyKnown): Promise<unknown> {
    return (await Promise.all(vacancyIds.map((id) => loadVacancy(ctx, id)))).filter((row) => row !== null);
  }
}

export const vacancyResolvers = [
  VacancyResolver,
  EmployerVacanciesResolver,
  VacancyCommandsResolver,
  VacancyProbablyKnownResolver,
  ...showing(
    'vacancy',
    () => types.VacancyType,
    (ctx, { vacancyId }) => loadVacancy(ctx, vacancyId),
    [types.VacancyRegistered, types.VacancyChanged, types.VacancyVersionConflict, types.VacancyTransitionRefused],
    { nullable: true },
  ),
];
