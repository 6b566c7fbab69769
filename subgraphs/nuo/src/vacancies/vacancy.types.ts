import { DayScalar, InstantScalar, PageInfo } from '@werkplein/kernel';
import { createUnionType, Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum VacancyStatusEnum {
  CONCEPT = 'CONCEPT',
  OPEN = 'OPEN',
  PAUSED = 'PAUSED',
  FILLED = 'FILLED',
  EXPIRED = 'EXPIRED',
  WITHDRAWN = 'WITHDRAWN',
}
/** VUM soort overeenkomst 01 to 04. */
export enum WorkAgreement {
  REGULAR = 'REGULAR',
  APPRENTICE = 'APPRENTICE',
  VOLUNTEER = 'VOLUNTEER',
  WORK_EXPERIENCE = 'WORK_EXPERIENCE',
}
registerEnumType(VacancyStatusEnum, { name: 'VacancyStatus', description: 'EXPIRED by itself after the last open day; FILLED with the last place.' });
registerEnumType(WorkAgreement, { name: 'WorkAgreement', description: 'regulier werk, leerbaan, vrijwilligerswerk, werkervaringsplaats (VUM 01 to 04).' });

// No descriptions: the Werkpleinen declare this type too, and the texts of two subgraphs must be the same.
@ObjectType('Occupation')
@Directive('@shareable')
export class OccupationType {
  @Field(() => String, { nullable: true }) code!: string | null;
  @Field(() => String) text!: string;
}

@ObjectType('VacancyDemand')
@Directive('@shareable')
export class VacancyDemand {
  @Field(() => OccupationType) occupation!: OccupationType;
  @Field(() => Float, { nullable: true }) hoursMin!: number | null;
  @Field(() => Float, { nullable: true }) hoursMax!: number | null;
  @Field(() => String, { nullable: true }) postcode4!: string | null;
  @Field(() => Int, { nullable: true }) workingLevelMin!: number | null;
  @Field(() => [String]) drivingLicences!: readonly string[];
  @Field(() => Boolean) offersAdaptation!: boolean;
  @Field(() => Boolean) offersGuidance!: boolean;
  @Field(() => Boolean) onlyDoelgroepregister!: boolean;
}

@ObjectType('Vacancy', { description: 'Work that an employer wants done by somebody.' })
@Directive('@key(fields: "id")')
export class VacancyType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String) description!: string;
  @Field(() => Int, { description: 'How many people are wanted.' }) places!: number;
  @Field(() => Int, { description: 'How many of the places are taken.' }) filled!: number;
  @Field(() => DayScalar, { nullable: true, description: 'The day on which the last place was taken, when it was kept.' }) filledOn!: string | null;
  @Field(() => [WorkAgreement]) agreements!: WorkAgreement[];
  @Field(() => String, { nullable: true }) salaryIndication!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'First day of the work.' }) startsOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day on which it is open; null without one.' }) closesOn!: string | null;
  @Field(() => InstantScalar) registeredAt!: Date;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a change.' }) version!: number;
}

@ObjectType({ description: 'Latest registered first.' })
export class VacancyConnection {
  @Field(() => [VacancyType]) nodes!: VacancyType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType({ description: 'Two vacancies of one employer that are probably the same, entered twice.' })
export class VacancyPair {
  @Field(() => VacancyType) first!: VacancyType;
  @Field(() => VacancyType) second!: VacancyType;
}

@InputType({ description: 'Each criterion that is given must hold.' })
export class VacancyFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those that are open today.' }) open?: boolean | null;
  @Field(() => String, { nullable: true, description: 'First digits of the postcode where the work is, e.g. `76`.' }) postcode?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the title or the occupation, at least 2 characters.' }) text?: string | null;
}

@InputType()
export class VacancyFactsInput {
  @Field(() => ID, { nullable: true }) branchId?: string | null;
  @Field(() => String, { description: 'At most 120 characters.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'At most 2000 characters.' }) description?: string | null;
  @Field(() => String, { description: 'At most 120 characters.' }) occupation!: string;
  @Field(() => String, { nullable: true, description: 'Code of the BO&C register, at most 10 characters.' }) occupationCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the work is, four digits; that of the branch when absent.' }) postcode4?: string | null;
  @Field(() => Int, { defaultValue: 1, description: '1 to 500.' }) places!: number;
  @Field(() => Float, { nullable: true, description: 'Hours a week, in quarters, at most 40.' }) hoursMin?: number | null;
  @Field(() => Float, { nullable: true }) hoursMax?: number | null;
  @Field(() => Int, { nullable: true, description: 'VUM werk- en denkniveau, 1 to 6.' }) workingLevelMin?: number | null;
  @Field(() => [String], { nullable: true, description: 'Categories, e.g. `B`, `C1`.' }) drivingLicences?: string[] | null;
  @Field(() => [WorkAgreement], { nullable: true }) agreements?: WorkAgreement[] | null;
  @Field(() => Boolean, { nullable: true, description: 'The workplace can be adapted.' }) offersAdaptation?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'There is guidance at work.' }) offersGuidance?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only for people of the banenafspraak.' }) onlyDoelgroepregister?: boolean | null;
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' }) salaryIndication?: string | null;
  @Field(() => String, { nullable: true, description: 'Calendar day.' }) startsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Calendar day; not before today.' }) closesOn?: string | null;
}

@InputType()
export class RegisterVacancyInput extends VacancyFactsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employerId!: string;
  @Field(() => Boolean, { nullable: true, description: 'Not open yet.' }) concept?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Register it although one like it is open.' }) confirm?: boolean | null;
}

@InputType({ description: 'All facts of the vacancy as they are to be.' })
export class ChangeVacancyInput extends VacancyFactsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) vacancyId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class ChangeVacancyStatusInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) vacancyId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => VacancyStatusEnum, { description: 'OPEN, PAUSED or WITHDRAWN.' }) to!: VacancyStatusEnum;
}

@ObjectType({ description: 'The vacancy is registered.' })
export class VacancyRegistered {
  readonly __typename!: 'VacancyRegistered';
  vacancyId!: string;
}

@ObjectType({ description: 'This employer has vacancies that are probably the same; nothing was written. Use one of them, or send `confirm: true`.' })
export class VacancyProbablyKnown {
  readonly __typename!: 'VacancyProbablyKnown';
  vacancyIds!: string[];
}

@ObjectType({ description: 'The vacancy as changed.' })
export class VacancyChanged {
  readonly __typename!: 'VacancyChanged';
  vacancyId!: string;
}

@ObjectType({ description: 'Somebody changed it since you read it, or a place was filled. Read it again.' })
export class VacancyVersionConflict {
  readonly __typename!: 'VacancyVersionConflict';
  vacancyId!: string;
}

@ObjectType({ description: 'From its state the vacancy cannot go there; `allowed` says where it can.' })
export class VacancyTransitionRefused {
  readonly __typename!: 'VacancyTransitionRefused';
  vacancyId!: string;
  @Field(() => VacancyStatusEnum) from!: VacancyStatusEnum;
  @Field(() => [VacancyStatusEnum]) allowed!: VacancyStatusEnum[];
}

const byTypename = (value: { __typename: string }): string => value.__typename;
export const RegisterVacancyResult = createUnionType({
  name: 'RegisterVacancyResult',
  types: () => [VacancyRegistered, VacancyProbablyKnown] as const,
  resolveType: byTypename,
});
export const ChangeVacancyResult = createUnionType({
  name: 'ChangeVacancyResult',
  types: () => [VacancyChanged, VacancyVersionConflict, VacancyTransitionRefused] as const,
  resolveType: byTypename,
});
