import { MunicipalityCodeScalar } from '@werkplein/kernel';
import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

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
  @Field(() => MunicipalityCodeScalar) municipality!: string;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a correction.' }) version!: number;
}

@InputType()
export class RegisterParticipantInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { nullable: true, description: 'The client of a Werkplein; without it, someone of the NUO itself or of another organisation.' }) clientId?:
    | string
    | null;
  @Field(() => String, { description: 'MunicipalityCode.' }) municipality!: string;
  @Field(() => String, { nullable: true, description: 'Only of Wsw employees; never of a client.' }) name?: string | null;
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
