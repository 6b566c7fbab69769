import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { Adaptation } from './adaptations.ts';
import type { Cao, EmploymentKind } from './employment.machine.ts';
import { AdaptationEnum, CaoEnum, DestinationEnum, EmploymentKindEnum, EndReasonEnum } from './employment.types.ts';
import type { Destination, EndReason } from './statutory-codes.ts';

@InputType()
export class RegisterEmploymentInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => EmploymentKindEnum) kind!: EmploymentKind;
  @Field(() => String, { description: 'Date.' }) startsOn!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Date from which these terms hold, of an employment that began long before they are known; its start unless given.',
  })
  termsFrom?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of a kind of which an employer is the formal employer.' }) employerId?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode, of a kind of which a municipality is the formal employer.' }) formalEmployer?:
    | string
    | null;
  @Field(() => String, { description: 'MunicipalityCode.' }) payingMunicipality!: string;
  @Field(() => String, { description: 'MunicipalityCode.' }) responsibleMunicipality!: string;
  @Field(() => Float, { description: 'HoursPerWeek.' }) hoursPerWeek!: number;
  @Field(() => Float, { description: 'Percentage.' }) paidWagePct!: number;
  @Field(() => CaoEnum) cao!: Cao;
  @Field(() => [AdaptationEnum], { defaultValue: [], description: 'What a sheltered place must offer.' }) adaptations!: Adaptation[];
}

@InputType()
export class AgreeEmploymentInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employmentId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ID, { description: 'Your decision on beschut werk.' }) decisionId!: string;
  @Field(() => String, { description: 'Date of that decision, not after the employment begins.' }) decidedOn!: string;
}

@InputType()
export class EmploymentReasonInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employmentId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'At most 300 characters; no personal data.' }) reason!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class ChangeEmploymentTermsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employmentId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Date: the first day of the other terms, until a later change that is known.' }) from!: string;
  @Field(() => Float, { nullable: true, description: 'HoursPerWeek.' }) hoursPerWeek?: number | null;
  @Field(() => Float, { nullable: true, description: 'Percentage.' }) paidWagePct?: number | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode.' }) formalEmployer?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode.' }) payingMunicipality?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode; not from a day to come.' }) responsibleMunicipality?: string | null;
  @Field(() => CaoEnum, { nullable: true }) cao?: Cao | null;
  @Field(() => [AdaptationEnum], { nullable: true }) adaptations?: Adaptation[] | null;
}

@InputType()
export class SwitchWorkFormInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employmentId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Date: the first day of the new form.' }) on!: string;
  @Field(() => ID, { nullable: true, description: 'To begeleid werken: at whom.' }) employerId?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode; back to a dienstbetrekking: with whom.' }) formalEmployer?: string | null;
  @Field(() => Float, { description: 'HoursPerWeek.' }) hoursPerWeek!: number;
  @Field(() => Float, { description: 'Percentage.' }) paidWagePct!: number;
  @Field(() => CaoEnum) cao!: Cao;
}

@InputType()
export class EndEmploymentInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employmentId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Date: the last day, also one to come.' }) endsOn!: string;
  @Field(() => EndReasonEnum) endReason!: EndReason;
  @Field(() => DestinationEnum) destination!: Destination;
}

@InputType({ description: 'The end as it should have been; without `endsOn` it did not end.' })
export class CorrectEmploymentEndInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employmentId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Date.' }) endsOn?: string | null;
  @Field(() => EndReasonEnum, { nullable: true }) endReason?: EndReason | null;
  @Field(() => DestinationEnum, { nullable: true }) destination?: Destination | null;
}
