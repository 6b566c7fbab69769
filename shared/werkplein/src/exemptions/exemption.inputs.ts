import { Field, ID, InputType, Int } from 'type-graphql';
import type { ExemptionGround } from './exemption.rules.ts';
import { GroundEnum } from './exemption.types.ts';

@InputType()
export class StartExemptionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => GroundEnum) ground!: ExemptionGround;
  @Field(() => String, { description: 'First day.' }) startsOn!: string;
  @Field(() => String, { nullable: true, description: 'Last day; needed unless the ground is INCAPACITATED.' }) endsOn?: string | null;
  @Field(() => ID, { description: 'The granted decision of kind ONTHEFFING.' }) decisionId!: string;
  @Field(() => String, { nullable: true, description: 'SINGLE_PARENT: birth date of the youngest child. It is used to reckon the last day, and not kept.' })
  youngestChildBornOn?: string | null;
}

@InputType()
export class ReviewExemptionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Calendar day, not in the future.' }) reviewedOn!: string;
}

@InputType()
export class EndExemptionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Last day on which it holds, not in the future; the day before it begins when it never held.' }) lastDay!: string;
  @Field(() => String, { description: 'At most 300 characters.' }) reason!: string;
}

@InputType()
export class CarryExemptionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => GroundEnum) ground!: ExemptionGround;
  @Field(() => String, { description: 'CBS code of where the months were used; another than this one.' }) municipality!: string;
  @Field(() => Int, { description: 'Whole months, 0 to 240; in place of what was on record of that municipality.' }) months!: number;
}
