import { InstantScalar, PageInfo } from '@werkplein/kernel';
import { createUnionType, Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';

export enum ContactChannel {
  VISIT = 'VISIT',
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  VIDEO_CALL = 'VIDEO_CALL',
  EVENT = 'EVENT',
  LETTER = 'LETTER',
  WEB_FORM = 'WEB_FORM',
  CHAT = 'CHAT',
}
export enum ContactDirection {
  OUTGOING = 'OUTGOING',
  INCOMING = 'INCOMING',
}
export enum Steering {
  VRAAGGESTUURD = 'VRAAGGESTUURD',
  AANBODGESTUURD = 'AANBODGESTUURD',
}
registerEnumType(ContactChannel, { name: 'ContactChannel' });
registerEnumType(ContactDirection, { name: 'ContactDirection' });
registerEnumType(Steering, { name: 'Steering', description: 'Whether the employer asked (vraaggestuurd) or we offered (aanbodgestuurd).' });

@ObjectType('ContactMoment', { description: 'A contact with an employer that took place. It never changes; a correction replaces it in the lists.' })
@Directive('@key(fields: "id")')
export class ContactMomentType {
  @Field(() => ID) id!: string;
  @Field(() => InstantScalar) occurredAt!: Date;
  @Field(() => ContactChannel) channel!: ContactChannel;
  @Field(() => ContactDirection) direction!: ContactDirection;
  @Field(() => Steering) steering!: Steering;
  @Field(() => String) subject!: string;
  @Field(() => String) report!: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether someone was reached; null when not known.' }) succeeded!: boolean | null;
}

@ObjectType({ description: 'Newest first.' })
export class ContactMomentConnection {
  @Field(() => [ContactMomentType]) nodes!: ContactMomentType[];
  @Field(() => PageInfo, { description: 'The page before in time: `before: endCursor`.' }) pageInfo!: PageInfo;
}

@InputType()
export class ContactParticipantInput {
  @Field(() => ID) employeeId!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: '`nuo` or a CBS code.' }) organisation!: string;
}

@InputType()
export class ContactFacts {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { nullable: true }) contactPersonId?: string | null;
  @Field(() => String, { description: 'DateTime, not in the future.' }) occurredAt!: string;
  @Field(() => ContactChannel) channel!: ContactChannel;
  @Field(() => ContactDirection) direction!: ContactDirection;
  @Field(() => Steering) steering!: Steering;
  @Field(() => String) subject!: string;
  @Field(() => String) report!: string;
  @Field(() => Boolean, { nullable: true }) succeeded?: boolean | null;
  @Field(() => [ContactParticipantInput], { nullable: true, description: 'Colleagues who took part, besides the caller.' }) others?:
    | ContactParticipantInput[]
    | null;
}

@InputType()
export class RecordContactMomentInput extends ContactFacts {
  @Field(() => ID) employerId!: string;
}

@InputType()
export class CorrectContactMomentInput extends ContactFacts {
  @Field(() => ID, { description: 'The contact moment that this one replaces.' }) contactMomentId!: string;
}

@ObjectType()
export class ContactMomentRecorded {
  readonly __typename!: 'ContactMomentRecorded';
  contactMomentId!: string;
}

@ObjectType()
export class ContactMomentCorrected {
  readonly __typename!: 'ContactMomentCorrected';
  contactMomentId!: string;
}

@ObjectType({ description: 'Someone corrected it before; correct `contactMoment` instead.' })
export class ContactMomentAlreadyCorrected {
  readonly __typename!: 'ContactMomentAlreadyCorrected';
  contactMomentId!: string;
}

const byTypename = (value: { __typename: string }): string => value.__typename;
export const RecordContactMomentResult = createUnionType({
  name: 'RecordContactMomentResult',
  types: () => [ContactMomentRecorded] as const,
  resolveType: byTypename,
});
export const CorrectContactMomentResult = createUnionType({
  name: 'CorrectContactMomentResult',
  types: () => [ContactMomentCorrected, ContactMomentAlreadyCorrected] as const,
  resolveType: byTypename,
});

export type ContactFactsInput = ContactFacts;
