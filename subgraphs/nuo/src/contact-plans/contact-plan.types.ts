import { DayScalar, InstantScalar, PageInfo } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ContactChannel, Steering } from '../contacts/contact.types.ts';
import type { Obstacle, ObstacleKind } from './contact-plan.rules.ts';
import type { StoredStatus } from './plan-status.rules.ts';

export enum ContactPurpose {
  ACQUAINTANCE = 'ACQUAINTANCE',
  VACANCY = 'VACANCY',
  PROPOSAL = 'PROPOSAL',
  AFTERCARE = 'AFTERCARE',
  PROEFPLAATSING = 'PROEFPLAATSING',
  SECONDMENT = 'SECONDMENT',
  RELATION = 'RELATION',
  COMPLAINT = 'COMPLAINT',
  EVENT = 'EVENT',
}
/** As people read it. */
export const purposeTexts: Record<ContactPurpose, string> = {
  ACQUAINTANCE: 'Kennismaking',
  VACANCY: 'Vacature',
  PROPOSAL: 'Voordracht van een kandidaat',
  AFTERCARE: 'Nazorg bij een plaatsing',
  PROEFPLAATSING: 'Proefplaatsing',
  SECONDMENT: 'Detachering',
  RELATION: 'Relatiebeheer',
  COMPLAINT: 'Klacht',
  EVENT: 'Evenement',
};
registerEnumType(ContactPurpose, {
  name: 'ContactPurpose',
  description: 'What a contact with an employer is for.',
  valuesConfig: Object.fromEntries(Object.entries(purposeTexts).map(([purpose, text]) => [purpose, { description: `${text}.` }])),
});

const statuses = { RESERVED: 0, SCHEDULED: 0, CARRIED_OUT: 0, CANCELLED: 0, EXPIRED: 0, TAKEN_OVER: 0 } satisfies Record<StoredStatus, 0>;
export const ContactPlanStatus = Object.fromEntries(Object.keys(statuses).map((name) => [name, name])) as Record<StoredStatus, StoredStatus>;
registerEnumType(ContactPlanStatus, {
  name: 'ContactPlanStatus',
  description: 'A reservation expires 14 days after it was made, unless it is scheduled.',
});

const kinds = { PLAN_CLASH: 0, COOL_DOWN: 0, ACCOUNT_OWNER: 0, DO_NOT_APPROACH: 0, CANDIDATE_PROPOSED: 0, OWN_PLAN: 0 } satisfies Record<ObstacleKind, 0>;
export const ContactObstacleKind = Object.fromEntries(Object.keys(kinds).map((name) => [name, name])) as Record<ObstacleKind, ObstacleKind>;
registerEnumType(ContactObstacleKind, {
  name: 'ContactObstacleKind',
  valuesConfig: {
    PLAN_CLASH: { description: 'K1: a colleague holds the same person or purpose in an overlapping window.' },
    COOL_DOWN: { description: 'K2: another organisation approached this employer a short time ago.' },
    ACCOUNT_OWNER: { description: 'K3: a key account of someone else.' },
    DO_NOT_APPROACH: { description: 'K4: blocked, a person who asked not to be contacted, or no unsolicited post.' },
    CANDIDATE_PROPOSED: { description: 'K5: this candidate is proposed here already.' },
    OWN_PLAN: { description: 'K6: the caller holds it already.' },
  },
});

@ObjectType({ description: 'Days from the first to the last, both included; at most 30.' })
export class ContactWindow {
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) until!: string;
}

@ObjectType('ContactObstacle', { description: 'One thing between an approach and the employer.' })
export class ContactObstacleType implements Pick<Obstacle, 'kind' | 'overrulable' | 'message' | 'window' | 'freeFrom'> {
  @Field(() => ContactObstacleKind) kind!: ObstacleKind;
  @Field(() => Boolean, { description: 'With a reason it may be done all the same.' }) overrulable!: boolean;
  @Field(() => String, { description: 'For people, in Dutch.' }) message!: string;
  @Field(() => ContactWindow, { nullable: true, description: 'Of the plan in the way.' }) window!: ContactWindow | null;
  @Field(() => DayScalar, { nullable: true, description: 'First day on which this obstacle is gone.' }) freeFrom!: string | null;
}

@ObjectType('ContactPlan', {
  description:
    'A claim to contact an employer in a window of days (contactvoornemen). While it is reserved or scheduled, nobody else plans the same beside it.',
})
@Directive('@key(fields: "id")')
export class ContactPlanType {
  @Field(() => ID) id!: string;
  @Field(() => ContactPurpose) purpose!: ContactPurpose;
  @Field(() => Steering) steering!: Steering;
  @Field(() => ContactChannel) channel!: ContactChannel;
  @Field(() => InstantScalar, { nullable: true, description: 'The appointment, inside the window.' }) plannedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the reservation ends; null once it is scheduled.' }) expiresAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why the owner went on after a warning.' }) overrideReason!: string | null;
  @Field(() => InstantScalar) createdAt!: Date;
  @Field(() => Int, { description: 'Send it back as `expectedVersion` with a change.' }) version!: number;
}

@ObjectType({ description: 'First that begins, first.' })
export class ContactPlanConnection {
  @Field(() => [ContactPlanType]) nodes!: ContactPlanType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType()
export class ContactWindowInput {
  @Field(() => String, { description: 'Date: the first day, not in the past.' }) from!: string;
  @Field(() => String, { description: 'Date: the last day; at most 30 days with the first.' }) until!: string;
}
