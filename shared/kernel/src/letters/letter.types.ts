import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Organisation, PageInfo } from '../graphql/shared.types.ts';
import { InstantScalar } from '../scalars/graphql.ts';
import { type LetterState, letterStates } from './letter.entity.ts';

const LetterStateEnum = Object.fromEntries(letterStates.map((state) => [state, state])) as Record<LetterState, LetterState>;
registerEnumType(LetterStateEnum, {
  name: 'LetterState',
  description:
    'WAITING: tried again by itself. DELIVERED: taken in. REFUSED: the addressee will not take it; it waits for functional administration. SET_ASIDE: given up.',
});

@ObjectType({ description: 'A letter to another organisation. What it says is not shown: it may be about a person.' })
@Directive('@shareable')
export class OutgoingLetter {
  @Field(() => ID) id!: string;
  @Field(() => Organisation) addressee!: Organisation;
  @Field(() => String) kind!: string;
  @Field(() => InstantScalar) writtenAt!: Date;
  @Field(() => LetterStateEnum) state!: LetterState;
  @Field(() => Int) tries!: number;
  @Field(() => String, { nullable: true, description: 'A code: why the last try failed.' }) problem!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it is tried next; null when it is not.' }) nextTryAt!: Date | null;
  @Field(() => Int, { description: 'Later letters about the same that wait for it.' }) waitingBehind!: number;
}

@ObjectType({ description: 'A page of letters, oldest first.' })
@Directive('@shareable')
export class OutgoingLetterConnection {
  @Field(() => [OutgoingLetter]) nodes!: OutgoingLetter[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType()
export class LetterInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) letterId!: string;
}

@ObjectType({ description: 'It is tried again at once.' })
@Directive('@shareable')
export class LetterSentAgain {
  @Field(() => ID) letterId!: string;
}

@ObjectType({ description: 'It is not tried any more, and no longer holds up what comes after it.' })
@Directive('@shareable')
export class LetterSetAside {
  @Field(() => ID) letterId!: string;
}

@ObjectType({ description: 'It was delivered or set aside already; nothing was changed.' })
@Directive('@shareable')
export class LetterEnded {
  @Field(() => ID) letterId!: string;
  @Field(() => LetterStateEnum) state!: LetterState;
}

const byTypename = ({ __typename }: { __typename: string }): string => __typename;
export const SendLetterAgainResult = createUnionType({
  name: 'SendLetterAgainResult',
  types: () => [LetterSentAgain, LetterEnded] as const,
  resolveType: byTypename as never,
});
export const SetLetterAsideResult = createUnionType({
  name: 'SetLetterAsideResult',
  types: () => [LetterSetAside, LetterEnded] as const,
  resolveType: byTypename as never,
});
