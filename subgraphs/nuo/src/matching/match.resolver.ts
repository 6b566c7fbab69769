import { badInput, Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { viewVacancies } from '../vacancies/vacancy.policy.ts';
import { fittingVacancies } from './fitting-vacancies.ts';
import { VacancyMatch } from './match.types.ts';
import { CandidateSupply } from './supply.types.ts';

const MATCHES_MAX = 50;

@Resolver(() => CandidateSupply)
export class MatchResolver {
  @Guard(viewVacancies)
  @FieldResolver(() => [VacancyMatch], { nullable: true, description: 'Open vacancies that fit, best first, at most 50.' })
  fittingVacancies(
    @Ctx() ctx: RequestContext,
    @Root() supply: CandidateSupply,
    @Arg('first', () => Int, { defaultValue: 10 }) first: number,
  ): Promise<unknown> {
    if (first < 1 || first > MATCHES_MAX) throw badInput([{ path: ['first'], message: `Vraag 1 tot en met ${MATCHES_MAX} vacatures.` }]);
    return fittingVacancies(ctx, supply, first);
  }
}

export const matchResolvers = [MatchResolver];
