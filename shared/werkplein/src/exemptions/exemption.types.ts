import { DayScalar, MunicipalityCodeScalar, stateEnum } from '@werkplein/kernel';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../dossiers/dossier.types.ts';
import { type ExemptionGround, exemptionGroundCodes, exemptionMachine, type ExemptionRule, exemptionRules, type ExemptionState } from './exemption.rules.ts';

export const ExemptionStateEnum = stateEnum(exemptionMachine);
registerEnumType(ExemptionStateEnum, { name: 'ExemptionState', description: 'Where an exemption is; after its last day it has ended.' });
export const GroundEnum = enumOf('ExemptionGround', exemptionGroundCodes, 'Why somebody is exempt from the duty to work.');
const RuleEnum = enumOf('ExemptionRule', Object.keys(exemptionRules) as ExemptionRule[], 'A rule that an exemption must keep.');

@ObjectType({ description: 'Days on which a client need not meet the duty to work (ontheffing, Participatiewet art. 9 and 9a); both belong to it.' })
@Directive('@shareable')
export class Exemption {
  @Field(() => ID) id!: string;
  @Field(() => GroundEnum) ground!: ExemptionGround;
  @Field(() => ExemptionStateEnum, { description: 'Where it is today.' }) status!: ExemptionState;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true }) endsOn!: string | null;
  @Field(() => ID) decisionId!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Day of the next re-examination that the law asks.' }) reviewOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) reviewedOn!: string | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
}

@ObjectType({ description: 'Months that were used in another municipality.' })
@Directive('@shareable')
export class CarriedExemption {
  @Field(() => GroundEnum) ground!: ExemptionGround;
  @Field(() => MunicipalityCodeScalar) municipality!: string;
  @Field(() => Int) months!: number;
}

@ObjectType({ description: 'What a client used of a ground until today, wherever it was.' })
@Directive('@shareable')
export class ExemptionTime {
  @Field(() => GroundEnum) ground!: ExemptionGround;
  @Field(() => Int, { description: 'Whole months, with those in other municipalities.' }) months!: number;
  @Field(() => Int, { description: 'Days beside them; thirty are a month.' }) days!: number;
  @Field(() => Int, { nullable: true, description: 'What the law allows in all, in months; null without a limit.' }) limitMonths!: number | null;
}

@ObjectType({ description: 'The exemption as it is now.' })
@Directive('@shareable')
export class ExemptionSaved {
  @Field(() => Exemption, { nullable: true }) exemption!: Exemption | null;
}

@ObjectType({ description: 'The months of elsewhere are on record.' })
@Directive('@shareable')
export class ExemptionMonthsCarried {
  @Field(() => [ExemptionTime]) times!: ExemptionTime[];
}

@ObjectType({ description: 'The exemption would break a rule of the law; nothing was written.' })
@Directive('@shareable')
export class ExemptionRuleBroken {
  @Field(() => RuleEnum) rule!: ExemptionRule;
  @Field(() => String, { description: 'The rule in Dutch, for the user.' })
  text(): string {
    return exemptionRules[this.rule];
  }
  @Field(() => DayScalar, { nullable: true, description: 'The last day that is allowed; null when no day is.' }) lastDay!: string | null;
}

@ObjectType({ description: 'Somebody else changed it since you read it. Read it again, then send the command with `currentVersion`.' })
@Directive('@shareable')
export class ExemptionVersionConflict {
  @Field(() => Int) currentVersion!: number;
}
