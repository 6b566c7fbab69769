import { Field, Float, ID, InputType } from 'type-graphql';

@InputType({ description: 'Billable hours of some days of the month; both days belong to it.' })
export class BillablePartInput {
  @Field(() => String, { description: 'Date.' }) from!: string;
  @Field(() => String, { description: 'Date.' }) until!: string;
  @Field(() => Float) hours!: number;
}

@InputType({ description: 'Hours with at most two decimals.' })
export class TimesheetFactsInput {
  @Field(() => Float) workedHours!: number;
  @Field(() => Float) billableHours!: number;
  @Field(() => Float, { defaultValue: 0 }) sickHours!: number;
  @Field(() => Float, { defaultValue: 0 }) leaveHours!: number;
  @Field(() => Float, { defaultValue: 0, description: 'Without work because of the season.' }) seasonHours!: number;
  @Field(() => Float, { defaultValue: 0 }) otherAbsentHours!: number;
  @Field(() => [BillablePartInput], {
    nullable: true,
    description: 'The billable hours by period, in order: needed when the rate changes within the month. A period of one day is fine.',
  })
  billableParts?: BillablePartInput[] | null;
  @Field(() => Float, { nullable: true, description: 'EuroCents. When absent it follows from the billable hours and the rate of each day.' })
  revenueCents?: number | null;
  @Field(() => Float, { description: 'EuroCents.' }) directCostCents!: number;
}

@InputType()
export class RecordTimesheetInput extends TimesheetFactsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) placementId!: string;
  @Field(() => String, { description: '`YYYY-MM`.' }) month!: string;
}

@InputType({ description: 'The month as it is to be. The sheet that you saw says that nobody changed it since.' })
export class CorrectTimesheetInput extends TimesheetFactsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) timesheetId!: string;
}

@InputType({ description: 'The closed month as it should have been; what is counted is the difference with what is known of it, in an open month.' })
export class CorrectClosedMonthInput extends TimesheetFactsInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) placementId!: string;
  @Field(() => String, { description: '`YYYY-MM` of the closed month.' }) concernsMonth!: string;
  @Field(() => String, { nullable: true, description: '`YYYY-MM` in which the difference counts; the first open month unless given.' }) month?: string | null;
  @Field(() => String, { description: 'At most 300 characters.' }) reason!: string;
}

@InputType()
export class CloseMonthInput {
  @Field(() => String) requestId!: string;
  @Field(() => String, { description: '`YYYY-MM`, a month that is over.' }) month!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Close it although something is missing; what, is kept.' }) acceptGaps!: boolean;
  @Field(() => String, { nullable: true, description: 'Why, at most 300 characters; demanded with `acceptGaps`.' }) reason?: string | null;
}
