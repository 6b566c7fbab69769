import { InstantScalar, PageInfo } from '@werkplein/kernel';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { eventCatalogue } from '../events/event.catalogue.ts';

/** The names of the catalogue; docs/events.md says what each means. */
export const ActivityType = Object.fromEntries(Object.keys(eventCatalogue).map((type) => [type, type]));
registerEnumType(ActivityType, { name: 'ActivityType', description: 'What happened; docs/events.md describes each.' });

@ObjectType({ description: 'Something that changed at an employer. The records behind it are as they are now.' })
export class ActivityItem {
  @Field(() => ID, { description: 'The same as in the live stream: a second delivery can be told by it.' }) id!: string;
  @Field(() => ActivityType) type!: string;
  @Field(() => InstantScalar) at!: Date;
}

@ObjectType({ description: 'Oldest first.' })
export class ActivityConnection {
  @Field(() => [ActivityItem]) nodes!: ActivityItem[];
  @Field(() => PageInfo, { description: '`endCursor` is the place up to which was looked, also without nodes: keep it for the next time.' })
  pageInfo!: PageInfo;
  @Field(() => Boolean, { description: 'False when `after` lies before what is kept: some changes are no longer listed.' }) complete!: boolean;
}
