import { InstantScalar } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EmployerVersionConflict } from '../employers/change-employer.types.ts';

/** What of two employers may be chosen. */
export enum MergeField {
  LEGAL_NAME = 'LEGAL_NAME',
  TRADE_NAMES = 'TRADE_NAMES',
  KVK_NUMBER = 'KVK_NUMBER',
  RSIN = 'RSIN',
  REGISTRATION_REASON = 'REGISTRATION_REASON',
  SBI = 'SBI',
  EMPLOYEES = 'EMPLOYEES',
  STATUS = 'STATUS',
  KEY_ACCOUNT = 'KEY_ACCOUNT',
  COOL_DOWN_DAYS = 'COOL_DOWN_DAYS',
  WEBSITES = 'WEBSITES',
  DOMAINS = 'DOMAINS',
}
registerEnumType(MergeField, { name: 'MergeField' });

export enum MergeRefusal {
  SELF = 'SELF',
  ALREADY_MERGED = 'ALREADY_MERGED',
  BLOCKED = 'BLOCKED',
}
registerEnumType(MergeRefusal, {
  name: 'MergeRefusal',
  valuesConfig: {
    SELF: { description: 'Both are `employer`.' },
    ALREADY_MERGED: { description: 'One was merged before; it is now `employer`.' },
    BLOCKED: { description: '`employer` is blocked; change its status first.' },
  },
});

export enum UndoRefusal {
  TOO_LATE = 'TOO_LATE',
  ALREADY_UNDONE = 'ALREADY_UNDONE',
  LATER_MERGE = 'LATER_MERGE',
}
registerEnumType(UndoRefusal, {
  name: 'UndoRefusal',
  valuesConfig: {
    TOO_LATE: { description: 'More than 30 days have passed.' },
    ALREADY_UNDONE: { description: 'It was undone before.' },
    LATER_MERGE: { description: 'The survivor was merged again since; undo `laterMergeId` first.' },
  },
});

export enum MergeSide {
  SURVIVOR = 'SURVIVOR',
  VANISHING = 'VANISHING',
}
registerEnumType(MergeSide, { name: 'MergeSide' });

@InputType()
export class MergeChoiceInput {
  @Field(() => String, { description: 'As the preview names it.' }) subject!: string;
  @Field(() => MergeSide, { description: 'Whose holds for both.' }) keep!: MergeSide;
}

@InputType()
export class MergeEmployersInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { description: 'The employer that stays.' }) survivorId!: string;
  @Field(() => ID, { description: 'The employer that goes; its id keeps answering, with the survivor.' }) vanishingId!: string;
  @Field(() => Int) survivorVersion!: number;
  @Field(() => Int) vanishingVersion!: number;
  @Field(() => [MergeField], { nullable: true, description: 'What the survivor takes over. Empty fields are always filled, and lists joined.' })
  fromVanishing?: MergeField[] | null;
  @Field(() => [MergeChoiceInput], { nullable: true, description: 'For each `toChoose` of the preview.' }) choices?: MergeChoiceInput[] | null;
  @Field(() => String, { nullable: true, description: 'Why they are one; needed when they have two KvK numbers. At most 500 characters.' })
  reason?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Only tells what would happen; writes nothing.' }) dryRun!: boolean;
}

@InputType()
export class UndoMergeInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) mergeId!: string;
}

@ObjectType({ description: 'Rows of one kind.' })
export class MergeCount {
  @Field(() => String, { description: 'Name of the kind, such as `contact_moment`.' }) type!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'A field of two employers that are merged, as text.' })
export class MergeFieldValues {
  @Field(() => MergeField) field!: MergeField;
  @Field(() => String, { nullable: true }) survivor!: string | null;
  @Field(() => String, { nullable: true }) vanishing!: string | null;
  @Field(() => String, { nullable: true, description: 'What the survivor will have.' }) result!: string | null;
}

@ObjectType({ description: 'What both have and only one can: choose.' })
export class MergeDemand {
  @Field(() => String) subject!: string;
  @Field(() => String, { description: 'Dutch.' }) message!: string;
}

@ObjectType({ description: 'What a merge would do now; nothing was written.' })
export class MergePreview {
  readonly __typename!: 'MergePreview';
  survivorId!: string;
  vanishingId!: string;
  @Field(() => [MergeCount], { description: 'What the survivor gets.' }) counts!: MergeCount[];
  @Field(() => [MergeFieldValues], { description: 'Fields that differ.' }) fields!: MergeFieldValues[];
  @Field(() => Int, { description: 'Contact persons of both with one e-mail address or phone number: they become one.' }) samePersons!: number;
  @Field(() => [MergeDemand], { description: 'What has to be in `choices`.' }) toChoose!: MergeDemand[];
  @Field(() => Boolean, { description: 'They have two KvK numbers: say why they are one.' }) needsReason!: boolean;
}

@ObjectType({ description: 'The two are one.' })
export class EmployersMerged {
  readonly __typename!: 'EmployersMerged';
  employerId!: string;
  @Field(() => ID, { description: 'For undoing it, within 30 days.' }) mergeId!: string;
  @Field(() => [MergeCount]) counts!: MergeCount[];
  @Field(() => [String], { description: 'Dutch; what should be looked at now that the two are one.' }) warnings!: string[];
}

@ObjectType()
export class MergeRefused {
  readonly __typename!: 'MergeRefused';
  employerId!: string;
  @Field(() => MergeRefusal) refusal!: MergeRefusal;
}

@ObjectType()
export class AddedSince {
  @Field(() => String) type!: string;
  @Field(() => [ID]) ids!: string[];
}

@ObjectType({ description: 'Both are as they were. What was recorded since the merge stays with the survivor.' })
export class MergeUndone {
  readonly __typename!: 'MergeUndone';
  survivorId!: string;
  restoredId!: string;
  @Field(() => [AddedSince], { description: 'Recorded since the merge, and now of the survivor alone.' }) addedSince!: AddedSince[];
  @Field(() => [String], { description: 'Fields changed since the merge, which stay as they are now: `table.column`.' }) changedSince!: string[];
}

@ObjectType()
export class UndoRefused {
  readonly __typename!: 'UndoRefused';
  @Field(() => UndoRefusal) refusal!: UndoRefusal;
  @Field(() => ID, { nullable: true }) laterMergeId!: string | null;
}

@ObjectType('EmployerMerge', { description: 'A merge of another employer into this one.' })
export class EmployerMergeType {
  @Field(() => ID, { description: 'For `undoMerge`.' }) id!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => InstantScalar) mergedAt!: Date;
  @Field(() => InstantScalar) reversibleUntil!: Date;
  @Field(() => InstantScalar, { nullable: true }) undoneAt!: Date | null;
}

const byTypename = (value: { __typename: string }): string => value.__typename;

export const MergeEmployersResult = createUnionType({
  name: 'MergeEmployersResult',
  types: () => [EmployersMerged, MergePreview, MergeRefused, EmployerVersionConflict] as const,
  resolveType: byTypename,
});
export const UndoMergeResult = createUnionType({
  name: 'UndoMergeResult',
  types: () => [MergeUndone, UndoRefused] as const,
  resolveType: byTypename,
});
