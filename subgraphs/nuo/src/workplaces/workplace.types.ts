import { DayScalar, HoursPerWeekScalar, MunicipalityCodeScalar, PageInfo, StepRefused, stateEnum } from '@werkplein/kernel';
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Adaptation } from '../sheltered-work/adaptations.ts';
import { AdaptationEnum } from '../sheltered-work/employment.types.ts';
import { claimMachine, type ClaimState } from './fallback-claim.machine.ts';
import { WorkplaceKindEnum } from './workplace.inputs.ts';
import type { WorkplaceKind } from './workplace.rules.ts';

const ClaimStateEnum = stateEnum(claimMachine);
registerEnumType(ClaimStateEnum, { name: 'FallbackState', description: 'Where a claim on a sheltered place is.' });
export { ClaimStateEnum };
export const BoardUnitEnum = { DAY: 'DAY', WEEK: 'WEEK' } as const;
registerEnumType(BoardUnitEnum, { name: 'BoardUnit', description: 'What one cell of the board covers.' });

@ObjectType('WorkGroup', { description: 'A group that works together under one work supervisor, at a hirer or in the green of a municipality.' })
export class WorkGroupType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => WorkplaceKindEnum) kind!: WorkplaceKind;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'The municipality that hires the group.' }) hirerMunicipality!: string | null;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'The municipality that commissioned it.' }) commissionerMunicipality!: string | null;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true }) endsOn!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType('Workplace', { description: 'A place to work with room for so many hours a week.' })
export class WorkplaceType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => WorkplaceKindEnum) kind!: WorkplaceKind;
  @Field(() => String) location!: string;
  @Field(() => MunicipalityCodeScalar) municipality!: string;
  @Field(() => Float) capacityHours!: number;
  @Field(() => [AdaptationEnum]) adaptations!: Adaptation[];
  @Field(() => DayScalar) opensOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day.' }) closesOn!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'What a place holds in a period: that of its fullest day.' })
export class WorkplaceOccupancy {
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) until!: string;
  @Field(() => Float, { description: 'Of placements.' }) occupiedHours!: number;
  @Field(() => Float, { description: 'Kept for who comes back.' }) reservedHours!: number;
  @Field(() => Float) freeHours!: number;
  @Field(() => Int, { description: 'Placements and reservations.' }) persons!: number;
}

@ObjectType({ description: 'One place on the board.' })
export class WorkplaceBoardRow {
  @Field(() => WorkplaceType) workplace!: unknown;
  @Field(() => [WorkplaceOccupancy]) cells!: WorkplaceOccupancy[];
}

@ObjectType({ description: 'By municipality, then by name.' })
export class WorkplaceBoard {
  @Field(() => [WorkplaceBoardRow]) nodes!: WorkplaceBoardRow[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType({ description: 'By municipality, then by name.' })
export class WorkplaceConnection {
  @Field(() => [WorkplaceType]) nodes!: WorkplaceType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType('FallbackClaim', { description: 'The claim on a sheltered place of somebody who was seconded out of a sheltered employment (terugvaloptie).' })
export class FallbackClaimType {
  @Field(() => ID) id!: string;
  @Field(() => ClaimStateEnum) state!: ClaimState;
  @Field(() => DayScalar, { nullable: true, description: 'First day on which a place is needed.' }) neededFrom!: string | null;
  @Field(() => HoursPerWeekScalar, { nullable: true }) hoursPerWeek!: number | null;
  @Field(() => String, { nullable: true, description: 'Why it lapsed.' }) note!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
}

@ObjectType({ description: 'Who needs a place first, first; those still seconded out last.' })
export class FallbackClaimConnection {
  @Field(() => [FallbackClaimType]) nodes!: FallbackClaimType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType({ description: 'A place is reserved for who comes back.' })
export class FallbackReserved {
  readonly __typename!: 'FallbackReserved';
  claimId!: string;
  workplaceId!: string;
}

@ObjectType({ description: 'There is no place for who comes back: the workplace planner sees the claim in the list of shortages.' })
export class FallbackShortage {
  readonly __typename!: 'FallbackShortage';
  claimId!: string;
}

@ObjectType()
export class WorkGroupSaved {
  readonly __typename!: 'WorkGroupSaved';
  workGroupId!: string;
}

@ObjectType()
export class WorkplaceSaved {
  readonly __typename!: 'WorkplaceSaved';
  workplaceId!: string;
}

@ObjectType({ description: 'Somebody changed it since you read it. Read it again, then send the command with `currentVersion`.' })
export class WorkplaceVersionConflict {
  readonly __typename!: 'WorkplaceVersionConflict';
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'With this, more hours are taken or reserved than there is room for, or the place is not there on a day on which somebody works.' })
export class WorkplaceTooSmall {
  readonly __typename!: 'WorkplaceTooSmall';
  workplaceId!: string;
  @Field(() => DayScalar, { description: 'The first day.' }) firstFullDay!: string;
}

@ObjectType({ description: 'The step was taken.' })
export class FallbackChanged {
  readonly __typename!: 'FallbackChanged';
  claimId!: string;
}

@ObjectType({ description: 'This place has no room for these hours, or does not offer what is needed.' })
export class WorkplaceUnfit {
  readonly __typename!: 'WorkplaceUnfit';
  workplaceId!: string;
  @Field(() => DayScalar, { nullable: true, description: 'The first day on which it has no room; null when it lacks what is needed.' })
  fullOn!: string | null;
}

@ObjectType({ description: 'Somebody changed it since you read it. Read it again, then send the command with `currentVersion`.' })
export class FallbackVersionConflict {
  readonly __typename!: 'FallbackVersionConflict';
  @Field(() => Int) currentVersion!: number;
}

const resolveType = (value: { __typename: string }): string => value.__typename;
export const FallbackOutcome = createUnionType({ name: 'FallbackOutcome', types: () => [FallbackReserved, FallbackShortage] as const, resolveType });
export const SaveWorkGroupResult = createUnionType({
  name: 'SaveWorkGroupResult',
  types: () => [WorkGroupSaved, WorkplaceVersionConflict] as const,
  resolveType,
});
export const SaveWorkplaceResult = createUnionType({
  name: 'SaveWorkplaceResult',
  types: () => [WorkplaceSaved, WorkplaceVersionConflict, WorkplaceTooSmall] as const,
  resolveType,
});
export const ChangeFallbackResult = createUnionType({
  name: 'ChangeFallbackResult',
  types: () => [FallbackChanged, StepRefused, FallbackVersionConflict, WorkplaceUnfit] as const,
  resolveType,
});
