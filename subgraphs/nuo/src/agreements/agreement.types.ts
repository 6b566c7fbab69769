import { DayScalar, Employee, InstantScalar, MunicipalityCodeScalar, stateEnum, StepRefused } from '@werkplein/kernel';
import { type Direction, directions, units } from '@werkplein/indicators';
import { createUnionType, Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { agreementMachine, type AgreementState } from './agreement.machine.ts';

export enum AgreementDirection {
  HIGHER = 'HIGHER',
  LOWER = 'LOWER',
  EXACT = 'EXACT',
}
export enum AgreementSource {
  BUDGET = 'BUDGET',
  AMENDMENT = 'AMENDMENT',
}
export const AgreementStatusEnum = stateEnum(agreementMachine);
export const FigureUnitEnum = Object.fromEntries(Object.keys(units).map((unit) => [unit, unit])) as Record<keyof typeof units, keyof typeof units>;
const described = <K extends string>(texts: Readonly<Record<K, string>>) =>
  Object.fromEntries(Object.entries<string>(texts).map(([value, description]) => [value, { description }])) as Record<K, { description: string }>;
registerEnumType(AgreementDirection, {
  name: 'AgreementDirection',
  description: 'On which side of the target it should come.',
  valuesConfig: described(directions),
});
registerEnumType(AgreementSource, { name: 'AgreementSource', description: 'BUDGET: the programmabegroting. AMENDMENT: a change of it (begrotingswijziging).' });
registerEnumType(AgreementStatusEnum, { name: 'AgreementStatus' });
registerEnumType(FigureUnitEnum, { name: 'FigureUnit', description: 'What a value is in.', valuesConfig: described(units) });

@ObjectType({ description: 'That one side accepted terms.' })
export class Acceptance {
  @Field(() => InstantScalar) at!: Date;
  @Field(() => Employee) by!: Employee;
}

@ObjectType('AgreementVersion', { description: 'Terms of an agreement. They hold once both sides accepted them, until the next that both accept.' })
export class AgreementVersionType {
  @Field(() => Int, { description: '1 is the first.' }) number!: number;
  @Field(() => Float, { description: 'In the unit of the indicator, as are the two limits.' }) target!: number;
  @Field(() => AgreementDirection) direction!: Direction;
  @Field(() => Float, { description: 'Further on the wrong side of the target than this is amber.' }) amberBeyond!: number;
  @Field(() => Float, { description: 'Further than this is red.' }) redBeyond!: number;
  @Field(() => AgreementSource) source!: AgreementSource;
  @Field(() => Int, { description: 'Version of the definition of the indicator that was meant.' }) definitionVersion!: number;
  @Field(() => String, { nullable: true, description: 'Why the terms are other than before.' }) reason!: string | null;
  @Field(() => InstantScalar) proposedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When the second side accepted; null while these terms do not hold.' })
  establishedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When they lapsed before both accepted.' }) withdrawnAt!: Date | null;
}

@ObjectType('ManualValue', { description: 'What was realised until a day, recorded by hand, of an indicator that no source can count.' })
export class ManualValueType {
  @Field(() => DayScalar) measuredOn!: string;
  @Field(() => Float) value!: number;
  @Field(() => String, { description: 'Where it comes from.' }) reason!: string;
  @Field(() => String) recordedByName!: string;
  @Field(() => InstantScalar) recordedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When another took its place; null while it is known.' }) replacedAt!: Date | null;
}

@ObjectType('PerformanceAgreement', { description: 'What a municipality and the NUO agree for a year on one indicator (prestatieafspraak).' })
@Directive('@key(fields: "id")')
export class PerformanceAgreementType {
  @Field(() => ID) id!: string;
  @Field(() => Int) year!: number;
  @Field(() => MunicipalityCodeScalar) municipality!: string;
  @Field(() => String, { description: 'Code.' }) indicator!: string;
  @Field(() => AgreementStatusEnum) status!: AgreementState;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a step.' }) version!: number;
  @Field(() => InstantScalar, { nullable: true }) settledAt!: Date | null;
  @Field(() => String, { nullable: true }) settledByName!: string | null;
  @Field(() => String, { nullable: true }) settlementNote!: string | null;
}

/** Why an agreement is not fit for a step, each with its Dutch text. */
export const agreementProblems = {
  ACCEPTED_ALREADY: 'Uw kant heeft dit al aangenomen.',
  NOTHING_PROPOSED: 'Er is niets voorgesteld dat nog wacht.',
  ADJUSTMENT_OPEN: 'Er is nog een bijstelling voorgesteld. Neem die aan of laat haar vervallen.',
  YEAR_NOT_OVER: 'Het jaar is nog niet voorbij.',
  NO_YEAR_REPORT: 'Afrekenen kan met de vastgelegde rapportage van het vierde kwartaal van dit jaar en deze gemeente.',
  COMPUTED: 'Dit cijfer wordt berekend uit feiten. Het kan niet met de hand worden vastgelegd.',
} as const;
export type AgreementProblemCode = keyof typeof agreementProblems;
const ProblemCodeEnum = Object.fromEntries(Object.keys(agreementProblems).map((code) => [code, code])) as Record<AgreementProblemCode, AgreementProblemCode>;
registerEnumType(ProblemCodeEnum, { name: 'AgreementProblemCode' });

@ObjectType({ description: 'The agreement is not fit for this step; nothing was changed.' })
export class AgreementRefused {
  readonly __typename!: 'AgreementRefused';
  agreementId!: string;
  @Field(() => ProblemCodeEnum) code!: AgreementProblemCode;
  @Field(() => String, { description: 'In Dutch, for the user.' }) text!: string;
}

@ObjectType({ description: 'The agreement as it is now.' })
export class AgreementChanged {
  readonly __typename!: 'AgreementChanged';
  agreementId!: string;
}

@ObjectType({ description: 'There is an agreement on this indicator for that year and municipality already.' })
export class AgreementExists {
  readonly __typename!: 'AgreementExists';
  agreementId!: string;
}

@ObjectType({ description: 'Somebody changed it since you read it: other terms are proposed, or it is another version. Look at `agreement` and try again.' })
export class AgreementVersionConflict {
  readonly __typename!: 'AgreementVersionConflict';
  agreementId!: string;
}

const byTypename = (value: { __typename: string }): string => value.__typename;
export const ProposeAgreementResult = createUnionType({
  name: 'ProposeAgreementResult',
  types: () => [AgreementChanged, AgreementExists] as const,
  resolveType: byTypename,
});
export const AgreementStepResult = createUnionType({
  name: 'AgreementStepResult',
  types: () => [AgreementChanged, StepRefused, AgreementVersionConflict, AgreementRefused] as const,
  resolveType: byTypename,
});
