import { DayScalar } from '@werkplein/kernel';
import { ArgsType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ContactChannel, Steering } from '../contacts/contact.types.ts';
import { ContactOption } from './contact-plan.results.ts';
import type { Obstacle } from './contact-plan.rules.ts';
import { ContactObstacleType, ContactPurpose, ContactWindowInput } from './contact-plan.types.ts';

export enum ApproachAnswer {
  YES = 'YES',
  NO = 'NO',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(ApproachAnswer, {
  name: 'ApproachAnswer',
  description: 'UNKNOWN: not everything could be read. Do not approach: it is no YES.',
});

@ObjectType({ description: 'Whether the caller may approach now, by the rules of planContact. No promise: only a plan holds an employer.' })
export class ApproachAdvice {
  @Field(() => ApproachAnswer) answer!: ApproachAnswer;
  @Field(() => [ContactObstacleType], { description: 'With YES: what the caller may overrule without a reason, or holds already.' }) obstacles!: Obstacle[];
  @Field(() => [ContactOption]) options!: ContactOption[];
  @Field(() => DayScalar, { nullable: true, description: 'First day from which a window of this length is free; null when no day is, or it is unknown.' })
  firstFreeDay!: string | null;
}

@ArgsType()
export class MayApproachArgs {
  @Field(() => ID) employerId!: string;
  @Field(() => ID, { nullable: true }) contactPersonId?: string | null;
  @Field(() => ContactWindowInput) window!: ContactWindowInput;
  @Field(() => ContactPurpose) purpose!: ContactPurpose;
  @Field(() => Steering) steering!: Steering;
  @Field(() => ContactChannel) channel!: ContactChannel;
  @Field(() => [ID], { nullable: true, description: 'With purpose PROPOSAL: the candidates to propose.' }) candidateIds?: string[] | null;
}
