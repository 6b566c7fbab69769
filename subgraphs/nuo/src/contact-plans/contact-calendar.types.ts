import { DayScalar, InstantScalar, PageInfo } from '@werkplein/kernel';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType('ContactCalendarEntry', { description: 'A live plan, or a contact that took place; a plan that was carried out shows as its contact moment.' })
export class ContactCalendarEntryType {
  @Field(() => InstantScalar, { description: 'When it took place or is planned; of a plan without an appointment, the beginning of its window.' }) at!: Date;
}

@ObjectType({ description: 'In order of time.' })
export class ContactCalendar {
  @Field(() => [ContactCalendarEntryType]) nodes!: ContactCalendarEntryType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ArgsType()
export class ContactCalendarArgs {
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar, { description: 'Last day; at most 366 days with the first.' }) until!: string;
  @Field(() => Int, { defaultValue: 50 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}
