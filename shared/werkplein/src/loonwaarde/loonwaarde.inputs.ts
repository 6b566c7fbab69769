import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { EmployeeInput } from '../dossiers/dossier.inputs.ts';

@InputType()
export class RequestLoonwaardeInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => String, { description: 'At most 120 characters.' }) functionName!: string;
  @Field(() => Float, { description: 'Hours a week, in quarters, at most 40.' }) hoursPerWeek!: number;
}

@InputType()
export class PlanLoonwaardeInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Calendar day of the visit.' }) plannedOn!: string;
  @Field(() => EmployeeInput, { description: 'Who carries it out.' }) expert!: EmployeeInput;
  @Field(() => String, { description: '`nuo`, or the CBS code of the own municipality.' }) expertOrganisation!: string;
}

@InputType({ description: 'A main task of the function, each in percent with at most 2 decimals.' })
export class LoonwaardeTaskInput {
  @Field(() => String, { description: 'At most 120 characters.' }) name!: string;
  @Field(() => Float, { description: 'Share of the working time, above 0; together 100.' }) timePct!: number;
  @Field(() => Float) pacePct!: number;
  @Field(() => Float) qualityPct!: number;
  @Field(() => Float) netTimePct!: number;
}

@InputType()
export class CarryOutLoonwaardeInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'Calendar day, not in the future.' }) carriedOutOn!: string;
  @Field(() => [LoonwaardeTaskInput], { description: 'At most as many as the law parameter LOONWAARDE_TASKS_MAX.' }) tasks!: LoonwaardeTaskInput[];
}

@InputType()
export class EstablishLoonwaardeInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'First day.' }) validFrom!: string;
  @Field(() => String, { description: 'Day of the next review, after `validFrom`.' }) reviewOn!: string;
}

@InputType()
export class RejectLoonwaardeInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'At most 300 characters.' }) reason!: string;
}
