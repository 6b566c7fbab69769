import { DayScalar, StepRefused } from '@werkplein/kernel';
import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NuoParameterMissing } from '../parameters/index.ts';
import { type PlacementRule, placementRules } from './placement-texts.rules.ts';

// Each that has a placementId shows its placement as it is now; the resolver adds the field.

export const PlacementRuleEnum = Object.fromEntries(Object.keys(placementRules).map((rule) => [rule, rule])) as Record<PlacementRule, PlacementRule>;
registerEnumType(PlacementRuleEnum, { name: 'PlacementRule', description: 'A rule that a placement keeps.' });

@ObjectType({ description: 'The placement is proposed; the municipality agrees, or is silent until the day that `details` says.' })
export class PlacementProposed {
  readonly __typename!: 'PlacementProposed';
  placementId!: string;
}

@ObjectType({ description: 'The step was taken.' })
export class PlacementChanged {
  readonly __typename!: 'PlacementChanged';
  placementId!: string;
}

@ObjectType({ description: 'The placement has ended.' })
export class PlacementEnded {
  readonly __typename!: 'PlacementEnded';
  placementId!: string;
  /** What became of the claim on a sheltered place; the resolver of claims shows it. */
  settled?: { claimId: string; workplaceId: string | null } | null;
}

@ObjectType({ description: 'The person is placed on a day of this one already, in a way that cannot be combined. End or change `placement` first.' })
export class PlacementOverlaps {
  readonly __typename!: 'PlacementOverlaps';
  placementId!: string;
  @Field(() => PlacementRuleEnum) rule!: PlacementRule;
  @Field(() => DayScalar, { description: 'On which both would be.' }) firstDay!: string;
}

@ObjectType({
  description:
    'The person has a placement that cannot be combined with this one, for another municipality. Which, and as whose client, is not shown: ask whoever runs it.',
})
export class PersonPlacedElsewhere {
  readonly __typename!: 'PersonPlacedElsewhere';
  @Field(() => PlacementRuleEnum) rule!: PlacementRule;
  @Field(() => String, { nullable: true, description: 'Name of the colleague of the NUO who knows; null when it came in from a file: ask the coordinator.' })
  ask!: string | null;
}

@ObjectType({ description: 'A rule would be broken; nothing was written.' })
export class PlacementRuleBroken {
  readonly __typename!: 'PlacementRuleBroken';
  @Field(() => PlacementRuleEnum) rule!: PlacementRule;
  @Field(() => String, { description: 'The rule in Dutch, for the user.' })
  text?(): string {
    return placementRules[this.rule];
  }
  @Field(() => DayScalar, { nullable: true, description: 'The first day that is possible, or the last that is allowed; null when no day helps.' })
  nearestDay!: string | null;
}

@ObjectType({ description: 'Someone changed it since; look at `placement` and try again with its version.' })
export class PlacementVersionConflict {
  readonly __typename!: 'PlacementVersionConflict';
  placementId!: string;
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'How many placements were agreed because their term had passed in silence; they counted as agreed before.' })
export class AgreementsSettled {
  readonly __typename!: 'AgreementsSettled';
  @Field(() => Int) count!: number;
}

const resolveType = (value: { __typename: string }): string => value.__typename;
export const ProposePlacementResult = createUnionType({
  name: 'ProposePlacementResult',
  types: () => [PlacementProposed, PlacementOverlaps, PersonPlacedElsewhere, PlacementRuleBroken, NuoParameterMissing] as const,
  resolveType,
});
export const ChangePlacementResult = createUnionType({
  name: 'ChangePlacementResult',
  types: () =>
    [PlacementChanged, StepRefused, PlacementVersionConflict, PlacementOverlaps, PersonPlacedElsewhere, PlacementRuleBroken, NuoParameterMissing] as const,
  resolveType,
});
export const EndPlacementResult = createUnionType({
  name: 'EndPlacementResult',
  types: () =>
    [PlacementEnded, StepRefused, PlacementVersionConflict, PlacementOverlaps, PersonPlacedElsewhere, PlacementRuleBroken, NuoParameterMissing] as const,
  resolveType,
});
