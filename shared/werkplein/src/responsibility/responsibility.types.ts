import { DayScalar, Employee } from '@werkplein/kernel';
import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType('ClientResponsibility', { description: 'Who was responsible for a client, and on which days; both belong to it.' })
@Directive('@shareable')
export class Responsibility {
  @Field(() => Employee) employee!: Employee;
  @Field(() => Boolean, { description: 'Stood in for the klantregisseur.' }) standIn!: boolean;
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
}
