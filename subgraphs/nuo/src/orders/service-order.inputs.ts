import { Field, ID, InputType, Int } from 'type-graphql';
import type { Service } from './service-order.rules.ts';
import { ServiceEnum } from './service-order.types.ts';

const LETTER = "Number of the commissioner's letter; the coordinator names it, who records what UWV or another municipality says.";

@InputType({ description: 'For whom and what. Of a concept that is known give `orderId` and `expectedVersion`, and not the person again.' })
export class ServiceOrderInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { nullable: true }) orderId?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
  @Field(() => ID, { nullable: true, description: 'A client of the own Werkplein; becomes a participant when the NUO did not know them.' }) clientId?:
    | string
    | null;
  @Field(() => ID, { nullable: true, description: 'Someone without a client: a Wsw employee, or a person of a third party.' }) participantId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The disclosure by which the Werkplein shares what is needed.' }) disclosureId?: string | null;
  @Field(() => ServiceEnum) service!: Service;
  @Field(() => String) goal!: string;
  @Field(() => Int, { nullable: true, description: 'EuroCents.' }) budgetCents?: number | null;
  @Field(() => String, { description: 'Date.' }) startsOn!: string;
  @Field(() => String, { nullable: true, description: 'Date: the last day for an answer; left out, the agreed number of working days from today.' })
  respondBy?: string | null;
  @Field(() => String, { nullable: true, description: LETTER }) reference?: string | null;
}

@InputType()
export class ServiceOrderStepInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) orderId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class RefuseServiceOrderInput extends ServiceOrderStepInput {
  @Field(() => String) reason!: string;
}

@InputType()
export class HandBackServiceOrderInput extends RefuseServiceOrderInput {
  @Field(() => String, { description: 'What the Werkplein could do now.' }) advice!: string;
}

@InputType()
export class CompleteServiceOrderInput extends ServiceOrderStepInput {
  @Field(() => String) result!: string;
}

@InputType()
export class WithdrawServiceOrderInput extends RefuseServiceOrderInput {
  @Field(() => String, { nullable: true, description: LETTER }) reference?: string | null;
}

@InputType()
export class EndServiceOrderInput extends WithdrawServiceOrderInput {
  @Field(() => String, { nullable: true, description: 'Date of the notice; left out, today.' }) noticeOn?: string | null;
  @Field(() => String, { description: 'Date: the last day of the order, today or later.' }) endsOn!: string;
}

@InputType()
export class EvaluateServiceOrderInput extends ServiceOrderStepInput {
  @Field(() => String) evaluation!: string;
  @Field(() => String, { nullable: true, description: LETTER }) reference?: string | null;
}
