import { DayScalar, InstantScalar, MunicipalityCodeScalar, PageInfo } from '@werkplein/kernel';
import { Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

// How the gateway asks a source for its part of a figure. Callers never see these: they ask the gateway for figures.

export enum FigureSide {
  NUMERATOR = 'NUMERATOR',
  DENOMINATOR = 'DENOMINATOR',
}
registerEnumType(FigureSide, { name: 'FigureSide', description: 'Which side of a figure the facts make up.' });

@InputType()
@Directive('@inaccessible')
export class FigureSpanInput {
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) until!: string;
  @Field(() => DayScalar) measuredOn!: string;
  @Field(() => InstantScalar) knownAt!: Date;
}

@InputType()
@Directive('@inaccessible')
export class FigureSetInput {
  @Field(() => [String]) indicators!: string[];
  @Field(() => FigureSpanInput) span!: FigureSpanInput;
}

@InputType()
@Directive('@inaccessible')
export class FigureQuestionInput {
  @Field(() => [FigureSetInput], { description: 'Each for all municipalities.' }) sets!: FigureSetInput[];
  @Field(() => [MunicipalityCodeScalar], { description: 'Of whom; those that the asker may not see are left out of the answer.' }) municipalities!: string[];
  @Field(() => Boolean, { description: 'Also over all, third parties included.' }) total!: boolean;
}

@ObjectType()
@Directive('@shareable')
@Directive('@inaccessible')
export class FigureRowPart {
  @Field(() => String) key!: string;
  @Field(() => String) label!: string;
  @Field(() => Float) value!: number;
  @Field(() => Float, { nullable: true }) over?: number | null;
  @Field(() => Boolean, { nullable: true }) greatest?: boolean | null;
  @Field(() => Boolean) partOfValue!: boolean;
}

@ObjectType()
@Directive('@shareable')
@Directive('@inaccessible')
export class FigureMissingPart {
  @Field(() => String) what!: string;
  @Field(() => Int, { nullable: true }) count!: number | null;
}

@ObjectType()
@Directive('@shareable')
@Directive('@inaccessible')
export class FigurePart {
  @Field(() => Int, { description: 'Of which set, by its place in the question.' }) set!: number;
  @Field(() => String) indicator!: string;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'Null is over all.' }) municipality!: string | null;
  @Field(() => Float, { nullable: true }) numerator!: number | null;
  @Field(() => Float, { nullable: true }) denominator!: number | null;
  @Field(() => Float, { nullable: true }) value!: number | null;
  @Field(() => [FigureMissingPart]) missing!: readonly FigureMissingPart[];
  @Field(() => [FigureRowPart]) rows!: readonly FigureRowPart[];
}

@ObjectType()
@Directive('@shareable')
@Directive('@inaccessible')
export class FigureFactPart {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => ID) ref!: string;
  @Field(() => MunicipalityCodeScalar, { nullable: true }) municipality!: string | null;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validUntil!: string | null;
  @Field(() => InstantScalar) recordedAt!: Date;
  @Field(() => Float) contribution!: number;
}

@ObjectType()
@Directive('@shareable')
@Directive('@inaccessible')
export class FigureFactPartConnection {
  @Field(() => [FigureFactPart]) nodes!: FigureFactPart[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType()
@Directive('@inaccessible')
export class FigureFactsInput {
  @Field(() => String) indicator!: string;
  @Field(() => MunicipalityCodeScalar, { nullable: true }) municipality?: string | null;
  @Field(() => FigureSide) side!: FigureSide;
  @Field(() => FigureSpanInput) span!: FigureSpanInput;
  @Field(() => Float) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}
