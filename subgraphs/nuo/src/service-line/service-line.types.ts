import { DayScalar } from '@werkplein/kernel';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { lineSources } from './service-line.ts';

export const ServiceLineRecord = createUnionType({
  name: 'ServiceLineRecord',
  description: 'What the NUO did, does or will do for a person.',
  types: () => lineSources.map(({ type }) => type) as never,
  resolveType: ({ __typename }: { __typename: string }) => __typename,
});

@ObjectType({ description: 'One service of a person, with who answered for them on its days.' })
export class ServiceLineEntry {
  participantId!: string;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Null while no end is known.' }) endsOn!: string | null;
  @Field(() => ServiceLineRecord) record!: object;
}
