import { type Criterion, criteria } from '@werkplein/matching';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { VacancyType } from '../vacancies/vacancy.types.ts';

// No descriptions: the Werkpleinen declare this enum too.
export const MatchCriterion = Object.fromEntries(criteria.map((each) => [each, each])) as Record<Criterion, Criterion>;
registerEnumType(MatchCriterion, { name: 'MatchCriterion' });

@ObjectType({ description: 'A vacancy that fits a candidate, and why.' })
export class VacancyMatch {
  @Field(() => VacancyType) vacancy!: VacancyType;
  @Field(() => Int, { description: '0 to 100; what is unknown counts for half.' }) score!: number;
  @Field(() => Float, { nullable: true, description: 'Kilometres as the crow flies; null when unknown.' }) distanceKm!: number | null;
  @Field(() => [MatchCriterion]) fits!: Criterion[];
  @Field(() => [MatchCriterion], { description: 'What is missed; nothing without which the work is out of reach.' }) misses!: Criterion[];
  @Field(() => [MatchCriterion]) unknown!: Criterion[];
}
