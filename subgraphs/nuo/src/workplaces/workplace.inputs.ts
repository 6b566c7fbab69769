import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { PlacementStepInput } from '../placements/placement.inputs.ts';
import type { Adaptation } from '../sheltered-work/adaptations.ts';
import { AdaptationEnum } from '../sheltered-work/employment.types.ts';
import { type WorkplaceKind, workplaceKinds } from './workplace.rules.ts';

export const WorkplaceKindEnum = Object.fromEntries(workplaceKinds.map((kind) => [kind, kind])) as Record<WorkplaceKind, WorkplaceKind>;
registerEnumType(WorkplaceKindEnum, { name: 'WorkplaceKind', description: 'Inside, on location at a hirer, or in the green of a municipality.' });

@InputType({ description: 'Of the NUO.' })
export class SupervisorInput {
  @Field(() => String) employeeId!: string;
  @Field(() => String) organisation!: string;
}

@InputType({ description: 'With `workGroupId` and `expectedVersion` a group that is there is changed: everything is given anew.' })
export class SaveWorkGroupInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { nullable: true }) workGroupId?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
  @Field(() => String, { description: 'At most 120 characters.' }) name!: string;
  @Field(() => WorkplaceKindEnum, { description: 'ON_LOCATION or GREEN.' }) kind!: WorkplaceKind;
  @Field(() => ID, { nullable: true, description: 'Who hires the group; a municipality can be registered as an employer too.' }) employerId?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode, when a municipality hires the group for its own buitendienst.' }) hirerMunicipality?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode, when a municipality commissioned it.' }) commissionerMunicipality?: string | null;
  @Field(() => SupervisorInput, { nullable: true }) supervisor?: SupervisorInput | null;
  @Field(() => String, { description: 'Date.' }) startsOn!: string;
  @Field(() => String, { nullable: true, description: 'Date: the last day.' }) endsOn?: string | null;
}

@InputType({ description: 'With `workplaceId` and `expectedVersion` a place that is there is changed: everything is given anew.' })
export class SaveWorkplaceInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { nullable: true }) workplaceId?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
  @Field(() => String, { description: 'At most 120 characters.' }) name!: string;
  @Field(() => WorkplaceKindEnum) kind!: WorkplaceKind;
  @Field(() => String, { description: 'Where it is, at most 120 characters.' }) location!: string;
  @Field(() => String, { description: 'MunicipalityCode of where it is.' }) municipality!: string;
  @Field(() => Float, { description: 'Hours a week for all together, in quarters, at most 10000.' }) capacityHours!: number;
  @Field(() => ID, { nullable: true, description: 'The group to which it belongs; then the group says who supervises.' }) workGroupId?: string | null;
  @Field(() => SupervisorInput, { nullable: true }) supervisor?: SupervisorInput | null;
  @Field(() => [AdaptationEnum], { defaultValue: [] }) adaptations!: Adaptation[];
  @Field(() => String, { description: 'Date.' }) opensOn!: string;
  @Field(() => String, { nullable: true, description: 'Date: the last day.' }) closesOn?: string | null;
}

@InputType()
export class AssignWorkplaceInput extends PlacementStepInput {
  @Field(() => ID, { nullable: true, description: 'Null takes the place away.' }) workplaceId?: string | null;
}

@InputType()
export class FallbackPlaceInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) claimId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ID) workplaceId!: string;
}

@InputType()
export class FallbackReasonInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) claimId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'At most 300 characters; no personal data.' }) reason!: string;
}
