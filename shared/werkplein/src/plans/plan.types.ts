import { DayScalar, Employee, InstantScalar, stateEnum } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { changeKinds, planMachine, planObstacles, type PlanObstacle, type PlanStatus } from './plan.rules.ts';

const enumOf = <V extends string>(name: string, values: readonly V[], description: string): Record<V, V> => {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<V, V>;
  registerEnumType(members, { name, description });
  return members;
};
const StatusEnum = stateEnum(planMachine);
registerEnumType(StatusEnum, { name: 'PlanStatus', description: 'State of a version of a plan van aanpak.' });
const ObstacleEnum = enumOf('PlanObstacle', planObstacles, 'Why a concept cannot be established yet.');
const ChangeEnum = enumOf('PlanChangeKind', changeKinds, 'What happened to a part of a plan between two versions.');

@ObjectType({ description: 'A goal on the participatieladder, steps 1 (isolated) to 6 (paid work).' })
@Directive('@shareable')
export class PlanGoalType {
  @Field(() => String) text!: string;
  @Field(() => Int) fromStep!: number;
  @Field(() => Int) toStep!: number;
  @Field(() => DayScalar, { description: 'Last day on which it should be reached.' }) term!: string;
}

@ObjectType({ description: 'A duty by law, with where it stands and when that is law.' })
@Directive('@shareable')
export class PlanObligationType {
  @Field(() => String) code!: string;
  @Field(() => String) legalBasis!: string;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validUntil!: string | null;
}

@ObjectType({ description: 'An evaluation of a plan van aanpak.' })
@Directive('@shareable')
export class PlanEvaluation {
  @Field(() => ID) id!: string;
  @Field(() => DayScalar) evaluatedOn!: string;
  @Field(() => Boolean, { description: 'Whether it was done together with the client.' }) samenspraak!: boolean;
  @Field(() => String) outcome!: string;
  @Field(() => DayScalar) nextEvaluationOn!: string;
  @Field(() => Employee) recordedBy!: Employee;
}

@ObjectType({ description: 'One version of a plan van aanpak (Participatiewet art. 44a). Established, its content never changes.' })
@Directive('@shareable')
export class PlanVanAanpak {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'First, second, third plan of this client.' }) number!: number;
  @Field(() => StatusEnum) status!: PlanStatus;
  @Field(() => [PlanGoalType]) goals!: PlanGoalType[];
  @Field(() => [String]) support!: string[];
  @Field(() => [PlanObligationType]) obligations!: PlanObligationType[];
  @Field(() => String, { nullable: true, description: 'What follows when an obligation is not met.' }) consequences!: string | null;
  @Field(() => DayScalar) nextEvaluationOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Day of the next evaluation while the plan holds, by the last evaluation.' }) evaluateOn!:
    | string
    | null;
  @Field(() => DayScalar, { nullable: true }) discussedOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) establishedOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) endedOn!: string | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
  @Field(() => Employee) writtenBy!: Employee;
  @Field(() => InstantScalar) writtenAt!: Date;
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
  @Field(() => [PlanEvaluation], { description: 'Newest first.' }) evaluations!: PlanEvaluation[];
}

@ObjectType({ description: 'One difference between two versions of a plan van aanpak.' })
@Directive('@shareable')
export class PlanChangeType {
  @Field(() => String, { description: 'Field of the plan, e.g. `goals`.' }) part!: string;
  @Field(() => ChangeEnum) kind!: string;
  @Field(() => String, { nullable: true, description: 'Which goal, form of support or obligation.' }) key!: string | null;
  @Field(() => String, { nullable: true, description: 'JSON text.' }) from!: string | null;
  @Field(() => String, { nullable: true, description: 'JSON text.' }) to!: string | null;
}

@ObjectType({ description: 'The plan as it is now.' })
@Directive('@shareable')
export class PlanSaved {
  @Field(() => PlanVanAanpak, { nullable: true }) plan!: PlanVanAanpak | null;
}

@ObjectType({ description: 'Somebody else changed the plan since you read it. Read it again, then send `currentVersion`; 0: there is no concept.' })
@Directive('@shareable')
export class PlanVersionConflict {
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'This client has no plan in the state that the command needs; nothing was written.' })
@Directive('@shareable')
export class NoPlan {
  @Field(() => ID) clientId!: string;
}

@ObjectType({ description: 'The concept cannot be established yet; nothing was written.' })
@Directive('@shareable')
export class PlanNotReady {
  @Field(() => [ObstacleEnum]) obstacles!: PlanObstacle[];
}

@InputType()
export class PlanGoalInput {
  @Field(() => String, { description: 'At most 2000 characters.' }) text!: string;
  @Field(() => Int, { description: 'Step of the participatieladder, 1 to 6.' }) fromStep!: number;
  @Field(() => Int) toStep!: number;
  @Field(() => String, { description: 'Calendar day.' }) term!: string;
}

@InputType()
export class PlanObligationInput {
  @Field(() => String, { description: 'At most 40 characters.' }) code!: string;
  @Field(() => String, { description: 'Article of law, at most 200 characters.' }) legalBasis!: string;
  @Field(() => String, { description: 'Calendar day.' }) validFrom!: string;
  @Field(() => String, { nullable: true }) validUntil?: string | null;
}

@InputType({ description: 'The whole concept. Of goals, support and obligations at most 20 each.' })
export class SavePlanConceptInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the concept that was read; absent for a new one.' }) expectedVersion?: number | null;
  @Field(() => [PlanGoalInput]) goals!: PlanGoalInput[];
  @Field(() => [String], { description: 'At most 2000 characters each.' }) support!: string[];
  @Field(() => [PlanObligationInput]) obligations!: PlanObligationInput[];
  @Field(() => String, { nullable: true, description: 'At most 2000 characters.' }) consequences?: string | null;
  @Field(() => String, { description: "Calendar day, within the Werkplein's `planEvaluationMonths`." }) nextEvaluationOn!: string;
  @Field(() => String, { nullable: true, description: 'Day on which it was discussed with the client; needed to establish it.' }) discussedOn?: string | null;
}

@InputType()
export class EstablishPlanInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int, { description: 'Version of the concept.' }) expectedVersion!: number;
}

@InputType()
export class EvaluatePlanInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int, { description: 'Version of the established plan.' }) expectedVersion!: number;
  @Field(() => String, { description: 'Calendar day, not in the future.' }) evaluatedOn!: string;
  @Field(() => Boolean) samenspraak!: boolean;
  @Field(() => String, { description: 'At most 2000 characters.' }) outcome!: string;
  @Field(() => String, { description: 'Calendar day, as in `SavePlanConceptInput`.' }) nextEvaluationOn!: string;
}

@InputType()
export class EndPlanInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int, { description: 'Version of the established plan.' }) expectedVersion!: number;
  @Field(() => String, { description: 'At most 300 characters.' }) reason!: string;
}
