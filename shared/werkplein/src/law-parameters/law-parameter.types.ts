import { ParameterFields } from '@werkplein/kernel';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { type LawParameter, type LawParameterCode, lawParameterCodes, type LawUnit, lawUnits } from './law-parameter.rules.ts';

export const LawParameterCodeEnum = Object.fromEntries(lawParameterCodes.map((code) => [code, code])) as Record<LawParameterCode, LawParameterCode>;
registerEnumType(LawParameterCodeEnum, { name: 'LawParameterCode', description: 'A rate, term or limit that a law sets.' });
const UnitEnum = Object.fromEntries(Object.values(lawUnits).map((unit) => [unit, unit])) as Record<LawUnit, LawUnit>;
registerEnumType(UnitEnum, { name: 'LawUnit', description: 'What the value of a law parameter counts.' });

@ObjectType('LawParameter', { description: 'A rate, term or limit that a law sets, in a period; both days belong to it.' })
@Directive('@shareable')
export class LawParameterType extends ParameterFields implements LawParameter {
  @Field(() => LawParameterCodeEnum) code!: LawParameterCode;
  @Field(() => UnitEnum) unit!: LawUnit;
}
