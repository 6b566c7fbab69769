import { Field, Float, ObjectType } from 'type-graphql';
import { DayScalar } from '../scalars/graphql.ts';

/** What a dated parameter shows beside its code and unit, which are enums of the organisation's own. */
@ObjectType()
export abstract class ParameterFields {
  @Field(() => Float) value!: number;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validUntil!: string | null;
  @Field(() => Boolean, { description: 'False when the source was not checked: a value in common use, to be confirmed.' }) confirmed!: boolean;
  @Field(() => String, { description: 'Legal source, in Dutch.' }) source!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => String, { description: 'The parameter set that it came with.' }) version!: string;
}
