import { DayScalar, Employee, InstantScalar } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'On which step of the participatieladder a client stood on a day: 1 isolated, 2 contacts, 3 organised activities, 4 unpaid work, 5 supported paid work, 6 paid work.',
})
@Directive('@shareable')
export class LadderMeasurement {
  @Field(() => ID, { description: 'Send it as `corrects`.' }) id!: string;
  @Field(() => DayScalar) measuredOn!: string;
  @Field(() => Int) step!: number;
  @Field(() => Employee) recordedBy!: Employee;
  @Field(() => InstantScalar) recordedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'From then on another measurement holds of this day.' }) supersededAt!: Date | null;
}

@InputType()
export class RecordLadderStepInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => String, { description: 'Calendar day, not in the future; one measurement a day.' }) measuredOn!: string;
  @Field(() => Int, { description: '1 to 6.' }) step!: number;
  @Field(() => ID, { nullable: true, description: 'The measurement of this day that was wrong.' }) corrects?: string | null;
}

@ObjectType({ description: 'This holds of the day from now on.' })
@Directive('@shareable')
export class LadderStepRecorded {
  @Field(() => LadderMeasurement, { nullable: true }) measurement!: LadderMeasurement | null;
}

@ObjectType({ description: 'This day has a measurement; name it in `corrects` to correct it. Nothing was written.' })
@Directive('@shareable')
export class AlreadyMeasured {
  @Field(() => LadderMeasurement, { nullable: true }) measurement!: LadderMeasurement | null;
}
