import { DayScalar, EuroCentsScalar } from '@werkplein/kernel';
import { Directive, Field, ObjectType } from 'type-graphql';
import { LawParameterType } from '../law-parameters/law-parameter.types.ts';
import { lksText } from './lks.rules.ts';

@ObjectType('LksIndication', {
  description: 'An indicative amount of loonkostensubsidie, never a decision (Participatiewet art. 10d). What is decided stands in a decision of kind LKS.',
})
@Directive('@shareable')
export class LksIndicationType {
  @Field(() => DayScalar, { description: 'Day of which the parameters were used.' }) on!: string;
  @Field(() => EuroCentsScalar, { description: 'A month, indicative; without the costs of the employer.' }) monthlyCents!: number;
  @Field(() => EuroCentsScalar, { description: "A month, indicative; with the rate for the employer's costs." }) withEmployerCostCents!: number;
  @Field(() => Boolean, { description: 'Whether the highest share of the wage was reached.' }) capped!: boolean;
  @Field(() => String, { nullable: true, description: 'The newest parameter set that was used.' }) parameterSet!: string | null;
  @Field(() => [LawParameterType], { description: 'Parameters that were used and are still to be confirmed.' }) unconfirmed!: LawParameterType[];
  @Field(() => String, { description: 'Show this with the amount: that it is indicative, and on what it rests; Dutch.' })
  text(): string {
    return lksText(this);
  }
}
