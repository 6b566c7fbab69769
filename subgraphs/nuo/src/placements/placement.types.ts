import { DayScalar, HoursPerWeekScalar, MunicipalityCodeScalar, PageInfo, stateEnum } from '@werkplein/kernel';
import { createUnionType, Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { placementMachine, type PlacementState } from './placement-states.rules.ts';

export enum PlacementKind {
  SHELTERED_INTERNAL = 'SHELTERED_INTERNAL',
  WORK_ON_LOCATION = 'WORK_ON_LOCATION',
  SECONDMENT_INDIVIDUAL = 'SECONDMENT_INDIVIDUAL',
  SECONDMENT_GROUP = 'SECONDMENT_GROUP',
  BEGELEID_WERKEN = 'BEGELEID_WERKEN',
  PROEFPLAATSING = 'PROEFPLAATSING',
  WORK_EXPERIENCE = 'WORK_EXPERIENCE',
  PARTICIPATION_PLACE = 'PARTICIPATION_PLACE',
  REGULAR_WITH_LKS = 'REGULAR_WITH_LKS',
  REGULAR = 'REGULAR',
}
export const PlacementStatus = stateEnum(placementMachine);
registerEnumType(PlacementKind, { name: 'PlacementKind' });
registerEnumType(PlacementStatus, { name: 'PlacementStatus' });

@ObjectType('Placement', { description: 'A participant at work: with an employer, or sheltered inside.' })
@Directive('@key(fields: "id")')
export class PlacementType {
  @Field(() => ID) id!: string;
  @Field(() => PlacementKind) kind!: PlacementKind;
  @Field(() => PlacementStatus) status!: PlacementState;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true }) expectedEndOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day.' }) endedOn!: string | null;
  @Field(() => HoursPerWeekScalar) hoursPerWeek!: number;
  @Field(() => MunicipalityCodeScalar) municipality!: string;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'Latest start first.' })
export class PlacementConnection {
  @Field(() => [PlacementType]) nodes!: PlacementType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType('Werkplein')
@Directive('@interfaceObject')
@Directive('@key(fields: "municipality")')
export class WerkpleinType {
  @Field(() => MunicipalityCodeScalar) municipality!: string;
}

@InputType()
export class RecordPlacementInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => PlacementKind) kind!: PlacementKind;
  @Field(() => ID, { nullable: true, description: 'Only sheltered work inside has no employer.' }) employerId?: string | null;
  @Field(() => ID, { nullable: true }) branchId?: string | null;
  @Field(() => String, { description: 'Date.' }) startsOn!: string;
  @Field(() => String, { nullable: true, description: 'Date.' }) expectedEndOn?: string | null;
  @Field(() => Float, { description: 'HoursPerWeek.' }) hoursPerWeek!: number;
}

@InputType()
export class EndPlacementInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) placementId!: string;
  @Field(() => String, { description: 'Date: the last day, not in the future.' }) endedOn!: string;
  @Field(() => Int) expectedVersion!: number;
}

@ObjectType()
export class PlacementRecorded {
  readonly __typename!: 'PlacementRecorded';
  placementId!: string;
}

@ObjectType({ description: 'The participant is placed in this period already; end `placement` first.' })
export class PlacementOverlaps {
  readonly __typename!: 'PlacementOverlaps';
  placementId!: string;
}

@ObjectType()
export class PlacementEnded {
  readonly __typename!: 'PlacementEnded';
  placementId!: string;
}

@ObjectType({ description: 'It had ended before.' })
export class PlacementAlreadyEnded {
  readonly __typename!: 'PlacementAlreadyEnded';
  placementId!: string;
}

@ObjectType({ description: 'Someone changed it since; look at `placement` and try again with its version.' })
export class PlacementVersionConflict {
  readonly __typename!: 'PlacementVersionConflict';
  placementId!: string;
}

const byTypename = (value: { __typename: string }): string => value.__typename;
export const RecordPlacementResult = createUnionType({
  name: 'RecordPlacementResult',
  types: () => [PlacementRecorded, PlacementOverlaps] as const,
  resolveType: byTypename,
});
export const EndPlacementResult = createUnionType({
  name: 'EndPlacementResult',
  types: () => [PlacementEnded, PlacementAlreadyEnded, PlacementVersionConflict] as const,
  resolveType: byTypename,
});
