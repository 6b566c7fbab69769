import { DayScalar, PageInfo } from '@werkplein/kernel';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
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
  @Field(() => Int, { nullable: true, description: 'Null when something is missing by which to count: that is not zero.' }) count!: number | null;
  @Field(() => [String], { description: 'Parameters that are not known on the last day of the period.' }) missing!: string[];
  @Field(() => Int, { description: 'Participants who were so on a day of the period: what to divide by.' }) participants!: number;
  @Field(() => Int, { nullable: true, description: 'The most that one participant had.' }) mostOfOne!: number | null;
  @Field(() => [HandOverType]) nodes!: HandOverType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}
