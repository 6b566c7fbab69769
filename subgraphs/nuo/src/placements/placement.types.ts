import { DayScalar, Employee, HoursPerWeekScalar, InstantScalar, MunicipalityCodeScalar, Organisation, PageInfo, stateEnum } from '@werkplein/kernel';
import { ArgsType, Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../page-args.ts';
import { GuidanceFormEnum, InterruptionReasonEnum, PlacementKind, ResultEnum } from './placement.enums.ts';
import type { PlacementKindName } from './placement-kinds.rules.ts';
import type { PlacementFilterFacts } from './placement.lists.ts';
import { type GuidanceForm, type InterruptionReason, placementMachine, type PlacementResult, type PlacementState } from './placement-states.rules.ts';

export { PlacementKind } from './placement.enums.ts';
export const PlacementStatus = stateEnum(placementMachine);
registerEnumType(PlacementStatus, { name: 'PlacementStatus', description: 'Where a placement is; docs/states/placement.md.' });

@ObjectType('Placement', { description: 'A participant at work: with an employer, or sheltered inside; or what is proposed or planned of that.' })
@Directive('@key(fields: "id")')
export class PlacementType {
  @Field(() => ID) id!: string;
  @Field(() => PlacementKind) kind!: PlacementKindName;
  @Field(() => PlacementStatus) status!: PlacementState;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true }) expectedEndOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day.' }) endedOn!: string | null;
  @Field(() => HoursPerWeekScalar) hoursPerWeek!: number;
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
}

@ObjectType({ description: 'A page of placements.' })
export class PlacementConnection {
  @Field(() => [PlacementType]) nodes!: PlacementType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

/** How regie came to agree. */
export const AgreementEnum = { REGIE: 'REGIE', IMPLICIT: 'IMPLICIT', NOT_NEEDED: 'NOT_NEEDED' } as const;
registerEnumType(AgreementEnum, { name: 'PlacementAgreement', description: 'Door regie, stilzwijgend, of niet nodig (Wsw).' });

@ObjectType({ description: 'What happens with a proposal about which regie says nothing.' })
export class PlacementSilence {
  @Field(() => Boolean, { description: 'True: it is agreed on `on`. False: it waits until regie agrees with a decision, or rejects it.' }) agrees!: boolean;
  @Field(() => DayScalar, { nullable: true }) on!: string | null;
  @Field(() => String, { description: 'The same in Dutch, for the user.' }) text!: string;
}

@ObjectType({ description: 'Days on which a placement stands still; both belong to it.' })
export class PlacementInterruptionType {
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Null while it lasts.' }) endsOn!: string | null;
  @Field(() => InterruptionReasonEnum) reason!: InterruptionReason;
}

@ObjectType('PlacementStep', { description: 'A step that was taken; it is never changed.' })
export class PlacementStepType {
  @Field(() => String, { description: 'Name of the step in docs/states/placement.md.' }) step!: string;
  @Field(() => PlacementStatus, { nullable: true }) fromStatus!: PlacementState | null;
  @Field(() => PlacementStatus) toStatus!: PlacementState;
  @Field(() => InstantScalar, { description: 'When it was recorded.' }) at!: Date;
  @Field(() => DayScalar, { description: 'The day from which it holds.' }) onDay!: string;
  @Field(() => Employee, { nullable: true, description: 'Null when the term passed or the order ended.' }) by!: Employee | null;
  @Field(() => Organisation) organisation!: Organisation;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => [String], { description: 'Names of the facts that it changed.' }) changed!: string[];
}

@ObjectType({ description: 'What regie and uitvoering know of a placement beside what every colleague at employers sees.' })
export class PlacementDetails {
  @Field(() => DayScalar, { nullable: true }) proposedOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) agreedOn!: string | null;
  @Field(() => [ID], { nullable: true, description: 'Decisions at the Werkplein that it rests on.' }) decisionIds!: string[] | null;
  @Field(() => String, { nullable: true, description: 'Of the contract or agreement with the employer.' }) agreementReference!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day that the law gives to a kind with a term, as extended.' }) termEndsOn!: string | null;
  @Field(() => GuidanceFormEnum, { nullable: true }) guidanceForm!: GuidanceForm | null;
  @Field(() => Float, { nullable: true }) guidanceHoursPerMonth!: number | null;
  @Field(() => DayScalar, { nullable: true, description: 'Since when regie asks to end it.' }) endRequestedOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'By which last day.' }) endRequestedFor!: string | null;
  @Field(() => ResultEnum, { nullable: true }) result!: PlacementResult | null;
  @Field(() => DayScalar, { nullable: true, description: 'On which one that never ran was rejected or cancelled.' }) closedOn!: string | null;
}

@ObjectType('Werkplein')
@Directive('@interfaceObject')
@Directive('@key(fields: "municipality")')
export class WerkpleinType {
  @Field(() => MunicipalityCodeScalar) municipality!: string;
}

@ArgsType()
export class PlacementsArgs extends PageArgs {
  @Field(() => DayScalar, { nullable: true, description: 'Only those that run on this day.' }) activeOn?: string | null;
}

@ArgsType()
export class WaitingArgs extends PageArgs {
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'Only of this municipality.' }) municipality?: string | null;
}

@InputType({ description: 'All that is named must hold.' })
export class PlacementFilter implements PlacementFilterFacts {
  @Field(() => [PlacementStatus], { nullable: true }) states?: PlacementState[] | null;
  @Field(() => [PlacementKind], { nullable: true }) kinds?: PlacementKindName[] | null;
  @Field(() => DayScalar, { nullable: true, description: 'Only planned or running ones that are expected to end on this day or before.' })
  endsBy?: string | null;
}

@ArgsType()
export class PlacementListArgs extends WaitingArgs {
  @Field(() => PlacementFilter, { nullable: true }) filter?: PlacementFilter | null;
}

const TWO_WEEKS = 14;

@ArgsType()
export class ReachingTermArgs extends WaitingArgs {
  @Field(() => Int, { defaultValue: TWO_WEEKS }) withinDays!: number;
}
