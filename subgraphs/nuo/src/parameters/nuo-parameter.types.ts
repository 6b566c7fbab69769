import { answeringMissingWith, DayScalar, ParameterFields } from '@werkplein/kernel';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type NuoParameter, type NuoParameterCode, nuoParameterCodes, type NuoUnit, nuoUnits } from './nuo-parameter.rules.ts';

export const NuoParameterCodeEnum = Object.fromEntries(nuoParameterCodes.map((code) => [code, code])) as Record<NuoParameterCode, NuoParameterCode>;
registerEnumType(NuoParameterCodeEnum, { name: 'NuoParameterCode', description: 'A limit or term that the NUO works by, or a public holiday.' });
const UnitEnum = Object.fromEntries(Object.values(nuoUnits).map((unit) => [unit, unit])) as Record<NuoUnit, NuoUnit>;
registerEnumType(UnitEnum, { name: 'NuoUnit', description: 'What the value of a parameter of the NUO counts.' });

@ObjectType('NuoParameter', { description: 'A limit or term that the NUO works by, or a public holiday, in a period; both days belong to it.' })
export class NuoParameterType extends ParameterFields implements NuoParameter {
  @Field(() => NuoParameterCodeEnum) code!: NuoParameterCode;
  @Field(() => UnitEnum) unit!: NuoUnit;
}

@ObjectType({ description: 'A rule needs this parameter, and none is known for that day. Have it imported, then send the command again; nothing was changed.' })
export class NuoParameterMissing {
  readonly __typename!: 'NuoParameterMissing';
  @Field(() => NuoParameterCodeEnum) code!: NuoParameterCode;
  @Field(() => DayScalar) day!: string;
}

/** Gives the refusal when a rule lacks a parameter. What runs in it writes only after its rules. */
export const answeringMissing = <A>(run: () => Promise<A>): Promise<A | NuoParameterMissing> =>
  answeringMissingWith(run, (code, day) => ({ __typename: 'NuoParameterMissing' as const, code: code as NuoParameterCode, day }));
