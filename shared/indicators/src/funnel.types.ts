import { DayScalar, InstantScalar } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type FunnelStage, funnelStageCodes, funnelStages } from './funnel.ts';

// How the gateway asks a source for its part of a funnel. Callers never see these: they ask the gateway.

const StageEnum = Object.fromEntries(funnelStageCodes.map((code) => [code, code])) as Record<FunnelStage, FunnelStage>;
registerEnumType(StageEnum, {
  name: 'FunnelStageCode',
  description: 'How far people came of whom the dossier was opened in a period.',
  valuesConfig: Object.fromEntries(funnelStageCodes.map((code) => [code, { description: `${funnelStages[code].label}.` }])),
});

@InputType()
@Directive('@inaccessible')
export class FunnelPartInput {
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) until!: string;
  @Field(() => DayScalar) measuredOn!: string;
  @Field(() => InstantScalar) knownAt!: Date;
  @Field(() => [ID], { nullable: true, description: 'Of whom the NUO is asked.' }) candidateIds?: string[] | null;
}

@ObjectType()
@Directive('@shareable')
@Directive('@inaccessible')
export class FunnelStageCount {
  @Field(() => StageEnum) stage!: FunnelStage;
  @Field(() => Int) count!: number;
}

@ObjectType()
@Directive('@shareable')
@Directive('@inaccessible')
export class FunnelPart {
  @Field(() => [FunnelStageCount]) stages!: FunnelStageCount[];
  @Field(() => [ID], { description: 'As the NUO knows the people of the cohort who can be proposed.' }) candidateIds!: string[];
}
