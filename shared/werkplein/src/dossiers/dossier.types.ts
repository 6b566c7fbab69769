import { DayScalar, Employee, InstantScalar, stateEnum } from '@werkplein/kernel';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type DossierObstacleCode, dossierMachine, dossierObstacles, type DossierStatus, type DossierStep } from './dossier.rules.ts';
import { outflowCodes, type OutflowReason } from './outflow.rules.ts';

export const enumOf = <V extends string>(name: string, values: readonly V[], description: string): Record<V, V> => {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<V, V>;
  registerEnumType(members, { name, description });
  return members;
};

export const DossierStatusEnum = stateEnum(dossierMachine);
registerEnumType(DossierStatusEnum, { name: 'DossierStatus' });
const StepEnum = enumOf('DossierStep', Object.keys(dossierMachine.steps) as (DossierStep | 'register')[], 'A step of a dossier.');
export const OutflowEnum = enumOf('OutflowReason', outflowCodes, 'Why somebody is not served any more; statistics know each by a code of their own.');
const ObstacleEnum = enumOf('DossierObstacleCode', Object.keys(dossierObstacles) as DossierObstacleCode[], 'Why a dossier cannot take a step yet.');

@ObjectType({ description: 'One step that a dossier took.' })
@Directive('@shareable')
export class DossierStepTaken {
  @Field(() => StepEnum) step!: DossierStep | 'register';
  @Field(() => DossierStatusEnum, { nullable: true, description: 'Null for the first.' }) from!: DossierStatus | null;
  @Field(() => DossierStatusEnum) to!: DossierStatus;
  @Field(() => DayScalar) on!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => OutflowEnum, { nullable: true }) outflow!: OutflowReason | null;
  @Field(() => [String], { description: 'What the employee said to have looked at, or on what ground, as codes.' }) confirmed!: string[];
  @Field(() => Employee) by!: Employee;
  @Field(() => InstantScalar) recordedAt!: Date;
}

@ObjectType({ description: 'The case of one client, from registration to closing.' })
@Directive('@shareable')
export class Dossier {
  @Field(() => ID) id!: string;
  @Field(() => DossierStatusEnum) status!: DossierStatus;
  @Field(() => DayScalar) statusSince!: string;
  @Field(() => String, { nullable: true }) statusReason!: string | null;
  @Field(() => Employee, { nullable: true, description: 'Null until somebody is appointed.' }) klantregisseur!: Employee | null;
  @Field(() => DayScalar) openedOn!: string;
  @Field(() => DayScalar, { nullable: true }) closedOn!: string | null;
  @Field(() => OutflowEnum, { nullable: true }) outflow!: OutflowReason | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day for the next step, by the terms of the Werkplein or what was agreed.' })
  dueOn!: string | null;
  @Field(() => ID, { nullable: true, description: 'The placement at the NUO that regie confirmed.' }) placementId!: string | null;
  @Field(() => DayScalar, { nullable: true }) placedOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the term that was agreed for the placement.' }) agreedUntil!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
  @Field(() => [DossierStepTaken], { description: 'Oldest first; of before 2026-11-28 nothing is known.' }) steps!: DossierStepTaken[];
}

@ObjectType({ description: 'Something that stands in the way of a step.' })
@Directive('@shareable')
export class DossierObstacle {
  @Field(() => ObstacleEnum) code!: DossierObstacleCode;
  @Field(() => String, { description: 'What it is and what can be done, in Dutch, for the user.' })
  text(): string {
    return dossierObstacles[this.code];
  }
  @Field(() => [ID], { description: 'The provisions that stand in the way, where they do.' }) ids!: string[];
}

@ObjectType({ description: 'The dossier is where the step begins, but something must be done first; nothing was changed.' })
@Directive('@shareable')
export class DossierNotReady {
  @Field(() => [DossierObstacle]) obstacles!: DossierObstacle[];
}

@ObjectType({ description: 'Somebody else changed the dossier since you read it. Read it again, then send the command with `currentVersion`.' })
@Directive('@shareable')
export class DossierVersionConflict {
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'The client has a dossier today. Of one that was closed today the next begins tomorrow at the earliest; nothing was changed.' })
@Directive('@shareable')
export class DossierStillOpen {
  @Field(() => DayScalar, { nullable: true, description: 'Null while it is open.' }) closedOn!: string | null;
}

@ObjectType({ description: 'The client has no open dossier.' })
@Directive('@shareable')
export class DossierClosed {
  @Field(() => DayScalar, { nullable: true }) closedOn!: string | null;
}
