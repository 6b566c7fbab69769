import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EmployerStatus } from './employer.types.ts';

@InputType({ description: 'A field that is left out stays as it is; null takes its value away.' })
export class ChangeEmployerInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employerId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) legalName?: string | null;
  @Field(() => [String], { nullable: true }) tradeNames?: string[] | null;
  @Field(() => String, { nullable: true, description: 'KvkNumber. Without it, say why in `registrationReason`.' }) kvkNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Rsin.' }) rsin?: string | null;
  @Field(() => String, { nullable: true }) registrationReason?: string | null;
  @Field(() => String, { nullable: true }) sbiCode?: string | null;
  @Field(() => String, { nullable: true, description: '`SBI2008` or `SBI2025`.' }) sbiVersion?: string | null;
  @Field(() => Int, { nullable: true }) employees?: number | null;
  @Field(() => [String], { nullable: true }) websites?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Internet domains of its own, such as `voorbeeld.nl`.' }) domains?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Wants no unsolicited post.' }) indNonMailing?: boolean | null;
  @Field(() => Int, { nullable: true, description: '0 to 90; coordinator only.' }) coolDownDays?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Coordinator only.' }) keyAccount?: boolean | null;
  @Field(() => EmployerStatus, { nullable: true, description: 'To and from BLOCKED: coordinator only.' }) status?: EmployerStatus | null;
  @Field(() => ID, { nullable: true, description: 'The employer of whose concern it is a part.' }) parentId?: string | null;
}

@ObjectType()
export class EmployerChanged {
  readonly __typename!: 'EmployerChanged';
  employerId!: string;
  signalIds!: string[];
}

@ObjectType({ description: 'Someone changed it since: `employer.changedBy`. Look at it and try again with its version.' })
export class EmployerVersionConflict {
  readonly __typename!: 'EmployerVersionConflict';
  employerId!: string;
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: '`employer` has this KvK number. When the two are one, merge them.' })
export class KvkNumberTaken {
  readonly __typename!: 'KvkNumberTaken';
  employerId!: string;
}

@ObjectType({ description: 'The status cannot change so, or not by you.' })
export class EmployerStatusRefused {
  readonly __typename!: 'EmployerStatusRefused';
  employerId!: string;
  @Field(() => [EmployerStatus], { description: 'What you may make of it.' }) allowed!: EmployerStatus[];
}

@ObjectType({ description: '`employer`, the wanted parent, is a part of this employer itself.' })
export class ConcernCycle {
  readonly __typename!: 'ConcernCycle';
  employerId!: string;
}

export const employerAnswers = [EmployerChanged, EmployerVersionConflict, KvkNumberTaken, EmployerStatusRefused, ConcernCycle] as const;

export const ChangeEmployerResult = createUnionType({
  name: 'ChangeEmployerResult',
  types: () => employerAnswers,
  resolveType: (value: { __typename: string }): string => value.__typename,
});
