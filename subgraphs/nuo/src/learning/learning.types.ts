import { DayScalar, InstantScalar, MunicipalityCodeScalar, PageInfo, stateEnum, StepRefused } from '@werkplein/kernel';
import { ArgsType, createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../page-args.ts';
import { learningStepMachine, type LearningStepState } from './learning.machine.ts';

export const LearningStepStatusEnum = stateEnum(learningStepMachine);
registerEnumType(LearningStepStatusEnum, { name: 'LearningStepStatus' });

@ObjectType('PracticeCertificate', { description: 'A praktijkverklaring: what somebody showed in practice.' })
export class PracticeCertificateType {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => DayScalar) issuedOn!: string;
  @Field(() => String) issuer!: string;
}

@ObjectType('LearningStep', { description: 'One thing that is learnt by working.' })
export class LearningStepType {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Place in the line, from 1.' }) position!: number;
  @Field(() => String) module!: string;
  @Field(() => String, { description: 'Kind of work in which it is learnt.' }) workKind!: string;
  @Field(() => String) goal!: string;
  @Field(() => LearningStepStatusEnum) status!: LearningStepState;
  @Field(() => DayScalar, { nullable: true }) startedOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Achieved or stopped on.' }) finishedOn!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a step.' }) version!: number;
}

@ObjectType({ description: 'How many steps there are of each status.' })
export class LearningProgress {
  @Field(() => Int) planned!: number;
  @Field(() => Int) busy!: number;
  @Field(() => Int) achieved!: number;
  @Field(() => Int) stopped!: number;
}

@ObjectType('LearningNote', { description: 'What uitvoering wrote for itself.' })
export class LearningNoteType {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'The step that it is about.' }) stepId!: string | null;
  @Field(() => String) text!: string;
  @Field(() => String) authorName!: string;
  @Field(() => InstantScalar) writtenAt!: Date;
}

@ObjectType('LearningLine', { description: 'What a participant learns by working (leerwerklijn), through all phases at the NUO.' })
export class LearningLineType {
  @Field(() => ID) id!: string;
  @Field(() => String) goal!: string;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true }) expectedEndOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day; null while it is open.' }) endedOn!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a change of the line.' }) version!: number;
}

@ObjectType({ description: 'A page of learning lines.' })
export class LearningLineConnection {
  @Field(() => [LearningLineType]) nodes!: LearningLineType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ArgsType()
export class LearningLinesArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only those that are open, or only those that ended.' }) open?: boolean | null;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'Only of people for whom this municipality answers.' }) municipality?: string | null;
}

@InputType()
export class StartLearningLineInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => ID, { nullable: true, description: 'The order of the regie for it, which must be in progress.' }) serviceOrderId?: string | null;
  @Field(() => String, { description: 'At most 500 characters.' }) goal!: string;
  @Field(() => String, { description: 'Date.' }) startsOn!: string;
  @Field(() => String, { nullable: true, description: 'Date.' }) expectedEndOn?: string | null;
}

@InputType()
export class ChangeLearningLineInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) learningLineId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'At most 500 characters.' }) goal!: string;
  @Field(() => String, { nullable: true, description: 'Date.' }) expectedEndOn?: string | null;
}

@InputType()
export class EndLearningLineInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) learningLineId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Date: the last day, not in the future.' }) endedOn!: string;
  @Field(() => String, { description: 'At most 300 characters; regie does not see it.' }) reason!: string;
}

@InputType()
export class LearningStepFactsInput {
  @Field(() => String, { description: 'At most 120 characters.' }) module!: string;
  @Field(() => String, { description: 'At most 120 characters.' }) workKind!: string;
  @Field(() => String, { description: 'At most 500 characters.' }) goal!: string;
  @Field(() => ID, { nullable: true, description: 'The placement of the participant where it is learnt.' }) placementId?: string | null;
}

@InputType()
export class PlanLearningStepInput extends LearningStepFactsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) learningLineId!: string;
}

@InputType({ description: 'All facts of the step as they are to be.' })
export class ChangeLearningStepInput extends LearningStepFactsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) stepId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class LearningStepDayInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) stepId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Date, not in the future.' }) on!: string;
}

@InputType()
export class StopLearningStepInput extends LearningStepDayInput {
  @Field(() => String, { description: 'At most 300 characters; regie does not see it.' }) reason!: string;
}

@InputType()
export class RecordPracticeCertificateInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) stepId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'At most 60 characters.' }) number!: string;
  @Field(() => String, { description: 'Date, not in the future.' }) issuedOn!: string;
  @Field(() => String, { description: 'Who issued it, at most 200 characters.' }) issuer!: string;
}

@InputType()
export class WriteLearningNoteInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) learningLineId!: string;
  @Field(() => ID, { nullable: true }) stepId?: string | null;
  @Field(() => String, { description: 'At most 2000 characters. Only uitvoering sees it.' }) text!: string;
}

@ObjectType({ description: 'The line as it is now.' })
export class LearningLineChanged {
  readonly __typename!: 'LearningLineChanged';
  learningLineId!: string;
}

@ObjectType({ description: 'The participant has an open line already; one is open at a time.' })
export class LearningLineOpen {
  readonly __typename!: 'LearningLineOpen';
  learningLineId!: string;
}

@ObjectType({ description: 'The line has ended; nothing was changed.' })
export class LearningLineEnded {
  readonly __typename!: 'LearningLineEnded';
  learningLineId!: string;
}

@ObjectType({ description: 'Somebody changed it since you read it. Look at `learningLine` and try again with its version, or that of its step.' })
export class LearningVersionConflict {
  readonly __typename!: 'LearningVersionConflict';
  learningLineId!: string;
}

@ObjectType({ description: 'The step as it is now.' })
export class LearningStepChanged {
  readonly __typename!: 'LearningStepChanged';
  learningLineId!: string;
  stepId!: string;
}

@ObjectType({ description: 'This certificate is recorded already, at another step or with other facts; nothing was written.' })
export class CertificateKnown {
  readonly __typename!: 'CertificateKnown';
  @Field(() => String) number!: string;
}

const byTypename = (value: { __typename: string }): string => value.__typename;
export const StartLearningLineResult = createUnionType({
  name: 'StartLearningLineResult',
  types: () => [LearningLineChanged, LearningLineOpen] as const,
  resolveType: byTypename,
});
export const LearningLineResult = createUnionType({
  name: 'LearningLineResult',
  types: () => [LearningLineChanged, LearningLineEnded, LearningVersionConflict] as const,
  resolveType: byTypename,
});
export const PlanLearningStepResult = createUnionType({
  name: 'PlanLearningStepResult',
  types: () => [LearningStepChanged, LearningLineEnded] as const,
  resolveType: byTypename,
});
export const LearningStepResult = createUnionType({
  name: 'LearningStepResult',
  types: () => [LearningStepChanged, StepRefused, LearningVersionConflict] as const,
  resolveType: byTypename,
});
export const RecordPracticeCertificateResult = createUnionType({
  name: 'RecordPracticeCertificateResult',
  types: () => [LearningStepChanged, StepRefused, LearningVersionConflict, CertificateKnown] as const,
  resolveType: byTypename,
});
