import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { AgreementDirection, AgreementSource } from './agreement.types.ts';

@InputType({ description: 'In the unit of the indicator.' })
export class AgreementTermsInput {
  @Field(() => Float) target!: number;
  @Field(() => AgreementDirection) direction!: AgreementDirection;
  @Field(() => Float, { description: 'How far on the wrong side of the target it may come before it turns amber; 0 or more.' }) amberBeyond!: number;
  @Field(() => Float, { description: 'How far before it turns red; not less than `amberBeyond`.' }) redBeyond!: number;
  @Field(() => AgreementSource) source!: AgreementSource;
}

@InputType()
export class ProposeAgreementInput {
  @Field(() => String) requestId!: string;
  @Field(() => Int) year!: number;
  @Field(() => String, { description: 'MunicipalityCode.' }) municipality!: string;
  @Field(() => String, { description: 'Code of one of `indicators`, or of an indicator that is recorded by hand.' }) indicator!: string;
  @Field(() => AgreementTermsInput) terms!: AgreementTermsInput;
}

@InputType()
export class ChangeAgreementInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) agreementId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => AgreementTermsInput) terms!: AgreementTermsInput;
}

@InputType()
export class AdjustAgreementInput extends ChangeAgreementInput {
  @Field(() => String, { description: 'Why the terms should change; up to 300 characters.' }) reason!: string;
}

@InputType()
export class AcceptAgreementInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) agreementId!: string;
  @Field(() => Int, { description: 'Which terms you accept: `proposal { number }`. Others in their place are not accepted by it.' }) number!: number;
}

@InputType()
export class WithdrawAgreementInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) agreementId!: string;
  @Field(() => Int, { description: 'Which terms lapse: `proposal { number }`. Others in their place do not.' }) number!: number;
}

@InputType()
export class WithdrawAdjustmentInput extends AcceptAgreementInput {}

@InputType()
export class SettleAgreementInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) agreementId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ID, { description: 'The frozen report of the fourth quarter by which it is settled.' }) reportId!: string;
  @Field(() => String, { nullable: true, description: 'Up to 300 characters.' }) note?: string | null;
}

@InputType()
export class RecordManualValueInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) agreementId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Date: until which day, in the year of the agreement.' }) measuredOn!: string;
  @Field(() => Float, { description: 'In the unit of the indicator.' }) value!: number;
  @Field(() => String, { description: 'Where it comes from; up to 300 characters.' }) reason!: string;
}
