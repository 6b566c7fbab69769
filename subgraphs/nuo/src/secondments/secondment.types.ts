import { DayScalar, EuroCentsScalar, InstantScalar, MunicipalityCodeScalar, PageInfo, stateEnum, StepRefused } from '@werkplein/kernel';
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MonthIsClosed } from '../hours/month.types.ts';
import { NuoParameterMissing } from '../parameters/index.ts';
import { PlacementEnded } from '../placements/placement.results.ts';
import { secondmentMachine, type SecondmentState } from './secondment.machine.ts';

export enum SecondmentKind {
  INDIVIDUAL = 'INDIVIDUAL',
  GROUP = 'GROUP',
}
export enum SecondmentOrigin {
  SOWECO = 'SOWECO',
  NUO = 'NUO',
}
export enum NoticeParty {
  HIRER = 'HIRER',
  NUO = 'NUO',
}
export const SecondmentStatusEnum = stateEnum(secondmentMachine);
registerEnumType(SecondmentKind, { name: 'SecondmentKind', description: 'One person, or a group at one rate.' });
registerEnumType(SecondmentOrigin, { name: 'SecondmentOrigin', description: 'SOWECO: taken over; it runs to its agreed end.' });
registerEnumType(NoticeParty, { name: 'NoticeParty', description: 'Who gave notice.' });
registerEnumType(SecondmentStatusEnum, { name: 'SecondmentStatus' });

@ObjectType('SecondmentRate', { description: 'What the hirer pays an hour from a day on, until the next.' })
export class SecondmentRateType {
  @Field(() => ID) id!: string;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => EuroCentsScalar) centsPerHour!: number;
  @Field(() => Int, { nullable: true, description: 'The year whose indexation made it; null when agreed.' }) indexedYear!: number | null;
  @Field(() => EuroCentsScalar, {
    nullable: true,
    description: 'The floor that it is below: it holds only once it is approved. Null when it is not below one.',
  })
  belowFloorCents!: number | null;
  @Field(() => InstantScalar, { nullable: true }) approvedAt!: Date | null;
  @Field(() => String, { nullable: true }) approvedByName!: string | null;
  @Field(() => String, { nullable: true }) approvalReason!: string | null;
  @Field(() => InstantScalar) recordedAt!: Date;
}

@ObjectType('Secondment', { description: 'The agreement by which the NUO lends a person or a group to a hirer (detachering).' })
export class SecondmentType {
  @Field(() => ID) id!: string;
  @Field(() => SecondmentKind) kind!: SecondmentKind;
  @Field(() => String, { description: 'The work.' }) title!: string;
  @Field(() => SecondmentOrigin) origin!: SecondmentOrigin;
  @Field(() => SecondmentStatusEnum) status!: SecondmentState;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'The municipality whose green maintenance team hires.' }) greenTeamOf!: string | null;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day as agreed; null without one.' }) endsOn!: string | null;
  @Field(() => Int, { description: 'Period of notice in months.' }) noticeMonths!: number;
  @Field(() => Boolean, { description: 'Whether the rate rises each year by the percentage that is set for all.' }) indexed!: boolean;
  @Field(() => DayScalar, { nullable: true }) signedOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) noticeGivenOn!: string | null;
  @Field(() => NoticeParty, { nullable: true }) noticeBy!: NoticeParty | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day by the notice.' }) noticeEndsOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day as it was.' }) endedOn!: string | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a step.' }) version!: number;
}

@ObjectType({ description: 'Latest start first.' })
export class SecondmentConnection {
  @Field(() => [SecondmentType]) nodes!: SecondmentType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

/** Why an agreement or a placement is not fit for a step, each with its Dutch text. */
export const secondmentProblems = {
  NO_RATE: 'Op de eerste dag geldt er geen tarief. Leg er een vast, of laat dat onder de ondergrens goedkeuren.',
  NOT_BEGUN: 'De eerste dag is nog niet gekomen.',
  TOO_FEW_MEMBERS: 'Er zijn te weinig mensen voor deze soort detachering.',
  ONE_MEMBER: 'Een individuele detachering is voor één persoon tegelijk.',
  OTHER_HIRER: 'De plaatsing is bij een andere werkgever.',
  OTHER_KIND: 'De plaatsing is niet van de soort van deze overeenkomst.',
  OTHER_SECONDMENT: 'De plaatsing hoort bij een andere overeenkomst.',
  OUTSIDE_PERIOD: 'De plaatsing valt niet binnen de looptijd van de overeenkomst.',
  NOT_PLANNED: 'De plaatsing is niet gepland en loopt niet.',
  NOT_A_MEMBER: 'De plaatsing hoort niet bij deze overeenkomst.',
  HOURS_KEPT: 'Er zijn al uren van deze plaatsing onder deze overeenkomst. Beëindig de plaatsing.',
  BEFORE_NOTICE_ENDS: 'De opzegtermijn loopt nog. Eerder eindigen kan alleen als beide partijen dat willen.',
  BEFORE_AGREED_END: 'De overeenkomst loopt nog en is niet opgezegd. Eerder eindigen kan alleen als beide partijen dat willen.',
  OWN_RATE: 'Een tarief onder de ondergrens keurt iemand anders goed dan wie het vastlegde.',
  APPROVED_ALREADY: 'Dit tarief hoeft niet goedgekeurd te worden, of is vervangen.',
} as const;
export type SecondmentProblemCode = keyof typeof secondmentProblems;
const ProblemCodeEnum = Object.fromEntries(Object.keys(secondmentProblems).map((code) => [code, code])) as Record<SecondmentProblemCode, SecondmentProblemCode>;
registerEnumType(ProblemCodeEnum, { name: 'SecondmentProblemCode' });

@ObjectType()
export class SecondmentProblem {
  @Field(() => ProblemCodeEnum) code!: SecondmentProblemCode;
  @Field(() => String, { description: 'In Dutch, for the user.' }) text!: string;
}

@ObjectType({ description: 'The agreement or the placement is not fit for this step; nothing was changed.' })
export class SecondmentRefused {
  readonly __typename!: 'SecondmentRefused';
  secondmentId!: string;
  @Field(() => [SecondmentProblem]) problems!: SecondmentProblem[];
}

@ObjectType({ description: 'The agreement as it is now.' })
export class SecondmentChanged {
  readonly __typename!: 'SecondmentChanged';
  secondmentId!: string;
}

@ObjectType({ description: 'Somebody changed it since you read it. Look at `secondment` and try again with its version.' })
export class SecondmentVersionConflict {
  readonly __typename!: 'SecondmentVersionConflict';
  secondmentId!: string;
}

@ObjectType({ description: 'The rate is recorded. Below the floor it holds only once a coordinator has approved it.' })
export class SecondmentRateRecorded {
  readonly __typename!: 'SecondmentRateRecorded';
  secondmentId!: string;
  @Field(() => Boolean) holds!: boolean;
  @Field(() => Int, { description: 'Sheets of open months whose revenue was reckoned anew.' }) recomputedSheets!: number;
  @Field(() => Int, { description: 'Sheets of open months whose revenue is not known now: give their billable hours before and after the day of the rate.' })
  sheetsToSplit!: number;
}

@ObjectType({ description: 'What became of one placement when its secondment ended.' })
export class EndedMember {
  placementId!: string;
  @Field(() => PlacementEnded, { nullable: true, description: 'As ending the placement itself would answer; null when it had not begun and was cancelled.' })
  ended!: PlacementEnded | null;
}

@ObjectType({ description: 'The agreement and its placements have ended.' })
export class SecondmentEnded {
  readonly __typename!: 'SecondmentEnded';
  secondmentId!: string;
  @Field(() => [EndedMember]) members!: EndedMember[];
}

@ObjectType()
export class RaisedRate {
  secondmentId!: string;
  @Field(() => EuroCentsScalar) fromCents!: number;
  @Field(() => EuroCentsScalar) toCents!: number;
}

export const skippedReasons = ['INDEXED_ALREADY', 'NO_RATE', 'LATER_RATE', 'ENDS_BEFORE'] as const;
const SkippedReasonEnum = Object.fromEntries(skippedReasons.map((reason) => [reason, reason])) as Record<SkippedReason, SkippedReason>;
export type SkippedReason = (typeof skippedReasons)[number];
registerEnumType(SkippedReasonEnum, {
  name: 'SkippedReason',
  description: 'LATER_RATE: another rate from that day or later was agreed already. ENDS_BEFORE: the agreement ends before that day.',
});

@ObjectType()
export class SkippedRate {
  secondmentId!: string;
  @Field(() => SkippedReasonEnum) reason!: SkippedReason;
}

@ObjectType({ description: 'The rates of all indexed agreements, raised; of a dry run nothing was written.' })
export class SecondmentsIndexed {
  readonly __typename!: 'SecondmentsIndexed';
  @Field(() => Boolean) dryRun!: boolean;
  @Field(() => Float) percentage!: number;
  @Field(() => [RaisedRate]) raised!: RaisedRate[];
  @Field(() => [SkippedRate]) skipped!: SkippedRate[];
  @Field(() => Int) recomputedSheets!: number;
  @Field(() => Int) sheetsToSplit!: number;
}

const byTypename = (value: { __typename: string }): string => value.__typename;
export const DrawUpSecondmentResult = createUnionType({
  name: 'DrawUpSecondmentResult',
  types: () => [SecondmentChanged, NuoParameterMissing] as const,
  resolveType: byTypename,
});
export const SecondmentStepResult = createUnionType({
  name: 'SecondmentStepResult',
  types: () => [SecondmentChanged, StepRefused, SecondmentVersionConflict, SecondmentRefused, NuoParameterMissing] as const,
  resolveType: byTypename,
});
export const SecondmentRateResult = createUnionType({
  name: 'SecondmentRateResult',
  types: () => [SecondmentRateRecorded, StepRefused, SecondmentVersionConflict, SecondmentRefused, MonthIsClosed, NuoParameterMissing] as const,
  resolveType: byTypename,
});
export const EndSecondmentResult = createUnionType({
  name: 'EndSecondmentResult',
  types: () => [SecondmentEnded, StepRefused, SecondmentVersionConflict, SecondmentRefused] as const,
  resolveType: byTypename,
});
export const IndexSecondmentsResult = createUnionType({
  name: 'IndexSecondmentsResult',
  types: () => [SecondmentsIndexed, MonthIsClosed, NuoParameterMissing] as const,
  resolveType: byTypename,
});
