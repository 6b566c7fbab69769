import { DayScalar, stateEnum } from '@werkplein/kernel';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../dossiers/dossier.types.ts';
import { type MilestoneKind, milestoneKinds, type ProvisionKind, provisionKindCodes, provisionKinds } from './provision.kinds.ts';
import {
  type ProvisionEndReason,
  provisionEndReasons,
  type ProvisionExecutor,
  provisionExecutors,
  provisionMachine,
  type ProvisionRule,
  provisionRules,
  type ProvisionState,
} from './provision.rules.ts';

const StateEnum = stateEnum(provisionMachine);
registerEnumType(StateEnum, { name: 'ProvisionState', description: 'Where a provision is.' });
export const ProvisionKindEnum = enumOf('ProvisionKind', provisionKindCodes, 'A kind of provision (voorziening).');
export const ExecutorEnum = enumOf('ProvisionExecutor', provisionExecutors, 'Who carries it out: the NUO, another party, or the Werkplein itself.');
export const EndReasonEnum = enumOf('ProvisionEndReason', Object.keys(provisionEndReasons) as ProvisionEndReason[], 'Why a provision ended.');
const MilestoneEnum = enumOf('MilestoneKind', milestoneKinds, 'What the law asks during a provision.');
const RuleEnum = enumOf('ProvisionRule', Object.keys(provisionRules) as ProvisionRule[], 'A rule that the use of a provision must keep.');

@ObjectType({ description: 'Days on which it was really used; both belong to it.' })
@Directive('@shareable')
export class ProvisionUse {
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Null while it goes on.' }) until!: string | null;
}

@ObjectType({ description: 'Something that the law asks during a provision, on a day.' })
@Directive('@shareable')
export class ProvisionMilestone {
  @Field(() => ID) id!: string;
  @Field(() => MilestoneEnum) kind!: MilestoneKind;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => String, { description: 'The rule that asks it.' }) source!: string;
  @Field(() => DayScalar, { nullable: true }) settledOn!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of a review: whether it helps.' }) progress!: boolean | null;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType({ description: 'Something that helps a client towards work (voorziening, Participatiewet art. 7 and 10).' })
@Directive('@shareable')
export class Provision {
  @Field(() => ID) id!: string;
  @Field(() => ProvisionKindEnum) kind!: ProvisionKind;
  @Field(() => String, { description: 'What it is called, in Dutch.' })
  name(): string {
    return provisionKinds[this.kind].text;
  }
  @Field(() => StateEnum) status!: ProvisionState;
  @Field(() => [ProvisionUse], { description: 'Oldest first.' }) uses!: ProvisionUse[];
  @Field(() => ExecutorEnum) executor!: ProvisionExecutor;
  @Field(() => ID, { nullable: true, description: 'The order to the NUO by which it is carried out.' }) serviceOrderId!: string | null;
  @Field(() => ID, { nullable: true }) decisionId!: string | null;
  @Field(() => DayScalar, { nullable: true }) expectedEndOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day that a review left it.' }) stopBy!: string | null;
  @Field(() => EndReasonEnum, { nullable: true }) endReason!: ProvisionEndReason | null;
  @Field(() => String, { nullable: true, description: 'Code at the SRG when it is another than that of the kind.' }) srgTypeCode!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => [ProvisionMilestone], { description: 'What the law asks meanwhile, by day.' }) milestones!: ProvisionMilestone[];
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
}

@ObjectType({ description: 'The provision as it is now.' })
@Directive('@shareable')
export class ProvisionSaved {
  @Field(() => Provision, { nullable: true }) provision!: Provision | null;
}

@ObjectType({ description: 'With this the use would break a rule from `firstDay` to `lastDay`; nothing was changed.' })
@Directive('@shareable')
export class ProvisionRuleBroken {
  @Field(() => RuleEnum) rule!: ProvisionRule;
  @Field(() => String, { description: 'The rule in Dutch, for the user.' })
  text(): string {
    return provisionRules[this.rule];
  }
  @Field(() => DayScalar) firstDay!: string;
  @Field(() => DayScalar, { nullable: true }) lastDay!: string | null;
  @Field(() => ID, { nullable: true, description: 'The provision in the way.' }) provisionId!: string | null;
}

@ObjectType({ description: 'Somebody else changed it since you read it. Read it again, then send the command with `currentVersion`.' })
@Directive('@shareable')
export class ProvisionVersionConflict {
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'It was done before.' })
@Directive('@shareable')
export class MilestoneAlreadySettled {
  @Field(() => DayScalar) settledOn!: string;
}
