import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { PlacementResult } from '../placements/placement-states.rules.ts';
import { ResultEnum } from '../placements/placement.enums.ts';
import { NoticeParty, SecondmentKind, SecondmentOrigin, SecondmentStatusEnum } from './secondment.types.ts';
import type { SecondmentState } from './secondment.machine.ts';

@InputType({ description: 'Each criterion that is given must hold.' })
export class SecondmentFilter {
  @Field(() => ID, { nullable: true, description: 'The hirer.' }) employerId?: string | null;
  @Field(() => SecondmentStatusEnum, { nullable: true }) status?: SecondmentState | null;
  @Field(() => SecondmentKind, { nullable: true }) kind?: SecondmentKind | null;
  @Field(() => SecondmentOrigin, { nullable: true }) origin?: SecondmentOrigin | null;
  @Field(() => String, { nullable: true, description: 'Date: those whose last day, agreed or by notice, is this day or earlier.' }) endsBy?: string | null;
}

@InputType()
export class SecondmentFactsInput {
  @Field(() => SecondmentKind) kind!: SecondmentKind;
  @Field(() => String, { description: 'The work, at most 120 characters.' }) title!: string;
  @Field(() => ID, { nullable: true }) branchId?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode, when its own green maintenance team hires.' }) greenTeamOf?: string | null;
  @Field(() => String, { description: 'Date.' }) startsOn!: string;
  @Field(() => String, { nullable: true, description: 'Date: last day as agreed. One that was taken over always has it.' }) endsOn?: string | null;
  @Field(() => Int, { description: 'Period of notice, 0 to 12 months.' }) noticeMonths!: number;
  @Field(() => Boolean, { defaultValue: true, description: 'Whether the rate rises each year.' }) indexed!: boolean;
}

@InputType()
export class DrawUpSecondmentInput extends SecondmentFactsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { description: 'The hirer.' }) employerId!: string;
  @Field(() => SecondmentOrigin, { defaultValue: SecondmentOrigin.NUO }) origin!: SecondmentOrigin;
  @Field(() => Float, { description: 'EuroCents an hour, from the first day on.' }) centsPerHour!: number;
}

@InputType()
export class SecondmentStepInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) secondmentId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType({ description: 'All facts of the agreement as they are to be.' })
export class ChangeSecondmentInput extends SecondmentFactsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) secondmentId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class RecordSecondmentRateInput extends SecondmentStepInput {
  @Field(() => String, { description: 'Date: the first day on which it holds.' }) validFrom!: string;
  @Field(() => Float, { description: 'EuroCents an hour.' }) centsPerHour!: number;
}

@InputType()
export class ApproveSecondmentRateInput extends SecondmentStepInput {
  @Field(() => ID) rateId!: string;
  @Field(() => String, { description: 'Why this rate does not distort competition, at most 300 characters.' }) reason!: string;
}

@InputType()
export class SignSecondmentInput extends SecondmentStepInput {
  @Field(() => String, { description: 'Date.' }) signedOn!: string;
}

@InputType()
export class SecondmentMemberInput extends SecondmentStepInput {
  @Field(() => ID) placementId!: string;
}

@InputType()
export class GiveSecondmentNoticeInput extends SecondmentStepInput {
  @Field(() => String, { description: 'Date: the day on which notice was given, not in the future.' }) noticeOn!: string;
  @Field(() => NoticeParty) by!: NoticeParty;
  @Field(() => String, { nullable: true, description: 'Date: last day, when it is later than the period of notice asks.' }) endsOn?: string | null;
}

@InputType()
export class EndSecondmentInput extends SecondmentStepInput {
  @Field(() => String, { description: 'Date: the last day, not in the future.' }) endedOn!: string;
  @Field(() => String, { description: 'At most 300 characters.' }) reason!: string;
  @Field(() => ResultEnum, { defaultValue: 'RETURNED', description: 'What came of the placements under it.' }) result!: PlacementResult;
  @Field(() => Boolean, { defaultValue: false, description: 'Both parties want it earlier than was agreed or notice gives.' }) mutualConsent!: boolean;
}

@InputType()
export class IndexSecondmentsInput {
  @Field(() => String) requestId!: string;
  @Field(() => String, { description: 'Date: the first day of the raised rates; the percentage is that of this day, and each agreement rises once a year.' })
  from!: string;
  @Field(() => Boolean, { defaultValue: false }) dryRun!: boolean;
}
