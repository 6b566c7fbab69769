import { badInput, Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { CandidateType } from '../proposals/proposal.types.ts';
import { viewVacancies } from '../vacancies/vacancy.policy.ts';
import { fittingVacancies } from './fitting-vacancies.ts';
import { VacancyMatch } from './match.types.ts';

const MATCHES_MAX = 50;
const needed =
  'occupations { code text } hoursMin hoursMax postcode4 maxTravelKm workingLevel drivingLicences needsAdaptation needsGuidance inDoelgroepregister';

@Resolver(() => CandidateType)
export class MatchResolver {
  @Guard(viewVacancies)
  @Directive(`@requires(fields: "${needed}")`)
  @FieldResolver(() => [VacancyMatch], {
    nullable: true,
    description: 'Open vacancies that fit, best first, at most 50; null when you may not see the profile.',
  })
  fittingVacancies(
    @Ctx() ctx: RequestContext,
    @Root() candidate: CandidateType,
    @Arg('first', () => Int, { defaultValue: 10 }) first: number,
  ): Promise<unknown> {
    if (first < 1 || first > MATCHES_MAX) throw badInput([{ path: ['first'], message: `Vraag 1 tot en met ${MATCHES_MAX} vacatures.` }]);
    return fittingVacancies(ctx, candidate, first);
  }
}

export const matchResolvers = [MatchResolver];
