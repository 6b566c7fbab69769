import { DayScalar, Employee, PercentageScalar, stateEnum } from '@werkplein/kernel';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { loonwaardeMachine, type LoonwaardeState, type LoonwaardeTask } from './loonwaarde.rules.ts';

const StateEnum = stateEnum(loonwaardeMachine);
registerEnumType(StateEnum, { name: 'LoonwaardeState', description: 'Where a loonwaardebepaling is.' });

@ObjectType('LoonwaardeTask', { description: 'A main task of the function, in percent.' })
@Directive('@shareable')
export class LoonwaardeTaskType implements LoonwaardeTask {
  @Field(() => String) name!: string;
  @Field(() => PercentageScalar) timePct!: number;
  @Field(() => PercentageScalar) pacePct!: number;
  @Field(() => PercentageScalar) qualityPct!: number;
  @Field(() => PercentageScalar) netTimePct!: number;
}

@ObjectType({ description: "What a client's work in one function is worth, in percent of the minimum wage (Participatiewet art. 6 lid 1 onder g)." })
@Directive('@shareable')
export class Loonwaardebepaling {
  @Field(() => ID) id!: string;
  @Field(() => StateEnum) state!: LoonwaardeState;
  @Field(() => String) functionName!: string;
  @Field(() => Float) hoursPerWeek!: number;
  @Field(() => DayScalar) requestedOn!: string;
  @Field(() => DayScalar, { nullable: true }) plannedOn!: string | null;
  @Field(() => Employee, { nullable: true, description: 'The appointed expert.' }) expert!: Employee | null;
  @Field(() => DayScalar, { nullable: true }) carriedOutOn!: string | null;
  @Field(() => [LoonwaardeTaskType]) tasks!: LoonwaardeTask[];
  @Field(() => PercentageScalar, { nullable: true, description: 'Sum over the tasks of time × pace × quality × net working time; it holds once ESTABLISHED.' })
  wageValuePct!: number | null;
  @Field(() => DayScalar, { nullable: true }) establishedOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) validFrom!: string | null;
  @Field(() => DayScalar, { nullable: true }) reviewOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day for the decision on loonkostensubsidie (Participatiewet art. 10d).' })
  lksDecideBy!: string | null;
  @Field(() => String, { nullable: true }) rejectedReason!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
}

@ObjectType({ description: 'Somebody else changed it since you read it. Read it again, then send the command with `currentVersion`.' })
@Directive('@shareable')
export class LoonwaardeVersionConflict {
  @Field(() => Int) currentVersion!: number;
}
