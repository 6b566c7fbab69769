import { type Criterion, criteria } from '@werkplein/matching';
import { Directive, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OccupationType } from './occupation.types.ts';

// What the NUO declares as well has no descriptions here: the texts of two subgraphs must be the same.

export const MatchCriterion = Object.fromEntries(criteria.map((each) => [each, each])) as Record<Criterion, Criterion>;
registerEnumType(MatchCriterion, { name: 'MatchCriterion' });

@ObjectType()
@Directive('@shareable')
export class VacancyDemand {
  @Field(() => OccupationType) occupation!: OccupationType;
  @Field(() => Float, { nullable: true }) hoursMin!: number | null;
  @Field(() => Float, { nullable: true }) hoursMax!: number | null;
  @Field(() => String, { nullable: true }) postcode4!: string | null;
  @Field(() => Int, { nullable: true }) workingLevelMin!: number | null;
  @Field(() => [String]) drivingLicences!: string[];
  @Field(() => Boolean) offersAdaptation!: boolean;
  @Field(() => Boolean) offersGuidance!: boolean;
  @Field(() => Boolean) onlyDoelgroepregister!: boolean;
}
