import { DayScalar, EuroCentsBalanceScalar, InstantScalar, MunicipalityCodeScalar, PageInfo } from '@werkplein/kernel';
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PlacementKind } from '../placements/placement.types.ts';
import { MonthIsClosed } from './month.types.ts';

export enum TimesheetKind {
  SHEET = 'SHEET',
  CORRECTION = 'CORRECTION',
}
export enum RevenueBasis {
  GIVEN = 'GIVEN',
  COMPUTED = 'COMPUTED',
}
export enum HoursGapReason {
  NO_SHEET = 'NO_SHEET',
  REVENUE_UNKNOWN = 'REVENUE_UNKNOWN',
}
registerEnumType(TimesheetKind, { name: 'TimesheetKind', description: 'CORRECTION: differences with a month that was closed before.' });
registerEnumType(RevenueBasis, { name: 'RevenueBasis', description: 'COMPUTED: billable hours at the rate of each day.' });
registerEnumType(HoursGapReason, {
  name: 'HoursGapReason',
  description: 'REVENUE_UNKNOWN: no rate holds, or it changes inside a period of which only the total is given.',
});

@ObjectType({ description: 'Billable hours of some days; both days belong to it.' })
export class BillableHours {
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) until!: string;
  @Field(() => Float) hours!: number;
}

@ObjectType({ description: 'Hours of absence by reason. Without work because of the season is not sickness.' })
export class Absence {
  @Field(() => Float) sickHours!: number;
  @Field(() => Float) leaveHours!: number;
  @Field(() => Float) seasonHours!: number;
  @Field(() => Float) otherHours!: number;
}

@ObjectType('Timesheet', { description: 'The hours of one placement in one month; a fact that is replaced or corrected by another, and never changed.' })
export class TimesheetType {
  @Field(() => ID) id!: string;
  @Field(() => TimesheetKind) kind!: TimesheetKind;
  @Field(() => String, { description: '`YYYY-MM` in whose figures it counts.' }) month!: string;
  @Field(() => String, { description: '`YYYY-MM` in which the work was.' }) concernsMonth!: string;
  @Field(() => PlacementKind, { description: 'Of the placement, when it was recorded.' }) placementKind!: string;
  @Field(() => String, { nullable: true, description: 'Why a closed month was corrected.' }) reason!: string | null;
  @Field(() => InstantScalar) recordedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When another took its place; null for one that counts.' }) withdrawnAt!: Date | null;
}

@ObjectType({ description: 'Earliest recorded first.' })
export class TimesheetConnection {
  @Field(() => [TimesheetType]) nodes!: TimesheetType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

export enum HoursGroup {
  MONTH = 'MONTH',
  MUNICIPALITY = 'MUNICIPALITY',
  PLACEMENT_KIND = 'PLACEMENT_KIND',
}
registerEnumType(HoursGroup, { name: 'HoursGroup', description: 'By what hours are added up.' });

@ObjectType({ description: 'Hours of some months added up, corrections in the month in which they count.' })
export class HoursTotal {
  @Field(() => String, { nullable: true, description: '`YYYY-MM`, when asked by month.' }) month!: string | null;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'When asked by municipality.' }) municipality!: string | null;
  @Field(() => PlacementKind, { nullable: true, description: 'When asked by kind of placement.' }) placementKind!: string | null;
  @Field(() => Int) sheets!: number;
  @Field(() => Int) corrections!: number;
  @Field(() => Float, { description: 'By contract, the week in equal parts over its seven days.' }) contractHours!: number;
  @Field(() => Float) workedHours!: number;
  @Field(() => Float) billableHours!: number;
  @Field(() => Float) absentHours!: number;
  @Field(() => Boolean, { description: 'Whether every month of it is closed, so that it never changes.' }) closed!: boolean;
  @Field(() => Int, { description: 'Placements of closed months without a sheet, or without revenue.' }) gaps!: number;
  @Field(() => Boolean, { description: 'Closed and without gaps. If not, what is missing is not counted as nothing.' }) complete!: boolean;
}

@ObjectType({ description: 'What a month still lacks, or lacked when it was closed.' })
export class HoursGap {
  placementId!: string;
  @Field(() => HoursGapReason) reason!: HoursGapReason;
}

@ObjectType()
export class HoursGapConnection {
  @Field(() => [HoursGap]) nodes!: HoursGap[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType('ClosedMonth', { description: 'A month whose books are closed for the whole of the NUO.' })
export class ClosedMonthType {
  @Field(() => String, { description: '`YYYY-MM`.' }) month!: string;
  @Field(() => InstantScalar) closedAt!: Date;
  @Field(() => String) closedByName!: string;
  @Field(() => String, { nullable: true, description: 'Why it was closed although something was missing.' }) reason!: string | null;
}

@ObjectType({ description: 'The sheet as it counts now.' })
export class TimesheetRecorded {
  readonly __typename!: 'TimesheetRecorded';
  timesheetId!: string;
  @Field(() => HoursGapReason, { nullable: true, description: 'Why the month cannot be closed with it.' }) gap!: HoursGapReason | null;
}

@ObjectType({ description: 'This placement has a sheet of this month with other hours. Correct that one; nothing was changed.' })
export class TimesheetExists {
  readonly __typename!: 'TimesheetExists';
  timesheetId!: string;
}

@ObjectType({ description: 'Somebody replaced this sheet since you read it. Look at `timesheet`; nothing was changed.' })
export class TimesheetReplaced {
  readonly __typename!: 'TimesheetReplaced';
  timesheetId!: string;
}

@ObjectType({ description: 'The books of this month are open: record or correct its sheet itself.' })
export class MonthIsOpen {
  readonly __typename!: 'MonthIsOpen';
  @Field(() => String) month!: string;
}

@ObjectType({ description: 'The closed month says this already; nothing was written.' })
export class NothingToCorrect {
  readonly __typename!: 'NothingToCorrect';
  @Field(() => String) month!: string;
}

@ObjectType({ description: 'The month is closed for good.' })
export class MonthClosed {
  readonly __typename!: 'MonthClosed';
  @Field(() => String) month!: string;
  @Field(() => Int) gaps!: number;
}

@ObjectType({ description: 'Something is missing. Complete it, or close with `acceptGaps` and a reason; nothing was changed.' })
export class MonthIncomplete {
  readonly __typename!: 'MonthIncomplete';
  @Field(() => String) month!: string;
  @Field(() => Int) gaps!: number;
}

@ObjectType({ description: 'Months are closed in their order; nothing was changed.' })
export class MonthOutOfOrder {
  readonly __typename!: 'MonthOutOfOrder';
  @Field(() => String, { description: 'The month to close first, `YYYY-MM`.' }) next!: string;
}

@ObjectType('HoursMoney', { description: 'In cents.' })
export class HoursMoney {
  @Field(() => EuroCentsBalanceScalar, { nullable: true, description: 'Null while it is not known.' }) revenueCents!: number | null;
  @Field(() => EuroCentsBalanceScalar) directCostCents!: number;
  @Field(() => EuroCentsBalanceScalar, { nullable: true, description: 'Netto toegevoegde waarde: revenue less direct cost.' }) addedValueCents!: number | null;
}

const byTypename = (value: { __typename: string }): string => value.__typename;
export const RecordTimesheetResult = createUnionType({
  name: 'RecordTimesheetResult',
  types: () => [TimesheetRecorded, TimesheetExists, MonthIsClosed] as const,
  resolveType: byTypename,
});
export const CorrectTimesheetResult = createUnionType({
  name: 'CorrectTimesheetResult',
  types: () => [TimesheetRecorded, TimesheetReplaced, MonthIsClosed] as const,
  resolveType: byTypename,
});
export const CorrectClosedMonthResult = createUnionType({
  name: 'CorrectClosedMonthResult',
  types: () => [TimesheetRecorded, MonthIsOpen, MonthIsClosed, NothingToCorrect] as const,
  resolveType: byTypename,
});
export const CloseMonthResult = createUnionType({
  name: 'CloseMonthResult',
  types: () => [MonthClosed, MonthIncomplete, MonthIsClosed, MonthOutOfOrder] as const,
  resolveType: byTypename,
});
