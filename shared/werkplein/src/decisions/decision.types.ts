import { DayScalar, EuroCentsScalar, InstantScalar } from '@werkplein/kernel';
import { Directive, Field, Float, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type DecisionKind, decisionKinds, type DecisionOutcome, decisionOutcomes, type DecisionRule, decisionRules } from './decision.rules.ts';

const enumOf = <V extends string>(name: string, values: readonly V[], description: string): Record<V, V> => {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<V, V>;
  registerEnumType(members, { name, description });
  return members;
};
const KindEnum = enumOf('DecisionKind', decisionKinds, 'What a municipality decides about a client (besluit).');
const OutcomeEnum = enumOf('DecisionOutcome', decisionOutcomes, 'Toegekend, afgewezen, ingetrokken, buiten behandeling.');
const RuleEnum = enumOf('DecisionRule', Object.keys(decisionRules) as DecisionRule[], 'A rule that a decision must keep.');

@ObjectType({ description: 'A decision of the municipality about a client. It never changes: a correction is another decision that revises it.' })
@Directive('@shareable')
export class Decision {
  @Field(() => ID) id!: string;
  @Field(() => KindEnum) kind!: DecisionKind;
  @Field(() => OutcomeEnum) outcome!: DecisionOutcome;
  @Field(() => DayScalar, { nullable: true }) appliedOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the term in which to decide.' }) decideBy!: string | null;
  @Field(() => DayScalar) decidedOn!: string;
  @Field(() => Boolean, { description: 'Whether it was decided after its term.' }) overdue!: boolean;
  @Field(() => DayScalar, { nullable: true }) startsOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) endsOn!: string | null;
  @Field(() => String) legalBasis!: string;
  @Field(() => String, { nullable: true, description: 'The newest set of law parameters by which it was judged.' }) parameterSet!: string | null;
  @Field(() => ID, { nullable: true }) loonwaardeId!: string | null;
  @Field(() => Boolean, { description: 'LKS: the fixed share while the loonwaarde is postponed.' }) forfait!: boolean;
  @Field(() => EuroCentsScalar, { nullable: true, description: 'What was decided, a month.' }) monthlyCents!: number | null;
  @Field(() => ID, { nullable: true }) extendsId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The decision that this one corrects.' }) revisesId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The decision that took the place of this one; null while it is in force.' }) revisedById!: string | null;
  @Field(() => String, { nullable: true }) documentRef!: string | null;
  @Field(() => InstantScalar) publishedAt!: Date;
}

@InputType({ description: 'The whole decision; once published it stays as it is.' })
export class PublishDecisionInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => KindEnum) kind!: DecisionKind;
  @Field(() => OutcomeEnum) outcome!: DecisionOutcome;
  @Field(() => String, { nullable: true, description: 'Calendar day; needed for DOELGROEP_LKS.' }) appliedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Last day of the term; for LKS by a loonwaarde it follows from that.' }) decideBy?: string | null;
  @Field(() => String, { description: 'Calendar day, not in the future.' }) decidedOn!: string;
  @Field(() => String, { nullable: true, description: 'First day; needed when GRANTED.' }) startsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Last day.' }) endsOn?: string | null;
  @Field(() => String, { description: 'At most 250 characters.' }) legalBasis!: string;
  @Field(() => ID, { nullable: true, description: 'The established loonwaarde that it follows from.' }) loonwaardeId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'LKS only, without a loonwaarde.' }) forfait?: boolean | null;
  @Field(() => Float, { nullable: true, description: 'Whole eurocents a month.' }) monthlyCents?: number | null;
  @Field(() => ID, {
    nullable: true,
    description: 'PROEFPLAATSING_VERLENGING: the trial that it extends; PARTICIPATIEPLAATS: the place, when it is not the first time.',
  })
  extendsId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The decision of the same kind that this one corrects.' }) revisesId?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the letter is kept; at most 120 characters.' }) documentRef?: string | null;
}

@ObjectType({ description: 'The decision would break a rule of the law; nothing was written.' })
@Directive('@shareable')
export class DecisionRuleBroken {
  @Field(() => RuleEnum) rule!: DecisionRule;
  @Field(() => String, { description: 'The rule in Dutch, for the user.' })
  text(): string {
    return decisionRules[this.rule];
  }
  @Field(() => DayScalar, { nullable: true, description: 'The first day that is possible, or the last that is allowed; null when no day helps.' })
  nearestDay!: string | null;
}

@ObjectType({ description: 'Another decision took the place of this one already; revise that one.' })
@Directive('@shareable')
export class DecisionAlreadyRevised {
  @Field(() => ID) revisedById!: string;
}
