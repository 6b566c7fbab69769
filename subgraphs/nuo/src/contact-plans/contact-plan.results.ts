import { DayScalar } from '@werkplein/kernel';
import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Colleague, Obstacle, Window } from './contact-plan.rules.ts';
import { ContactObstacleType, ContactWindow } from './contact-plan.types.ts';

export enum ContactOptionKind {
  JOIN = 'JOIN',
  ASK_HANDOVER = 'ASK_HANDOVER',
  WAIT_UNTIL = 'WAIT_UNTIL',
}
registerEnumType(ContactOptionKind, {
  name: 'ContactOptionKind',
  valuesConfig: {
    JOIN: { description: 'Take part in the planned contact: joinContactPlan.' },
    ASK_HANDOVER: { description: 'Ask the holder to hand it over: askContactPlanHandOver.' },
    WAIT_UNTIL: { description: 'Plan a window that begins on `day` or later.' },
  },
});

@ObjectType({ description: 'What the caller can do instead.' })
export class ContactOption {
  @Field(() => ContactOptionKind) kind!: ContactOptionKind;
  @Field(() => DayScalar, { nullable: true, description: 'Of WAIT_UNTIL only.' }) day!: string | null;
}

// Answers are kept whole: a repeat of the request reads the same, whoever changed the plan since.

@ObjectType({ description: 'Planned. `alreadyPlanned`: the caller held it before (K6), and nothing was made.' })
export class ContactPlanned {
  readonly __typename!: 'ContactPlanned';
  contactPlanId!: string;
  @Field(() => Boolean) alreadyPlanned!: boolean;
}

@ObjectType({ description: 'A colleague holds this employer for the same person or purpose (K1). Nothing was planned.' })
export class ContactConflict {
  readonly __typename!: 'ContactConflict';
  contactPlanId!: string;
  holder!: Colleague;
  @Field(() => ContactWindow) window!: Window;
  @Field(() => [ContactOption]) options!: ContactOption[];
}

@ObjectType({ description: 'There are warnings (K2, K3). Nothing was planned; send it again with `confirm: true` and a reason, and a new requestId.' })
export class ContactNeedsReason {
  readonly __typename!: 'ContactNeedsReason';
  @Field(() => [ContactObstacleType]) obstacles!: Obstacle[];
  @Field(() => DayScalar, { description: 'First day from which a window of this length meets neither a plan nor a cool-down.' }) firstFreeDay!: string;
}

@ObjectType({ description: 'This approach is not possible here, and nobody may overrule it (K4, K5, a closed account of K3).' })
export class EmployerClosed {
  readonly __typename!: 'EmployerClosed';
  @Field(() => [ContactObstacleType]) obstacles!: Obstacle[];
}

abstract class OfPlan {
  contactPlanId!: string;
}
@ObjectType()
export class ContactPlanJoined extends OfPlan {
  readonly __typename!: 'ContactPlanJoined';
}
@ObjectType()
export class ContactPlanRescheduled extends OfPlan {
  readonly __typename!: 'ContactPlanRescheduled';
}
@ObjectType()
export class ContactPlanCancelled extends OfPlan {
  readonly __typename!: 'ContactPlanCancelled';
}
@ObjectType()
export class ContactPlanHandOverOffered extends OfPlan {
  readonly __typename!: 'ContactPlanHandOverOffered';
}
@ObjectType({ description: 'The holder has a task to answer, by offerContactPlanHandOver or by leaving it as it is.' })
export class ContactPlanHandOverAsked extends OfPlan {
  readonly __typename!: 'ContactPlanHandOverAsked';
}
@ObjectType({ description: 'The caller holds it, or it was offered to the caller: acceptContactPlanHandOver. Nothing was changed.' })
export class ContactPlanAlreadyYours extends OfPlan {
  readonly __typename!: 'ContactPlanAlreadyYours';
}
@ObjectType()
export class ContactPlanHandOverRefused extends OfPlan {
  readonly __typename!: 'ContactPlanHandOverRefused';
}
@ObjectType({ description: '`contactPlan` is the caller’s; it replaces the one that was handed over.' })
export class ContactPlanTakenOver extends OfPlan {
  readonly __typename!: 'ContactPlanTakenOver';
}
@ObjectType({ description: 'The contact took place and is recorded.' })
export class ContactPlanCarriedOut extends OfPlan {
  readonly __typename!: 'ContactPlanCarriedOut';
  contactMomentId!: string;
}
@ObjectType({ description: 'The plan has ended: see its status. Nothing was changed.' })
export class ContactPlanEnded extends OfPlan {
  readonly __typename!: 'ContactPlanEnded';
}
@ObjectType({ description: 'Someone changed it since; look at `contactPlan` and try again with its version.' })
export class ContactPlanVersionConflict extends OfPlan {
  readonly __typename!: 'ContactPlanVersionConflict';
}
@ObjectType({ description: 'Call again while `count` is 500.' })
export class ContactPlansExpired {
  readonly __typename!: 'ContactPlansExpired';
  @Field(() => Int) count!: number;
}

export type Refusal = ContactConflict | ContactNeedsReason | EmployerClosed;
export type Stale = ContactPlanEnded | ContactPlanVersionConflict;

const union = (name: string, ...types: Function[]) =>
  createUnionType({ name, types: () => types as never, resolveType: (value: { __typename: string }) => value.__typename });
const refusals = [ContactConflict, ContactNeedsReason, EmployerClosed];
const stale = [ContactPlanEnded, ContactPlanVersionConflict];
export const PlanContactResult = union('PlanContactResult', ContactPlanned, ...refusals);
export const RescheduleContactPlanResult = union('RescheduleContactPlanResult', ContactPlanRescheduled, ...refusals, ...stale);
export const AcceptContactPlanHandOverResult = union('AcceptContactPlanHandOverResult', ContactPlanTakenOver, ...refusals, ContactPlanEnded);
export const JoinContactPlanResult = union('JoinContactPlanResult', ContactPlanJoined, ContactPlanEnded);
export const CancelContactPlanResult = union('CancelContactPlanResult', ContactPlanCancelled, ...stale);
export const OfferContactPlanHandOverResult = union('OfferContactPlanHandOverResult', ContactPlanHandOverOffered, ...stale);
export const AskContactPlanHandOverResult = union('AskContactPlanHandOverResult', ContactPlanHandOverAsked, ContactPlanAlreadyYours, ContactPlanEnded);
export const RefuseContactPlanHandOverResult = union('RefuseContactPlanHandOverResult', ContactPlanHandOverRefused, ContactPlanEnded);
export const CarryOutContactPlanResult = union('CarryOutContactPlanResult', ContactPlanCarriedOut, ...stale);
export const ExpireContactPlansResult = union('ExpireContactPlansResult', ContactPlansExpired);
