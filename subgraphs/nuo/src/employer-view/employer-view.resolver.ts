import { Employee, Guard, Organisation, organisation, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { toEmployee } from '../contact-plans/contact-plan.resolver.ts';
import { Employer } from '../employers/employer.entity.ts';
import { viewEmployers } from '../employers/employer.policy.ts';
import { EmployerType } from '../employers/employer.types.ts';
import { loadById } from '../reads.ts';
import { employerPerformance } from './performance.store.ts';
import { EmployerYear } from './performance.types.ts';
import { employerWarnings } from './warnings.store.ts';
import { EmployerWarning } from './warnings.types.ts';

@Resolver(() => EmployerType)
export class EmployerViewResolver {
  @Guard(viewEmployers)
  @FieldResolver(() => [EmployerYear], { nullable: true, description: 'What earlier vacancies, proposals and placements came to; the latest year first.' })
  performance(
    @Ctx() ctx: RequestContext,
    @Root() row: Employer,
    @Arg('years', () => Int, { defaultValue: 5, description: 'Calendar years until this one, at most 10.' }) years: number,
  ): Promise<EmployerYear[]> {
    return employerPerformance(ctx, row.id, years);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => [EmployerWarning], { nullable: true, description: 'What to know before you approach it today; what weighs most first.' })
  warnings(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> {
    return employerWarnings(ctx, row);
  }
}

@Resolver(() => EmployerWarning)
export class EmployerWarningResolver {
  @FieldResolver(() => Employee, { nullable: true, description: 'Whose account it is.' })
  holder(@Root() { holder }: EmployerWarning): Employee | null {
    return holder && toEmployee(holder);
  }

  @FieldResolver(() => [Organisation], { description: 'Who approached it, or of the holder.' })
  organisations(@Root() { organisationCodes }: EmployerWarning): Organisation[] {
    return organisationCodes.map(organisation);
  }

  @FieldResolver(() => [EmployerType], { description: 'The others that it is about.' })
  async employers(@Ctx() ctx: RequestContext, @Root() { employerIds }: EmployerWarning): Promise<Employer[]> {
    // Not by alias: of a merge it is the one that went, as it was.
    const rows = await Promise.all(employerIds.map((id) => loadById(ctx, 'employerRow', Employer, id)));
    return rows.filter((row) => row !== null);
  }
}

export const employerViewResolvers = [EmployerViewResolver, EmployerWarningResolver];
