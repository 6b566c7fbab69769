import { Directive, Field, ObjectType } from 'type-graphql';

// No descriptions on what the NUO declares as well: the texts of two subgraphs must be the same.
@ObjectType('Occupation')
@Directive('@shareable')
export class OccupationType {
  @Field(() => String, { nullable: true }) code!: string | null;
  @Field(() => String) text!: string;
}
