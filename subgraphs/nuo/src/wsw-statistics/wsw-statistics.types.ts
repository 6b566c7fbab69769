import { DayScalar, InstantScalar, MunicipalityCodeScalar, Organisation } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type WswLayout, wswLayouts } from './wsw-layout.ts';

const LayoutEnum = Object.fromEntries(Object.keys(wswLayouts).map((layout) => [layout, layout])) as Record<WswLayout, WswLayout>;
registerEnumType(LayoutEnum, {
  name: 'WswStatisticsLayout',
  description: 'How records stand in the file: each field as wide as the model says, or with semicolons.',
});

@InputType()
export class DeliverWswStatisticsInput {
  @Field(() => String) requestId!: string;
  @Field(() => String, { description: 'Year and half, such as `20261`.' }) period!: string;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode: of whom this municipality is responsible for. A Werkplein gets its own always.' })
  municipality?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Only counts and what is wrong; nothing is delivered.' }) dryRun!: boolean;
  @Field(() => LayoutEnum, { defaultValue: 'FIXED_WIDTH' }) layout!: WswLayout;
}

@ObjectType({ description: 'What is wrong with one field of a record.' })
export class WswFieldProblem {
  @Field(() => Int, { description: 'Number of the field (kenmerk) in the model.' }) field!: number;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'Dutch.' }) message!: string;
}

@ObjectType({ description: 'A record that is not in the file.' })
export class WswRejectedRecord {
  @Field(() => ID) participantId!: string;
  @Field(() => [WswFieldProblem]) problems!: WswFieldProblem[];
}

@ObjectType({ description: 'A delivery that went out.' })
export class WswDeliveryType {
  @Field(() => ID) id!: string;
  @Field(() => String) period!: string;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'Null: of all municipalities.' }) municipality!: string | null;
  @Field(() => InstantScalar) deliveredAt!: Date;
  @Field(() => Organisation) organisation!: Organisation;
  @Field(() => Int) written!: number;
  @Field(() => Int) rejected!: number;
  @Field(() => String, { description: 'SHA-256 of the file.' }) sha256!: string;
}

@ObjectType({ description: 'The statistics of a half-year: delivered, or as a dry run found.' })
export class WswStatisticsDelivered {
  readonly __typename!: 'WswStatisticsDelivered';
  /** Null of a dry run. */
  @Field(() => ID, { nullable: true, description: 'Null of a dry run.' }) deliveryId!: string | null;
  @Field(() => String) period!: string;
  @Field(() => MunicipalityCodeScalar, { nullable: true }) municipality!: string | null;
  @Field(() => Int, { description: 'Valid records.' }) written!: number;
  @Field(() => Int, { description: 'Records left out.' }) rejected!: number;
  @Field(() => String, { description: 'SHA-256 of the file.' }) sha256!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day on which the delivery is in time; null when no term is known.' }) dueOn!: string | null;
  layout!: WswLayout;
  /** ISO 8601: as known then. */
  at!: string;
}

@ObjectType({ description: 'The half-year is not over: its last day decides. A dry run can be made.' })
export class HalfYearNotOver {
  readonly __typename!: 'HalfYearNotOver';
  @Field(() => DayScalar) lastDay!: string;
}

export const DeliverWswStatisticsResult = createUnionType({
  name: 'DeliverWswStatisticsResult',
  types: () => [WswStatisticsDelivered, HalfYearNotOver] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
