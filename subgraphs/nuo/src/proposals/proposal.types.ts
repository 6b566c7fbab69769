import { InstantScalar, MunicipalityCodeScalar, PageInfo } from '@werkplein/kernel';
import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ProposalStatus } from './proposal.rules.ts';

export const ProposalStatusEnum: Record<ProposalStatus, ProposalStatus> = {
  PREPARED: 'PREPARED',
  PROPOSED: 'PROPOSED',
  INTERVIEW: 'INTERVIEW',
  TRIAL: 'TRIAL',
  PLACED: 'PLACED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
};
registerEnumType(ProposalStatusEnum, {
  name: 'ProposalStatus',
  description: 'voorbereid, voorgedragen, gesprek, proefplaatsing, geplaatst, afgewezen, ingetrokken.',
});

@ObjectType('Candidate')
@Directive('@interfaceObject')
@Directive('@key(fields: "id")')
export class CandidateType {
  @Field(() => ID) id!: string;
}

@ObjectType('Proposal', { description: 'A candidate proposed to an employer (voordracht).' })
@Directive('@key(fields: "id")')
export class ProposalType {
  @Field(() => ID) id!: string;
  @Field(() => MunicipalityCodeScalar, { description: "The candidate's municipality." }) municipality!: string;
  @Field(() => ProposalStatusEnum) status!: ProposalStatus;
  @Field(() => String, { nullable: true, description: 'Why it was rejected or withdrawn.' }) reason!: string | null;
  @Field(() => InstantScalar) proposedAt!: Date;
  @Field(() => InstantScalar) changedAt!: Date;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a change.' }) version!: number;
}

@ObjectType({ description: 'Latest first; only those that you may see.' })
export class ProposalConnection {
  @Field(() => [ProposalType]) nodes!: ProposalType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType({ description: 'How many proposals of one municipality are open at an employer.' })
export class ProposalCount {
  @Field(() => MunicipalityCodeScalar) municipality!: string;
  @Field(() => Int) count!: number;
}

@InputType()
export class ProposeCandidateInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) candidateId!: string;
  @Field(() => ID, { nullable: true, description: 'The vacancy; else `employerId`, for an open application.' }) vacancyId?: string | null;
  @Field(() => ID, { nullable: true }) employerId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Prepare it only: the employer has not heard of it.' }) prepare?: boolean | null;
}

@InputType()
export class ChangeProposalInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) proposalId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ProposalStatusEnum) to!: ProposalStatus;
  @Field(() => String, { nullable: true, description: 'Needed to reject or withdraw; at most 300 characters.' }) reason?: string | null;
}

@ObjectType({ description: 'The candidate is proposed.' })
export class CandidateProposed {
  readonly __typename!: 'CandidateProposed';
  proposalId!: string;
}

@ObjectType({ description: 'This candidate has an open proposal at this employer already (K5); nothing was written. Go on with that one.' })
export class CandidateAlreadyProposed {
  readonly __typename!: 'CandidateAlreadyProposed';
  proposalId!: string;
}

@ObjectType({ description: 'The vacancy takes nobody: it is not open, or all places are filled.' })
export class VacancyNotOpen {
  readonly __typename!: 'VacancyNotOpen';
  vacancyId!: string;
}

@ObjectType({ description: 'The proposal as changed.' })
export class ProposalChanged {
  readonly __typename!: 'ProposalChanged';
  proposalId!: string;
}

@ObjectType({ description: 'Somebody changed it since you read it. Read it again.' })
export class ProposalVersionConflict {
  readonly __typename!: 'ProposalVersionConflict';
  proposalId!: string;
}

@ObjectType({ description: 'From its state the proposal cannot go there; `allowed` says where it can.' })
export class ProposalTransitionRefused {
  readonly __typename!: 'ProposalTransitionRefused';
  proposalId!: string;
  @Field(() => ProposalStatusEnum) from!: ProposalStatus;
  @Field(() => [ProposalStatusEnum]) allowed!: readonly ProposalStatus[];
}

const byTypename = (value: { __typename: string }): string => value.__typename;
export const ProposeCandidateResult = createUnionType({
  name: 'ProposeCandidateResult',
  types: () => [CandidateProposed, CandidateAlreadyProposed, VacancyNotOpen] as const,
  resolveType: byTypename,
});
export const ChangeProposalResult = createUnionType({
  name: 'ChangeProposalResult',
  types: () => [ProposalChanged, ProposalVersionConflict, ProposalTransitionRefused, VacancyNotOpen] as const,
  resolveType: byTypename,
});
