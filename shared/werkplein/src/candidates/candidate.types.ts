import { DayScalar } from '@werkplein/kernel';
import { Directive, Field, Float, ID, InputType, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import type { Visibility } from './candidate.rules.ts';
import { OccupationType } from './occupation.types.ts';
import { CandidateSupply } from './supply.types.ts';

export const VisibilityEnum: Record<Visibility, Visibility> = { INTERNAL: 'INTERNAL', NUO: 'NUO', REGION_VUM: 'REGION_VUM' };
registerEnumType(VisibilityEnum, { name: 'CandidateVisibility', description: 'Who may see a candidate, without knowing who it is.' });

/** Filled by candidate.resolver.ts. */
@InterfaceType({
  autoRegisterImplementations: false,
  description: 'What a client offers an employer, without name, address or BSN (VUM matchingsprofiel). The id is not that of the client.',
})
export abstract class Candidate {
  @Field(() => ID) id!: string;
  @Field(() => CandidateSupply, { nullable: true, description: 'What is offered, to find vacancies for.' }) supply!: CandidateSupply | null;
  @Field(() => [OccupationType], { nullable: true }) occupations!: OccupationType[] | null;
  @Field(() => Float, { nullable: true }) hoursMin!: number | null;
  @Field(() => Float, { nullable: true }) hoursMax!: number | null;
  @Field(() => String, { nullable: true }) postcode4!: string | null;
  @Field(() => Int, { nullable: true }) maxTravelKm!: number | null;
  @Field(() => Int, { nullable: true }) workingLevel!: number | null;
  @Field(() => [String], { nullable: true }) drivingLicences!: string[] | null;
  @Field(() => Boolean, { nullable: true }) needsAdaptation!: boolean | null;
  @Field(() => Boolean, { nullable: true }) needsGuidance!: boolean | null;
  @Field(() => Boolean, { nullable: true }) inDoelgroepregister!: boolean | null;
  @Field(() => DayScalar, { nullable: true, description: 'First day on which this candidate can start; null for at once.' }) availableFrom!: string | null;
}

@InputType()
export class OccupationInput {
  @Field(() => String, { nullable: true, description: 'Code of the BO&C register, at most 10 characters.' }) code?: string | null;
  @Field(() => String, { description: 'At most 120 characters.' }) text!: string;
}

@InputType({ description: 'The whole profile: what is absent becomes unknown.' })
export class SaveCandidateInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int, { nullable: true, description: 'Version that was read; absent for the first profile of a client.' }) expectedVersion?: number | null;
  @Field(() => VisibilityEnum) visibility!: Visibility;
  @Field(() => String, { nullable: true, description: 'Day on which the client was told who sees this; needed beyond INTERNAL (AVG art. 13).' })
  informedOn?: string | null;
  @Field(() => [OccupationInput], { description: 'At most 10.' }) occupations!: OccupationInput[];
  @Field(() => Float, { nullable: true, description: 'Hours a week, in quarters, at most 40.' }) hoursMin?: number | null;
  @Field(() => Float, { nullable: true }) hoursMax?: number | null;
  @Field(() => String, { nullable: true, description: 'Four digits.' }) postcode4?: string | null;
  @Field(() => Int, { nullable: true, description: '0 to 150.' }) maxTravelKm?: number | null;
  @Field(() => Int, { nullable: true, description: 'VUM werk- en denkniveau, 1 (no basic education) to 6 (university).' }) workingLevel?: number | null;
  @Field(() => [String], { nullable: true, description: 'Categories, e.g. `B`, `C1`.' }) drivingLicences?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'The workplace needs adapting.' }) needsAdaptation?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Guidance at work is needed.' }) needsGuidance?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Calendar day.' }) availableFrom?: string | null;
}

@InputType()
export class WithdrawCandidateInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
}

@ObjectType({ description: 'Somebody else changed the profile since you read it. Read it again, then save with `currentVersion`.' })
@Directive('@shareable')
export class CandidateVersionConflict {
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'This client has no profile that is open; nothing was changed.' })
@Directive('@shareable')
export class NoCandidate {
  @Field(() => ID) clientId!: string;
}
