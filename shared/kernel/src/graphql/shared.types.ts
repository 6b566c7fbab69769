import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { organisationName } from '../municipalities/index.ts';

// Value types that every subgraph answers alike.

@ObjectType({ description: 'Where a page ends. Ask for the next one with `after: endCursor`.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType({ description: 'One of the organisations that work together.' })
@Directive('@shareable')
export class Organisation {
  @Field(() => String, { description: '`nuo`, or the CBS code of a municipality.' }) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType({ description: 'An employee of one of the organisations, as known when the fact was recorded.' })
@Directive('@shareable')
export class Employee {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Organisation) organisation!: Organisation;
}

export const organisation = (code: string): Organisation => ({ code, name: organisationName(code) });

export const employee = (id: string, name: string, code: string): Employee => ({ id, name, organisation: organisation(code) });
