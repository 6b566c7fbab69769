import { DayScalar, InstantScalar } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Axis, axes, axisValues, type AxisValue, type DoelgroepRule, doelgroepRules } from './doelgroep.rules.ts';

const enumOf = <V extends string>(name: string, values: readonly V[], description: string): Record<V, V> => {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<V, V>;
  registerEnumType(members, { name, description });
  return members;
};

export const AxisEnum = enumOf('DoelgroepAxis', axes, 'The five independent kenmerken of the doelgroep.');
export const AxisValueEnum = enumOf('DoelgroepValue', [...new Set(Object.values(axisValues).flat())], 'A value of any axis; each axis has its own.');
const GrondslagEnum = enumOf('Grondslag', axisValues.GRONDSLAG, 'Why the municipality supports someone (Participatiewet art. 7(1)a).');
const WswStatusEnum = enumOf('WswStatus', axisValues.WSW_STATUS, 'Employment under the Wsw.');
const BeschutEnum = enumOf('Beschut', axisValues.BESCHUT, 'Beschut werk (Participatiewet art. 10b).');
const RegisterEnum = enumOf('DoelgroepregisterStatus', axisValues.DOELGROEPREGISTER, 'Banenafspraak (Wfsv art. 38b).');
const LksEnum = enumOf('DoelgroepLks', axisValues.DOELGROEP_LKS, 'Loonkostensubsidie (Participatiewet art. 10c).');
const RuleEnum = enumOf('DoelgroepRule', Object.keys(doelgroepRules) as DoelgroepRule[], 'A rule that the axes keep together.');

@ObjectType({ description: 'What one axis was in a period; both days belong to it.' })
@Directive('@shareable')
export class DoelgroepPeriod {
  @Field(() => AxisEnum) axis!: Axis;
  @Field(() => AxisValueEnum) value!: AxisValue;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validUntil!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of a Wsw status: employed under the Wsw on 31 December 2014; null when nobody asked.' })
  employedAtWswClosing!: boolean | null;
  @Field(() => String) source!: string;
  @Field(() => InstantScalar) recordedAt!: Date;
}

@ObjectType({ description: 'The doelgroep of a client on `day`: five independent axes. An axis of which nothing is recorded is null: unknown is not no.' })
@Directive('@shareable')
export class DoelgroepAxes {
  @Field(() => DayScalar) day!: string;
  @Field(() => GrondslagEnum, { nullable: true }) grondslag!: AxisValue | null;
  @Field(() => WswStatusEnum, { nullable: true }) wswStatus!: AxisValue | null;
  @Field(() => BeschutEnum, { nullable: true }) beschut!: AxisValue | null;
  @Field(() => RegisterEnum, { nullable: true }) doelgroepregister!: AxisValue | null;
  @Field(() => LksEnum, { nullable: true }) doelgroepLks!: AxisValue | null;
  @Field(() => [DoelgroepPeriod], { description: 'Every period, past and future, oldest first.' }) periods!: DoelgroepPeriod[];
}

@InputType()
export class SetDoelgroepAxisInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => AxisEnum) axis!: Axis;
  @Field(() => AxisValueEnum) value!: AxisValue;
  @Field(() => String, { description: 'First day, `YYYY-MM-DD`.' }) validFrom!: string;
  @Field(() => String, { nullable: true, description: 'Last day; without it the value holds on.' }) until?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'WSW_STATUS: whether the client was employed under the Wsw on 31 December 2014; without it nobody gets a Wsw status.',
  })
  employedAtWswClosing?: boolean | null;
}

@ObjectType({ description: 'With this the axes would break a rule from `from` to `until`; nothing was changed.' })
@Directive('@shareable')
export class DoelgroepRuleBroken {
  @Field(() => RuleEnum) rule!: DoelgroepRule;
  @Field(() => String, { description: 'The rule in Dutch, for the user.' })
  text(): string {
    return doelgroepRules[this.rule];
  }
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
}
