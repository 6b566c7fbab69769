import { InstantScalar } from '@werkplein/kernel';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';

@ObjectType('CalendarFeed', { description: 'The caller’s own calendar address. The address itself is shown once, when it is made.' })
export class CalendarFeedType {
  @Field(() => InstantScalar) createdAt!: Date;
  @Field(() => InstantScalar, { description: 'After this the address answers no more; make another one.' }) expiresAt!: Date;
}

@InputType()
export class CreateCalendarFeedInput {
  @Field(() => String) requestId!: string;
}

@InputType()
export class RevokeCalendarFeedInput {
  @Field(() => String) requestId!: string;
}

@ObjectType()
export class CalendarFeedCreated {
  readonly __typename!: 'CalendarFeedCreated';
  @Field(() => String, {
    nullable: true,
    description: 'Path at the gateway, to be kept as a password. Null in a repeat of the command: then revoke the feed and make another one.',
  })
  path?: string | null;
  @Field(() => InstantScalar) expiresAt!: Date;
}

@ObjectType({ description: 'There is one already. Revoke it first to make another one.' })
export class CalendarFeedExists {
  readonly __typename!: 'CalendarFeedExists';
  @Field(() => InstantScalar) expiresAt!: Date;
}

@ObjectType({ description: 'The address answers no more, or there was none.' })
export class CalendarFeedRevoked {
  readonly __typename!: 'CalendarFeedRevoked';
  @Field(() => Boolean, { description: 'Whether there was one.' }) existed!: boolean;
}

const byTypename = (value: { __typename: string }): string => value.__typename;
export const CreateCalendarFeedResult = createUnionType({
  name: 'CreateCalendarFeedResult',
  types: () => [CalendarFeedCreated, CalendarFeedExists] as const,
  resolveType: byTypename,
});
export const RevokeCalendarFeedResult = createUnionType({
  name: 'RevokeCalendarFeedResult',
  types: () => [CalendarFeedRevoked] as const,
  resolveType: byTypename,
});
