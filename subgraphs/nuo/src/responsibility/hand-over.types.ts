import { DayScalar, PageInfo } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NuoParameterMissing } from '../parameters/index.ts';
import type { ResponsibleRole } from './responsibility.rules.ts';
import { RoleEnum } from './responsibility.types.ts';

export const HandOverKindEnum = { PERSON: 'PERSON', ORGANISATION: 'ORGANISATION' } as const;
registerEnumType(HandOverKindEnum, { name: 'HandOverKind' });

@InputType({ description: 'Of one participant, or of all of one municipality.' })
export class HandOverFilter {
  @Field(() => ID, { nullable: true }) participantId?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode: of the participants for whom it answers now.' }) municipality?: string | null;
  @Field(() => String, { description: 'Date.' }) from!: string;
  @Field(() => String, { description: 'Date: the last day.' }) until!: string;
}

@ObjectType('HandOver', { description: 'A participant got another person or organisation to deal with.' })
export class HandOverType {
  @Field(() => DayScalar, { description: 'First day of the next.' }) on!: string;
  @Field(() => HandOverKindEnum) kind!: 'PERSON' | 'ORGANISATION';
  @Field(() => RoleEnum, { nullable: true, description: 'Null when it is about the organisation alone.' }) role!: ResponsibleRole | null;
}

@ObjectType({
  description:
    'Hand-overs on the days of a period, counted from the facts: the first who answers for somebody is none, a stand-in for a short time is none. First to last.',
})
export class HandOvers {
  readonly __typename!: 'HandOvers';
  @Field(() => Int) count!: number;
  @Field(() => Int, { description: 'Participants who were so on a day of the period: what to divide by.' }) participants!: number;
  @Field(() => Int, { description: 'The most that one participant had.' }) mostOfOne!: number;
  @Field(() => [HandOverType]) nodes!: HandOverType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

export const HandOversResult = createUnionType({
  name: 'HandOversResult',
  types: () => [HandOvers, NuoParameterMissing] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
