import { DayScalar, MunicipalityCodeScalar, PageInfo } from '@werkplein/kernel';
import { ArgsType, createUnionType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../page-args.ts';
import { type CommissionerKind, commissionerKinds, type ThirdParty } from './commissioner.rules.ts';
import type { ParticipantArgs, ParticipantFilter } from './participant.lists.ts';
import type { ParticipantStatus } from './running-work.ts';

@ObjectType('Client')
@Directive('@interfaceObject')
@Directive('@key(fields: "id")')
export class ClientType {
  @Field(() => ID) id!: string;
}

@ObjectType('Participant', { description: 'A person for whom the NUO works: a client of a Werkplein, or someone of its own (Wsw).' })
@Directive('@key(fields: "id")')
export class ParticipantType {
  @Field(() => ID) id!: string;
  @Field(() => DayScalar) registeredOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day as a participant; null while they are one.' }) exitedOn!: string | null;
  @Field(() => String, { nullable: true }) exitReason!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a correction or an exit.' }) version!: number;
}

export const CommissionerKindEnum = Object.fromEntries(commissionerKinds.map((kind) => [kind, kind])) as Record<CommissionerKind, CommissionerKind>;
registerEnumType(CommissionerKindEnum, { name: 'CommissionerKind' });
export const ThirdPartyEnum: Record<ThirdParty, ThirdParty> = { UWV: 'UWV', OTHER_MUNICIPALITY: 'OTHER_MUNICIPALITY' };
registerEnumType(ThirdPartyEnum, { name: 'ThirdParty', description: 'A commissioner that has no Werkplein in this graph.' });
export const ParticipantStatusEnum: Record<ParticipantStatus, ParticipantStatus> = { REGISTERED: 'REGISTERED', ACTIVE: 'ACTIVE', EXITED: 'EXITED' };
registerEnumType(ParticipantStatusEnum, {
  name: 'ParticipantStatus',
  description: 'ACTIVE while something runs or is planned for them: an order, a placement, an employment; EXITED after their last day.',
});

@ObjectType({ description: 'Who asks the NUO to work for a person.' })
export class Commissioner {
  @Field(() => CommissionerKindEnum) kind!: CommissionerKind;
  @Field(() => String, { description: 'CBS code of a municipality, OIN of UWV.' }) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Number under which a third party knows the person.' }) reference!: string | null;
}

@ObjectType({ description: 'A page of participants.' })
export class ParticipantConnection {
  @Field(() => [ParticipantType]) nodes!: ParticipantType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType('ParticipantFilter')
export class ParticipantFilterInput implements ParticipantFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those for whom you are responsible today, or stand in.' }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those who have left, or only those who have not.' }) left?: boolean | null;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'Only those for whom this municipality answers.' }) municipality?: string | null;
  @Field(() => CommissionerKindEnum, { nullable: true, description: 'Only of this kind of commissioner.' }) commissioner?: CommissionerKind | null;
  @Field(() => String, { nullable: true, description: 'Number under which a third party knows the person.' }) reference?: string | null;
}

@ArgsType()
export class ParticipantsArgs extends PageArgs implements ParticipantArgs {
  @Field(() => ParticipantFilterInput, { nullable: true }) filter?: ParticipantFilterInput | null;
}

@InputType({ description: 'A third party, for a person of whom no Werkplein here has the regie.' })
export class CommissionerInput {
  @Field(() => ThirdPartyEnum) kind!: ThirdParty;
  @Field(() => String, { description: 'Oin of UWV, or MunicipalityCode.' }) code!: string;
  @Field(() => String, { description: 'Number under which it knows the person; never a BSN.' }) reference!: string;
}

@InputType()
export class RegisterParticipantInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { nullable: true, description: 'The client of a Werkplein; without it, someone of the NUO itself or of another organisation.' }) clientId?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode; left out with a commissioner, from whom it follows.' }) municipality?: string | null;
  @Field(() => CommissionerInput, { nullable: true, description: 'Of a person of UWV or of a municipality without a Werkplein here.' })
  commissioner?: CommissionerInput | null;
  @Field(() => String, { nullable: true, description: 'Of Wsw employees and of persons of a third party; never of a client.' }) name?: string | null;
}

@ObjectType({ description: 'The participant is there; `alreadyKnown` when the client was registered before.' })
export class ParticipantRegistered {
  readonly __typename!: 'ParticipantRegistered';
  participantId!: string;
  @Field(() => Boolean) alreadyKnown!: boolean;
}

export const RegisterParticipantResult = createUnionType({
  name: 'RegisterParticipantResult',
  types: () => [ParticipantRegistered] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});

@InputType({ description: 'What is left out stays as it is.' })
export class CorrectParticipantInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode; the placements of the person get it too.' }) municipality?: string | null;
}

@ObjectType({ description: 'The participant as corrected.' })
export class ParticipantCorrected {
  readonly __typename!: 'ParticipantCorrected';
  participantId!: string;
  @Field(() => Int, { description: 'Placements that got the right municipality.' }) placements!: number;
}

@ObjectType({ description: 'Somebody changed it since you read it. Read it again.' })
export class ParticipantVersionConflict {
  readonly __typename!: 'ParticipantVersionConflict';
  participantId!: string;
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'A client of a Werkplein: the NUO holds no name, and the municipality follows from the client. Ask that Werkplein.' })
export class ParticipantIsClient {
  readonly __typename!: 'ParticipantIsClient';
  participantId!: string;
  @Field(() => MunicipalityCodeScalar) municipality!: string;
}

export const CorrectParticipantResult = createUnionType({
  name: 'CorrectParticipantResult',
  types: () => [ParticipantCorrected, ParticipantVersionConflict, ParticipantIsClient] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});

@InputType()
export class ExitParticipantInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Date: their last day, not in the future; left out, today.' }) exitedOn?: string | null;
  @Field(() => String) reason!: string;
}

@ObjectType({ description: 'They are a participant no longer; nobody answers for them any more. A next order makes them one again.' })
export class ParticipantExited {
  readonly __typename!: 'ParticipantExited';
  participantId!: string;
}

@ObjectType({ description: 'Something still runs or is planned for them. End it first.' })
export class ParticipantStillActive {
  readonly __typename!: 'ParticipantStillActive';
  participantId!: string;
  @Field(() => [ID], { description: 'Ids of what runs, such as service orders and placements.' }) runningIds!: string[];
}

export const ExitParticipantResult = createUnionType({
  name: 'ExitParticipantResult',
  types: () => [ParticipantExited, ParticipantStillActive, ParticipantVersionConflict] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
