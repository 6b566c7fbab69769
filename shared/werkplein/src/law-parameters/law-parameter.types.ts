import { DayScalar } from '@werkplein/kernel';
import { Directive, Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { type LawParameter, type LawParameterCode, lawParameterCodes, type LawUnit, lawUnits } from './law-parameter.rules.ts';

export const LawParameterCodeEnum = Object.fromEntries(lawParameterCodes.map((code) => [code, code])) as Record<LawParameterCode, LawParameterCode>;
registerEnumType(LawParameterCodeEnum, { name: 'LawParameterCode', description: 'A rate, term or limit that a law sets.' });
const UnitEnum = Object.fromEntries(Object.values(lawUnits).map((unit) => [unit, unit])) as Record<LawUnit, LawUnit>;
registerEnumType(UnitEnum, { name: 'LawUnit', description: 'What the value of a law parameter counts.' });

@ObjectType('LawParameter', { description: 'A rate, term or limit that a law sets, in a period; both days belong to it.' })
@Directive('@shareable')
export class LawParameterType implements LawParameter {
  @Field(() => LawParameterCodeEnum) code!: LawParameterCode;
  @Field(() => Float) value!: number;
  @Field(() => UnitEnum) unit!: LawUnit;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validUntil!: string | null;
  @Field(() => Boolean, { description: 'False when the source was not checked: a value in common use, to be confirmed by the municipality.' })
  confirmed!: boolean;
  @Field(() => String, { description: 'Legal source, in Dutch.' }) source!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => String, { description: 'The parameter set that it came with.' }) version!: string;
}
