import { DayScalar, Organisation, StepRefused } from '@werkplein/kernel';
import { createUnionType, Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import type { EmploymentKind } from '../sheltered-work/employment.machine.ts';
import { EmploymentKindEnum } from '../sheltered-work/employment.types.ts';

@ObjectType({ description: 'Which municipality had the regie of a participant, and when; both days belong to it.' })
export class RegiePeriod {
  @Field(() => Organisation) municipality!: Organisation;
  @Field(() => DayScalar, { nullable: true, description: 'Null: from the beginning.' }) from!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Null while it lasts.' }) until!: string | null;
}

@ObjectType({ description: 'A placement of a client who moved, as far as it was under the old regie.' })
export class PlacementBeforeTransfer {
  employerAliasId!: string | null;
  @Field(() => String) kind!: string;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { description: 'Last day of the old regie; the placement went on after it.' }) until!: string;
}

@ObjectType({ description: 'A sheltered employment of a client who moved, as far as it was under the old regie.' })
export class EmploymentBeforeTransfer {
  @Field(() => EmploymentKindEnum) kind!: EmploymentKind;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { description: 'Last day of the old regie; the employment went on after it.' }) until!: string;
  @Field(() => Float, { description: 'On that day.' }) hoursPerWeek!: number;
}

@InputType()
export class ContinueServiceOrderInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) orderId!: string;
}

@ObjectType({ description: 'The order goes on, under the new regie.' })
export class ServiceOrderContinued {
  readonly __typename!: 'ServiceOrderContinued';
  orderId!: string;
}

@ObjectType({ description: 'This order waits for no new regie: it never came along, or it was decided.' })
export class ServiceOrderNotTransferred {
  readonly __typename!: 'ServiceOrderNotTransferred';
  @Field(() => ID) orderId!: string;
}

export const ContinueServiceOrderResult = createUnionType({
  name: 'ContinueServiceOrderResult',
  types: () => [ServiceOrderContinued, ServiceOrderNotTransferred, StepRefused] as const,
  resolveType: ({ __typename }: { __typename: string }) => __typename as never,
});
