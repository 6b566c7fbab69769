import { DayScalar, Employee, PercentageScalar } from '@werkplein/kernel';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  type LoonwaardeActor,
  loonwaardeActors,
  type LoonwaardeState,
  loonwaardeStates,
  type LoonwaardeStep,
  type LoonwaardeTask,
} from './loonwaarde.rules.ts';

const StateEnum = Object.fromEntries(loonwaardeStates.map((state) => [state, state])) as Record<LoonwaardeState, LoonwaardeState>;
registerEnumType(StateEnum, { name: 'LoonwaardeState', description: 'Where a loonwaardebepaling is.' });
const ActorEnum = Object.fromEntries(Object.keys(loonwaardeActors).map((actor) => [actor, actor])) as Record<LoonwaardeActor, LoonwaardeActor>;
registerEnumType(ActorEnum, { name: 'LoonwaardeActor', description: 'Who takes a step: regie of the own municipality, or the expert whom it appointed.' });

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

@ObjectType({
  description: 'This step cannot be taken: not from this state, or not by you. It says from which states it can, and who may; nothing was changed.',
})
@Directive('@shareable')
export class LoonwaardeStepRefused {
  @Field(() => StateEnum) from!: LoonwaardeState;
  @Field(() => StateEnum) to!: LoonwaardeStep;
  @Field(() => [StateEnum]) allowedFrom!: LoonwaardeState[];
  @Field(() => ActorEnum) by!: LoonwaardeActor;
  @Field(() => String, { description: 'Who may, in Dutch, for the user.' })
  text(): string {
    return `Dit mag alleen ${loonwaardeActors[this.by]}.`;
  }
}

@ObjectType({ description: 'Somebody else changed it since you read it. Read it again, then send the command with `currentVersion`.' })
@Directive('@shareable')
export class LoonwaardeVersionConflict {
  @Field(() => Int) currentVersion!: number;
}
