import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'The books of this month are closed, so nothing is written in it any more. What is to be corrected counts in an open month; nothing was changed.',
})
export class MonthIsClosed {
  readonly __typename!: 'MonthIsClosed';
  @Field(() => String, { description: '`YYYY-MM`.' }) month!: string;
  @Field(() => String, { description: 'First month that is open, `YYYY-MM`.' }) openMonth!: string;
  @Field(() => String, { description: 'What can be done, in Dutch.' }) text!: string;
}
