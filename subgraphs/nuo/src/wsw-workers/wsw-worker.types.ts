import { DayScalar, MunicipalityCodeScalar } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { genders, type Gender } from './wsw-worker.rules.ts';

export const GenderEnum = Object.fromEntries(genders.map((gender) => [gender, gender])) as Record<Gender, Gender>;
registerEnumType(GenderEnum, { name: 'StatisticsGender', description: 'As the Wsw statistics ask it.' });

@ObjectType('WswWorker', { description: 'What the NUO holds of someone of the Wsw, beside the participant.' })
export class WswWorkerType {
  @Field(() => DayScalar, { nullable: true }) birthDate!: string | null;
  @Field(() => GenderEnum, { nullable: true }) gender!: Gender | null;
  @Field(() => Boolean, { description: 'Whether they had Wsw employment on the last day before the Wsw closed; without it there is none now.' })
  inClosingPopulation!: boolean;
  @Field(() => DayScalar, { nullable: true, description: 'When the first indication was asked for.' }) firstRequestedOn!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a correction.' }) version!: number;
}

@ObjectType('Residence', { description: 'In which municipality someone lived in a period, both days included.' })
export class ResidenceType {
  @Field(() => MunicipalityCodeScalar) municipality!: string;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validUntil!: string | null;
}

@InputType()
export class RegisterWswWorkerInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { nullable: true, description: 'A participant who is there already; without it one is registered.' }) participantId?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a new participant.' }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode: who answers for a new participant.' }) municipality?: string | null;
  @Field(() => String, { description: 'Nine digits; write-only: an answer shows it masked.' }) bsn!: string;
  @Field(() => String, { description: 'Date.' }) birthDate!: string;
  @Field(() => GenderEnum) gender!: Gender;
  @Field(() => Boolean, { description: 'Whether they had Wsw employment on 31 December 2014.' }) inClosingPopulation!: boolean;
  @Field(() => String, { nullable: true, description: 'Date: when the first indication was asked for.' }) firstRequestedOn?: string | null;
  @Field(() => String, { description: 'MunicipalityCode of where they live.' }) residence!: string;
  @Field(() => String, { description: 'Date from which they live there.' }) residesSince!: string;
}

@ObjectType({ description: 'The worker is there; `alreadyKnown` when somebody with this BSN was.' })
export class WswWorkerRegistered {
  readonly __typename!: 'WswWorkerRegistered';
  participantId!: string;
  @Field(() => Boolean) alreadyKnown!: boolean;
}

@ObjectType({ description: 'The Wsw takes in nobody since it closed: who had no Wsw employment on that day is no Wsw worker.' })
export class NoWswInflow {
  readonly __typename!: 'NoWswInflow';
  @Field(() => DayScalar) closedOn!: string;
  @Field(() => String) source!: string;
}

@ObjectType({ description: 'Somebody else at the NUO has this BSN. Look who it is; one of the two is mistaken, or they are one person.' })
export class BsnOfAnother {
  readonly __typename!: 'BsnOfAnother';
  participantId!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class CorrectWswWorkerInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Nine digits; write-only.' }) bsn?: string | null;
  @Field(() => String, { nullable: true, description: 'Date.' }) birthDate?: string | null;
  @Field(() => GenderEnum, { nullable: true }) gender?: Gender | null;
  @Field(() => String, { nullable: true, description: 'Date.' }) firstRequestedOn?: string | null;
}

@ObjectType()
export class WswWorkerCorrected {
  readonly __typename!: 'WswWorkerCorrected';
  participantId!: string;
}

@ObjectType({ description: 'Somebody changed it since you read it. Read it again, then send the command with `currentVersion`.' })
export class WswWorkerVersionConflict {
  readonly __typename!: 'WswWorkerVersionConflict';
  participantId!: string;
  @Field(() => Int) currentVersion!: number;
}

@InputType()
export class RecordResidenceInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) participantId!: string;
  @Field(() => String, { description: 'MunicipalityCode.' }) municipality!: string;
  @Field(() => String, { description: 'Date: the first day there; until a later move that is known.' }) from!: string;
}

@ObjectType()
export class ResidenceRecorded {
  readonly __typename!: 'ResidenceRecorded';
  participantId!: string;
}

const resolveType = (value: { __typename: string }): string => value.__typename;
export const RegisterWswWorkerResult = createUnionType({
  name: 'RegisterWswWorkerResult',
  types: () => [WswWorkerRegistered, NoWswInflow, BsnOfAnother] as const,
  resolveType,
});
export const CorrectWswWorkerResult = createUnionType({
  name: 'CorrectWswWorkerResult',
  types: () => [WswWorkerCorrected, WswWorkerVersionConflict, BsnOfAnother] as const,
  resolveType,
});
export const RecordResidenceResult = createUnionType({ name: 'RecordResidenceResult', types: () => [ResidenceRecorded] as const, resolveType });
