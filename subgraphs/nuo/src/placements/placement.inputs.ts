import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { GuidanceFormEnum, InterruptionReasonEnum, PlacementKind, ResultEnum } from './placement.enums.ts';
import type { PlacementKindName } from './placement-kinds.rules.ts';
import type { GuidanceForm, InterruptionReason, PlacementResult } from './placement-states.rules.ts';

@InputType()
export class GuidanceInput {
  @Field(() => GuidanceFormEnum) form!: GuidanceForm;
  @Field(() => Float, { nullable: true, description: 'At most 2 decimals.' }) hoursPerMonth?: number | null;
}

@InputType()
export class ProposePlacementInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => PlacementKind) kind!: PlacementKindName;
  @Field(() => ID, { nullable: true, description: 'The order in progress under which it is done; only a Wsw worker has none.' }) serviceOrderId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only sheltered work inside has no employer.' }) employerId?: string | null;
  @Field(() => ID, { nullable: true }) branchId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The proposal of the candidate that leads to it; its vacancy follows.' }) proposalId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The vacancy, when nobody was proposed for it.' }) vacancyId?: string | null;
  @Field(() => String, { description: 'Date.' }) startsOn!: string;
  @Field(() => String, { nullable: true, description: 'Date; of a kind with a term by law its last day, if left out.' }) expectedEndOn?: string | null;
  @Field(() => Float, { description: 'HoursPerWeek.' }) hoursPerWeek!: number;
  @Field(() => GuidanceInput, { nullable: true }) guidance?: GuidanceInput | null;
}

@InputType()
export class PlacementStepInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) placementId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class AgreePlacementInput extends PlacementStepInput {
  @Field(() => [ID], { nullable: true, description: 'Decisions at the Werkplein; a kind that needs one is agreed with at least one.' })
  decisionIds?: string[] | null;
}

@InputType()
export class PlacementReasonInput extends PlacementStepInput {
  @Field(() => String, { description: 'At most 300 characters.' }) reason!: string;
}

@InputType()
export class RejectPlacementInput extends PlacementReasonInput {
  @Field(() => Boolean, { nullable: true, description: 'The employer declined; uitvoering records it.' }) employerDeclined?: boolean | null;
}

@InputType()
export class PlanPlacementInput extends PlacementStepInput {
  @Field(() => String, { description: 'Of the contract or agreement; at most 100 characters.' }) agreementReference!: string;
  @Field(() => String, { nullable: true, description: 'Date; as proposed, if left out.' }) startsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Date; as proposed, if left out.' }) expectedEndOn?: string | null;
}

@InputType()
export class StartPlacementInput extends PlacementStepInput {}

@InputType()
export class InterruptPlacementInput extends PlacementStepInput {
  @Field(() => String, { description: 'Date: the first day without work, today or earlier.' }) from!: string;
  @Field(() => InterruptionReasonEnum) reason!: InterruptionReason;
}

@InputType()
export class ResumePlacementInput extends PlacementStepInput {
  @Field(() => String, { description: 'Date: the first day of work again, today or earlier.' }) from!: string;
}

@InputType()
export class ExtendPlacementInput extends PlacementStepInput {
  @Field(() => String, { description: 'Date: the new expected end.' }) expectedEndOn!: string;
  @Field(() => ID, { nullable: true, description: 'The decision at the Werkplein, needed beyond the first term of the law.' }) decisionId?: string | null;
}

@InputType()
export class RequestPlacementEndInput extends PlacementReasonInput {
  @Field(() => String, { description: 'Date: the last day that you ask for.' }) endsOn!: string;
}

@InputType()
export class EndPlacementInput extends PlacementStepInput {
  @Field(() => String, { description: 'Date: the last day, not in the future.' }) endedOn!: string;
  @Field(() => ResultEnum) result!: PlacementResult;
  @Field(() => String, { nullable: true, description: 'At most 300 characters.' }) reason?: string | null;
}

@InputType({ description: 'What is left out stays as it is; what was recorded before stays known.' })
export class CorrectPlacementInput extends PlacementReasonInput {
  @Field(() => String, { nullable: true, description: 'Date.' }) startsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Date.' }) expectedEndOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Date; only of one that has ended.' }) endedOn?: string | null;
  @Field(() => Float, { nullable: true, description: 'HoursPerWeek.' }) hoursPerWeek?: number | null;
  @Field(() => String, { nullable: true }) agreementReference?: string | null;
  @Field(() => GuidanceInput, { nullable: true }) guidance?: GuidanceInput | null;
  @Field(() => ResultEnum, { nullable: true, description: 'Only of one that has ended.' }) result?: PlacementResult | null;
}

@InputType()
export class SettleAgreementsInput {
  @Field(() => String) requestId!: string;
}
