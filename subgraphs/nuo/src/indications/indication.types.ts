import { DayScalar, PageInfo } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NuoParameterMissing } from '../parameters/nuo-parameter.types.ts';
import { advisedForms, type AdvisedForm, handicapCategories, type HandicapCategory, targetGroups, type TargetGroup } from './indication.rules.ts';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> => Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
const TargetGroupEnum = enumOf(targetGroups);
const CategoryEnum = enumOf(handicapCategories);
const AdvisedFormEnum = enumOf(advisedForms);
registerEnumType(TargetGroupEnum, { name: 'WswTargetGroup', description: 'Whether somebody belongs to the Wsw, can do less than it asks, or more.' });
registerEnumType(CategoryEnum, { name: 'WswHandicapCategory', description: 'Arbeidshandicap by the decision.' });
registerEnumType(AdvisedFormEnum, { name: 'WswAdvisedForm', description: 'Which form of work was advised.' });

@ObjectType('WswIndication', { description: 'A decision of UWV whether somebody belongs to the Wsw.' })
export class IndicationType {
  @Field(() => ID) id!: string;
  @Field(() => DayScalar, { nullable: true }) requestedOn!: string | null;
  @Field(() => DayScalar) decidedOn!: string;
  @Field(() => DayScalar, { description: 'Last day.' }) validUntil!: string;
  @Field(() => TargetGroupEnum) targetGroup!: TargetGroup;
  @Field(() => CategoryEnum, { nullable: true }) category!: HandicapCategory | null;
  @Field(() => AdvisedFormEnum, { nullable: true }) advisedForm!: AdvisedForm | null;
  @Field(() => DayScalar, { nullable: true, description: 'When the next one was asked for.' }) reindicationRequestedOn!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
}

@ObjectType({ description: 'A re-indication that must be asked for: by when, and by which rule.' })
export class ReindicationDue {
  participantId!: string;
  @Field(() => IndicationType) indication!: unknown;
  @Field(() => DayScalar, { description: 'Last day on which it is asked for in time.' }) requestBy!: string;
  @Field(() => Boolean, { description: 'That day is over.' }) late!: boolean;
}

@ObjectType({ description: 'First who must be asked for first.' })
export class ReindicationDueConnection {
  @Field(() => [ReindicationDue]) nodes!: ReindicationDue[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int, { nullable: true, description: 'Weeks before the end of an indication; null when no term is known today, and then nobody is listed.' })
  termWeeks!: number | null;
  @Field(() => String, { nullable: true, description: 'Where the term comes from.' }) source!: string | null;
}

@InputType()
export class RecordIndicationInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => String, { nullable: true, description: 'Date.' }) requestedOn?: string | null;
  @Field(() => String, { description: 'Date.' }) decidedOn!: string;
  @Field(() => String, { description: 'Date: the last day.' }) validUntil!: string;
  @Field(() => TargetGroupEnum) targetGroup!: TargetGroup;
  @Field(() => CategoryEnum, { nullable: true, description: 'Of who belongs to the Wsw.' }) category?: HandicapCategory | null;
  @Field(() => AdvisedFormEnum, { nullable: true, description: 'Of who belongs to the Wsw.' }) advisedForm?: AdvisedForm | null;
}

@InputType({ description: 'The decision as it should have been recorded: everything is given anew.' })
export class CorrectIndicationInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) indicationId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Date.' }) requestedOn?: string | null;
  @Field(() => String, { description: 'Date.' }) decidedOn!: string;
  @Field(() => String, { description: 'Date: the last day.' }) validUntil!: string;
  @Field(() => TargetGroupEnum) targetGroup!: TargetGroup;
  @Field(() => CategoryEnum, { nullable: true }) category?: HandicapCategory | null;
  @Field(() => AdvisedFormEnum, { nullable: true }) advisedForm?: AdvisedForm | null;
}

@InputType()
export class RecordReindicationRequestInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) indicationId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Date on which UWV was asked.' }) requestedOn!: string;
}

@ObjectType()
export class IndicationRecorded {
  readonly __typename!: 'IndicationRecorded';
  indicationId!: string;
}

@ObjectType({ description: 'An indication holds for whole years, within these bounds.' })
export class IndicationTermOutOfBounds {
  readonly __typename!: 'IndicationTermOutOfBounds';
  @Field(() => Int) minYears!: number;
  @Field(() => Int) maxYears!: number;
  @Field(() => String) source!: string;
}

@ObjectType({ description: 'This participant is no Wsw worker; register them as one first.' })
export class NotAWswWorker {
  readonly __typename!: 'NotAWswWorker';
  participantId!: string;
}

@ObjectType({ description: 'Recorded; `late` when it was asked for after the last day of the term.' })
export class ReindicationRequestRecorded {
  readonly __typename!: 'ReindicationRequestRecorded';
  indicationId!: string;
  @Field(() => DayScalar) requestBy!: string;
  @Field(() => Boolean) late!: boolean;
}

@ObjectType({ description: 'Somebody changed it since you read it. Read it again, then send the command with `currentVersion`.' })
export class IndicationVersionConflict {
  readonly __typename!: 'IndicationVersionConflict';
  @Field(() => Int) currentVersion!: number;
}

const resolveType = (value: { __typename: string }): string => value.__typename;
export const RecordIndicationResult = createUnionType({
  name: 'RecordIndicationResult',
  types: () => [IndicationRecorded, IndicationTermOutOfBounds, NotAWswWorker, NuoParameterMissing] as const,
  resolveType,
});
export const CorrectIndicationResult = createUnionType({
  name: 'CorrectIndicationResult',
  types: () => [IndicationRecorded, IndicationTermOutOfBounds, IndicationVersionConflict, NuoParameterMissing] as const,
  resolveType,
});
export const RecordReindicationRequestResult = createUnionType({
  name: 'RecordReindicationRequestResult',
  types: () => [ReindicationRequestRecorded, IndicationVersionConflict, NuoParameterMissing] as const,
  resolveType,
});
