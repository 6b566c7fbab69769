import { Field, ID, InputType, Int } from 'type-graphql';
import { ContactChannel, ContactFacts, Steering } from '../contacts/contact.types.ts';
import { ContactPurpose, ContactWindowInput } from './contact-plan.types.ts';

@InputType()
class Overruling {
  @Field(() => Boolean, { defaultValue: false, description: 'True: go on despite the warnings of `ContactNeedsReason`, for `reason`.' }) confirm!: boolean;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class PlanContactInput extends Overruling {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employerId!: string;
  @Field(() => ID, { nullable: true }) branchId?: string | null;
  @Field(() => ID, { nullable: true }) contactPersonId?: string | null;
  @Field(() => ContactPurpose) purpose!: ContactPurpose;
  @Field(() => Steering) steering!: Steering;
  @Field(() => ContactChannel) channel!: ContactChannel;
  @Field(() => ContactWindowInput) window!: ContactWindowInput;
  @Field(() => String, { nullable: true, description: 'DateTime of the appointment, inside the window.' }) plannedAt?: string | null;
  @Field(() => [ID], { nullable: true, description: 'At most 5 candidates of the own municipality. Others see how many.' }) candidateIds?: string[] | null;
}

@InputType()
export class RescheduleContactPlanInput extends Overruling {
  @Field(() => String) requestId!: string;
  @Field(() => ID) contactPlanId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ContactWindowInput) window!: ContactWindowInput;
  @Field(() => String, { nullable: true, description: 'DateTime of the appointment, inside the window: schedules a reservation.' }) plannedAt?: string | null;
}

@InputType()
export class ContactPlanInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) contactPlanId!: string;
}

@InputType()
export class CancelContactPlanInput extends ContactPlanInput {
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class OfferContactPlanHandOverInput extends CancelContactPlanInput {
  @Field(() => ID) employeeId!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: '`nuo` or a CBS code.' }) organisation!: string;
}

@InputType()
export class AcceptContactPlanHandOverInput extends Overruling {
  @Field(() => String) requestId!: string;
  @Field(() => ID) contactPlanId!: string;
}

@InputType({ description: 'Without `others`, everyone of the plan took part.' })
export class CarryOutContactPlanInput extends ContactFacts {
  @Field(() => ID) contactPlanId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class ExpireContactPlansInput {
  @Field(() => String) requestId!: string;
}
