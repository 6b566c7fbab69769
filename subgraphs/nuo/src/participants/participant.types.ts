import { MunicipalityCodeScalar } from '@werkplein/kernel';
import { createUnionType, Directive, Field, ID, InputType, ObjectType } from 'type-graphql';

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
