import { DayScalar } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { ColleagueInput, ColleagueNotActive } from '../colleagues/colleague.types.ts';
import { type ResponsibleRole, responsibleRoles } from './responsibility.rules.ts';

export const RoleEnum = Object.fromEntries(responsibleRoles.map((role) => [role, role])) as Record<ResponsibleRole, ResponsibleRole>;
registerEnumType(RoleEnum, { name: 'ResponsibleRole', description: 'In which role somebody answers for a participant at the NUO.' });

@ObjectType('Responsibility', { description: 'Who answers for a participant in a role, from day to day, both included.' })
export class ResponsibilityType {
  @Field(() => ID) id!: string;
  @Field(() => RoleEnum) role!: ResponsibleRole;
  @Field(() => Boolean, { description: 'Takes the place of who is responsible, for these days only.' }) standIn!: boolean;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true }) endsOn!: string | null;
}

@ObjectType({ description: 'Who acts in a role on the days named; a stand-in goes before whom they stand in for.' })
export class ActingType {
  @Field(() => RoleEnum) role!: ResponsibleRole;
  @Field(() => Boolean) standIn!: boolean;
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  colleagueId!: string;
}

@InputType()
export class AssignResponsibleInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => RoleEnum) role!: ResponsibleRole;
  @Field(() => ColleagueInput) colleague!: ColleagueInput;
  @Field(() => ColleagueInput, {
    nullable: true,
    description: 'Whom they replace, as you saw it; left out when nobody is responsible in this role. If it is another by now, nothing changes.',
  })
  instead?: ColleagueInput | null;
  @Field(() => String, {
    nullable: true,
    description: 'Date: today or later, within a year; left out, today. The first one may have begun earlier, from the registration on.',
  })
  startsOn?: string | null;
}

@InputType()
export class EndResponsibilityInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) responsibilityId!: string;
  @Field(() => String, { nullable: true, description: 'Date: the last day, today or later; left out, today.' }) endsOn?: string | null;
}

@InputType()
export class PlanStandInInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { description: 'For whom they stand in.' }) responsibilityId!: string;
  @Field(() => ColleagueInput) colleague!: ColleagueInput;
  @Field(() => String, { description: 'Date, today or later.' }) from!: string;
  @Field(() => String, { description: 'Date, within a year.' }) until!: string;
}

@ObjectType({ description: 'From their first day on they answer for the participant.' })
export class ResponsibleAssigned {
  readonly __typename!: 'ResponsibleAssigned';
  responsibilityId!: string;
}

@ObjectType({ description: 'Somebody else is responsible by now, or nobody: look at `responsibility` and try again.' })
export class ResponsibleIsAnother {
  readonly __typename!: 'ResponsibleIsAnother';
  responsibilityId!: string | null;
}

@ObjectType({ description: 'They are a participant no longer; offer an order for them first.' })
export class ParticipantHasLeft {
  readonly __typename!: 'ParticipantHasLeft';
  @Field(() => DayScalar) exitedOn!: string;
}

@ObjectType({ description: 'Ends on that day; what had yet to begin is gone.' })
export class ResponsibilityEnded {
  readonly __typename!: 'ResponsibilityEnded';
  responsibilityId!: string;
}

@ObjectType({ description: 'It had ended by that day already.' })
export class ResponsibilityAlreadyEnded {
  readonly __typename!: 'ResponsibilityAlreadyEnded';
  responsibilityId!: string;
}

@ObjectType()
export class StandInPlanned {
  readonly __typename!: 'StandInPlanned';
  responsibilityId!: string;
}

@ObjectType({ description: 'On some of these days another stands in, or nobody is responsible whose place could be taken: look at `responsibility`.' })
export class StandInRefused {
  readonly __typename!: 'StandInRefused';
  responsibilityId!: string;
}

const resolveType = (value: { __typename: string }): string => value.__typename;
export const AssignResponsibleResult = createUnionType({
  name: 'AssignResponsibleResult',
  types: () => [ResponsibleAssigned, ResponsibleIsAnother, ParticipantHasLeft, ColleagueNotActive] as const,
  resolveType,
});
export const EndResponsibilityResult = createUnionType({
  name: 'EndResponsibilityResult',
  types: () => [ResponsibilityEnded, ResponsibilityAlreadyEnded] as const,
  resolveType,
});
export const PlanStandInResult = createUnionType({
  name: 'PlanStandInResult',
  types: () => [StandInPlanned, StandInRefused, ColleagueNotActive] as const,
  resolveType,
});
