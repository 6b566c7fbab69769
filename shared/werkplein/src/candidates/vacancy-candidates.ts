import { badInput, Guard, type Municipality, type Reference, type RequestContext } from '@werkplein/kernel';
import type { Criterion } from '@werkplein/matching';
import { Arg, Ctx, Directive, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { readCandidate } from './candidate.policy.ts';
import { fittingCandidates } from './fitting-candidates.ts';
import { MatchCriterion, VacancyDemand } from './match.types.ts';

const MATCHES_MAX = 50;
const needed =
  'demand { occupation { code text } hoursMin hoursMax postcode4 workingLevelMin drivingLicences offersAdaptation offersGuidance onlyDoelgroepregister } passedOverCandidateIds';

/** A router may leave out what is null. */
const told = (demand: VacancyDemand): VacancyDemand => ({
  ...demand,
  occupation: { ...demand.occupation, code: demand.occupation.code ?? null },
  hoursMin: demand.hoursMin ?? null,
  hoursMax: demand.hoursMax ?? null,
  postcode4: demand.postcode4 ?? null,
  workingLevelMin: demand.workingLevelMin ?? null,
});

export interface VacancyCandidates {
  type: Function;
  resolver: Function;
  references: Record<string, Reference>;
}

/** What one Werkplein adds to a vacancy of the NUO: its own candidates. Each has a field of its own, for federation never routes by value. */
export const vacancyCandidates = ({ name }: Municipality, candidateType: Function): VacancyCandidates => {
  @ObjectType('Vacancy')
  @Directive('@key(fields: "id")')
  class VacancyOfNuo {
    @Field(() => ID) id!: string;
    @Directive('@external')
    @Field(() => VacancyDemand, { nullable: true })
    demand?: VacancyDemand | null;
    @Directive('@external')
    @Field(() => [ID], { nullable: true })
    passedOverCandidateIds?: string[] | null;
  }

  @ObjectType(`${name}CandidateMatch`, { description: `A candidate of Werkplein ${name} who fits a vacancy, and why.` })
  class CandidateMatch {
    @Field(() => candidateType) candidate!: object;
    @Field(() => Int, { description: '0 to 100; what is unknown counts for half.' }) score!: number;
    @Field(() => Float, { nullable: true, description: 'Kilometres as the crow flies; null when unknown.' }) distanceKm!: number | null;
    @Field(() => [MatchCriterion]) fits!: Criterion[];
    @Field(() => [MatchCriterion], { description: 'What is missed; nothing without which the work is out of reach.' }) misses!: Criterion[];
    @Field(() => [MatchCriterion]) unknown!: Criterion[];
  }

  @Resolver(() => VacancyOfNuo)
  class VacancyCandidatesResolver {
    @Guard(readCandidate)
    @Directive(`@requires(fields: "${needed}")`)
    @FieldResolver(() => [CandidateMatch], {
      name: `candidatesOf${name}`,
      nullable: true,
      description: `Candidates of Werkplein ${name} who fit, best first, at most ${MATCHES_MAX}; without who they are.`,
    })
    candidates(
      @Ctx() ctx: RequestContext,
      @Root() { demand, passedOverCandidateIds }: VacancyOfNuo,
      @Arg('first', () => Int, { defaultValue: 10 }) first: number,
    ): Promise<object[]> | null {
      if (first < 1 || first > MATCHES_MAX) throw badInput([{ path: ['first'], message: `Vraag 1 tot en met ${MATCHES_MAX} kandidaten.` }]);
      return demand ? fittingCandidates(ctx, told(demand), passedOverCandidateIds ?? [], first) : null;
    }
  }

  return {
    type: VacancyOfNuo,
    resolver: VacancyCandidatesResolver,
    // No row of this Werkplein: what it adds is found by what the vacancy asks.
    references: { Vacancy: { action: readCandidate, key: 'id', load: async (_ctx, id, given) => ({ ...given, id }) } },
  };
};
