import { DayScalar, HoursPerWeekScalar, MunicipalityCodeScalar, PageInfo, PercentageScalar, StepRefused, stateEnum } from '@werkplein/kernel';
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NotAWswWorker } from '../indications/indication.types.ts';
import { NuoParameterMissing } from '../parameters/nuo-parameter.types.ts';
import { NoWswInflow } from '../wsw-workers/wsw-worker.types.ts';
import { adaptations, type Adaptation } from './adaptations.ts';
import { type Cao, caos, type EmploymentKind, employmentKinds, employmentMachine, type EmploymentState } from './employment.machine.ts';
import { type Destination, destinations, type EndReason, endReasons, statutorySource } from './statutory-codes.ts';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> => Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
const described = (codes: Record<string, { number: string; text: string }>) =>
  Object.fromEntries(Object.entries(codes).map(([key, { number, text }]) => [key, { description: `${number}: ${text}` }]));
export const EmploymentKindEnum = enumOf(employmentKinds);
export const EmploymentStateEnum = stateEnum(employmentMachine);
export const CaoEnum = enumOf(caos);
export const EndReasonEnum = enumOf(Object.keys(endReasons) as EndReason[]);
export const DestinationEnum = enumOf(Object.keys(destinations) as Destination[]);
export const AdaptationEnum = enumOf(Object.keys(adaptations) as Adaptation[]);
registerEnumType(EmploymentKindEnum, { name: 'EmploymentKind', description: 'Under which law, or at whom, somebody is employed.' });
registerEnumType(EmploymentStateEnum, { name: 'EmploymentState', description: 'Where an employment is.' });
registerEnumType(CaoEnum, { name: 'Cao' });
registerEnumType(EndReasonEnum, {
  name: 'EmploymentEndReason',
  description: `Why an employment ended: kenmerk 27 of the ${statutorySource}.`,
  valuesConfig: described(endReasons),
});
registerEnumType(DestinationEnum, {
  name: 'EmploymentDestination',
  description: `Where somebody went: kenmerk 28 of the ${statutorySource}.`,
  valuesConfig: described(destinations),
});
registerEnumType(AdaptationEnum, {
  name: 'WorkAdaptation',
  description: 'What a place to work offers.',
  valuesConfig: Object.fromEntries(Object.entries(adaptations).map(([key, description]) => [key, { description }])),
});

@ObjectType('EmploymentTerms', { description: 'What was agreed in a period of an employment; both days belong to it.' })
export class EmploymentTermsType {
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day; the end of the employment goes before it.' }) validUntil!: string | null;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'The municipality that is the formal employer; null when an employer is.' })
  formalEmployer!: string | null;
  @Field(() => MunicipalityCodeScalar, { description: 'Betalende gemeente.' }) payingMunicipality!: string;
  @Field(() => MunicipalityCodeScalar, { description: 'Verantwoordelijke gemeente.' }) responsibleMunicipality!: string;
  @Field(() => HoursPerWeekScalar) hoursPerWeek!: number;
  @Field(() => PercentageScalar, { description: 'Share of the contract wage that is paid.' }) paidWagePct!: number;
  @Field(() => CaoEnum) cao!: Cao;
}

@ObjectType('ShelteredEmployment', { description: 'An employment that the NUO carries out for a municipality, or guides at an employer.' })
export class ShelteredEmploymentType {
  @Field(() => ID) id!: string;
  @Field(() => EmploymentKindEnum) kind!: EmploymentKind;
  @Field(() => EmploymentStateEnum) state!: EmploymentState;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day, also one to come.' }) endsOn!: string | null;
  @Field(() => MunicipalityCodeScalar, { description: 'Who is responsible today, by the terms.' }) responsibleMunicipality!: string;
  @Field(() => ID, { nullable: true, description: 'Of beschut werk: the decision at the Werkplein.' }) decisionId!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day of that decision.' }) decidedOn!: string | null;
  @Field(() => EndReasonEnum, { nullable: true, description: 'Null also when it went on in another form: that is no outflow.' }) endReason!: EndReason | null;
  @Field(() => DestinationEnum, { nullable: true }) destination!: Destination | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused or withdrawn.' }) note!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
}

@ObjectType({ description: 'Latest start first.' })
export class ShelteredEmploymentConnection {
  @Field(() => [ShelteredEmploymentType]) nodes!: ShelteredEmploymentType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType({ description: 'Beschut werk that runs on a day.' })
export class BeschutRealised {
  @Field(() => DayScalar) day!: string;
  @Field(() => Int) persons!: number;
  @Field(() => Float, { description: 'Agreed hours a week of all together.' }) hoursPerWeek!: number;
}

@ObjectType()
export class EmploymentRegistered {
  readonly __typename!: 'EmploymentRegistered';
  employmentId!: string;
}

@ObjectType({ description: 'The step was taken.' })
export class EmploymentChanged {
  readonly __typename!: 'EmploymentChanged';
  employmentId!: string;
}

@ObjectType({ description: 'The employment goes on in another form: `ended` ended the day before `employment` began. That is no outflow.' })
export class WorkFormSwitched {
  readonly __typename!: 'WorkFormSwitched';
  employmentId!: string;
  endedId!: string;
}

@ObjectType({ description: 'On this day the employments of the person are more hours together than anybody works.' })
export class TooManyHours {
  readonly __typename!: 'TooManyHours';
  @Field(() => DayScalar) day!: string;
  @Field(() => Float, { description: 'Of all together.' }) hoursPerWeek!: number;
  @Field(() => Float) maxHoursPerWeek!: number;
  @Field(() => String) source!: string;
}

@ObjectType({ description: 'Hours of this kind of employment are at most a full week.' })
export class MoreThanFullWeek {
  readonly __typename!: 'MoreThanFullWeek';
  @Field(() => Float) fullWeekHours!: number;
  @Field(() => String) source!: string;
}

@ObjectType({ description: 'In this period no indication says that the person belongs to the Wsw. Record it first; both days belong to the period.' })
export class NotIndicated {
  readonly __typename!: 'NotIndicated';
  @Field(() => DayScalar) missingFrom!: string;
  @Field(() => DayScalar) missingUntil!: string;
}

@ObjectType({ description: 'Somebody changed it since you read it. Read it again, then send the command with `currentVersion`.' })
export class EmploymentVersionConflict {
  readonly __typename!: 'EmploymentVersionConflict';
  @Field(() => Int) currentVersion!: number;
}

const resolveType = (value: { __typename: string }): string => value.__typename;
const steps = [StepRefused, EmploymentVersionConflict, TooManyHours, MoreThanFullWeek, NotIndicated, NuoParameterMissing] as const;
export const RegisterEmploymentResult = createUnionType({
  name: 'RegisterEmploymentResult',
  types: () => [EmploymentRegistered, TooManyHours, MoreThanFullWeek, NotIndicated, NotAWswWorker, NoWswInflow, NuoParameterMissing] as const,
  resolveType,
});
export const ChangeEmploymentResult = createUnionType({ name: 'ChangeEmploymentResult', types: () => [EmploymentChanged, ...steps] as const, resolveType });
export const SwitchWorkFormResult = createUnionType({ name: 'SwitchWorkFormResult', types: () => [WorkFormSwitched, ...steps] as const, resolveType });
