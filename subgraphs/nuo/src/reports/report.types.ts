import { DayScalar, InstantScalar, MunicipalityCodeScalar } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('QuarterReport', {
  description: 'A quarter report (bestuursrapportage) as it was frozen. Nothing in it ever changes; one that must be other is the next edition.',
})
@Directive('@key(fields: "id")')
export class QuarterReportType {
  @Field(() => ID) id!: string;
  @Field(() => MunicipalityCodeScalar) municipality!: string;
  @Field(() => Int) year!: number;
  @Field(() => Int, { description: '1 to 4.' }) quarter!: number;
  @Field(() => Int, { description: '1 is the first; a later one takes its place.' }) edition!: number;
  @Field(() => DayScalar, { description: 'Last day of the quarter.' }) measuredOn!: string;
  @Field(() => InstantScalar, { description: 'Everything in it is as it was known then.' }) knownAt!: Date;
  @Field(() => Boolean, { description: 'False when it was frozen with sources missing, knowingly: see `reason`.' }) complete!: boolean;
  @Field(() => [String], { description: '`nuo`, or CBS codes.' }) missingSources!: string[];
  @Field(() => String, { nullable: true, description: 'Why it was frozen with a source missing, or why there is another edition.' }) reason!: string | null;
  @Field(() => InstantScalar) frozenAt!: Date;
  @Field(() => String) frozenByName!: string;
}

// How the gateway, which asks every source, gives what it made to be kept. Callers never see these.

@InputType()
@Directive('@inaccessible')
export class MadeReportInput {
  @Field(() => DayScalar) measuredOn!: string;
  @Field(() => InstantScalar) knownAt!: Date;
  @Field(() => [String]) missingSources!: string[];
  @Field(() => Int) lines!: number;
  @Field(() => String) document!: string;
  @Field(() => String) reporterDocument!: string;
}

@InputType()
@Directive('@inaccessible')
export class StoreReportInput {
  @Field(() => String) requestId!: string;
  @Field(() => MunicipalityCodeScalar) municipality!: string;
  @Field(() => Int) year!: number;
  @Field(() => Int) quarter!: number;
  @Field(() => InstantScalar, { nullable: true, description: 'As the caller asked.' }) knownOn?: Date | null;
  @Field(() => Boolean) acceptMissing!: boolean;
  @Field(() => Boolean) replace!: boolean;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => MadeReportInput) made!: MadeReportInput;
}

@ObjectType()
@Directive('@inaccessible')
export class StoredReport {
  readonly __typename!: 'StoredReport';
  @Field(() => String, { description: 'FROZEN, EXISTS, INCOMPLETE or NOTHING_AGREED.' }) outcome!: 'FROZEN' | 'EXISTS' | 'INCOMPLETE' | 'NOTHING_AGREED';
  @Field(() => ID, { nullable: true }) reportId!: string | null;
  @Field(() => [String]) missingSources!: string[];
}
