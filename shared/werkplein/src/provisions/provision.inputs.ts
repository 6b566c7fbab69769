import { Field, ID, InputType, Int } from 'type-graphql';
import type { ProvisionKind } from './provision.kinds.ts';
import type { ProvisionEndReason, ProvisionExecutor } from './provision.rules.ts';
import { EndReasonEnum, ExecutorEnum, ProvisionKindEnum } from './provision.types.ts';

@InputType()
export class StartProvisionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => ProvisionKindEnum) kind!: ProvisionKind;
  @Field(() => String, { description: 'First day of use, not in the future.' }) startsOn!: string;
  @Field(() => String, { nullable: true, description: 'Day on which it is expected to end.' }) expectedEndOn?: string | null;
  @Field(() => ExecutorEnum) executor!: ProvisionExecutor;
  @Field(() => ID, { nullable: true, description: 'Of the NUO, when that is the executor.' }) serviceOrderId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The granted decision; some kinds need one for every day of use.' }) decisionId?: string | null;
  @Field(() => String, { nullable: true, description: 'Two digits, when the SRG knows this one by another code than its kind.' }) srgTypeCode?: string | null;
  @Field(() => String, { nullable: true, description: 'At most 300 characters.' }) note?: string | null;
}

@InputType()
export class InterruptProvisionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Last day of use, not in the future.' }) lastDay!: string;
}

@InputType()
export class ResumeProvisionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'First day of use again, not in the future.' }) startsOn!: string;
}

@InputType()
export class EndProvisionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => EndReasonEnum) reason!: ProvisionEndReason;
  @Field(() => String, { nullable: true, description: 'Last day of use, not in the future; needed while it is in use.' }) lastDay?: string | null;
}

@InputType({ description: 'Days on which it was really used.' })
export class ProvisionUseInput {
  @Field(() => String) from!: string;
  @Field(() => String, { nullable: true, description: 'Absent while it goes on.' }) until?: string | null;
}

@InputType({ description: 'What is absent stays as it is; null empties a field that may be empty.' })
export class CorrectProvisionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => [ProvisionUseInput], { nullable: true, description: 'All days of use, oldest first.' }) uses?: ProvisionUseInput[] | null;
  @Field(() => String, { nullable: true }) expectedEndOn?: string | null;
  @Field(() => ExecutorEnum, { nullable: true }) executor?: ProvisionExecutor | null;
  @Field(() => ID, { nullable: true }) serviceOrderId?: string | null;
  @Field(() => ID, { nullable: true }) decisionId?: string | null;
  @Field(() => String, { nullable: true }) srgTypeCode?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class SettleMilestoneInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Day on which it was done, not in the future.' }) settledOn!: string;
  @Field(() => Boolean, { nullable: true, description: 'Needed for a review: whether it helps. If not, it ends within the term of the law.' })
  progress?: boolean | null;
  @Field(() => String, { nullable: true, description: 'At most 300 characters.' }) note?: string | null;
}
