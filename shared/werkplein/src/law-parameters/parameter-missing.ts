import { answeringMissingWith, DayScalar } from '@werkplein/kernel';
import { Directive, Field, ObjectType } from 'type-graphql';
import type { LawParameterCode } from './law-parameter.rules.ts';
import { LawParameterCodeEnum } from './law-parameter.types.ts';

@ObjectType({ description: 'A rule needs this parameter, and none is known for that day. Have it imported, then send the command again; nothing was changed.' })
@Directive('@shareable')
export class LawParameterMissing {
  @Field(() => LawParameterCodeEnum) code!: LawParameterCode;
  @Field(() => DayScalar) day!: string;
}

export type LawParameterMissingAnswer = { __typename: 'LawParameterMissing'; code: LawParameterCode; day: string };

/** Gives the refusal when a rule lacks a parameter. What runs in it writes only after its rules. */
export const answeringMissing = <A>(run: () => Promise<A>): Promise<A | LawParameterMissingAnswer> =>
  answeringMissingWith(run, (code, day) => ({ __typename: 'LawParameterMissing' as const, code: code as LawParameterCode, day }));
