import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { correctParticipant } from './correct-participant.ts';
import type { Participant } from './participant.entity.ts';
import { correctParticipants, reaches, registerParticipants, viewClientReferences, viewParticipantNames, viewParticipants } from './participant.policy.ts';
import { loadParticipant } from './participant.store.ts';
import * as types from './participant.types.ts';
import { registerParticipant } from './register-participant.ts';

@Resolver(() => types.ParticipantType)
export class ParticipantResolver {
  @Guard(viewParticipants)
  @Query(() => types.ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadParticipant(ctx, id);
  }

  @Guard(viewParticipantNames)
  @FieldResolver(() => String, { nullable: true, description: 'Of Wsw employees only.' })
  name(@Root() row: Participant): string | null {
    return row.name;
  }

  @Guard(viewClientReferences)
  @FieldResolver(() => types.ClientType, { nullable: true })
  client(@Ctx() ctx: RequestContext, @Root() row: Participant): types.ClientType | null {
    return row.clientId !== null && reaches(ctx, viewClientReferences, row.municipality) ? { id: row.clientId } : null;
  }
}

@Resolver(() => NuoCommands)
export class ParticipantCommandsResolver {
  @Guard(registerParticipants)
  @FieldResolver(() => types.RegisterParticipantResult)
  registerParticipant(@Ctx() ctx: RequestContext, @Arg('input', () => types.RegisterParticipantInput) input: types.RegisterParticipantInput): Promise<unknown> {
    return registerParticipant(ctx, input);
  }

  @Guard(correctParticipants)
  @FieldResolver(() => types.CorrectParticipantResult, { description: 'Corrects the name or municipality of someone of the NUO itself (AVG art. 16).' })
  correctParticipant(@Ctx() ctx: RequestContext, @Arg('input', () => types.CorrectParticipantInput) input: types.CorrectParticipantInput): Promise<unknown> {
    return correctParticipant(ctx, input);
  }
}

@Resolver(() => types.ParticipantRegistered)
export class ParticipantRegisteredResolver {
  @FieldResolver(() => types.ParticipantType)
  participant(@Ctx() ctx: RequestContext, @Root() answer: types.ParticipantRegistered): Promise<unknown> {
    return loadParticipant(ctx, answer.participantId);
  }
}

@Resolver(() => types.ParticipantCorrected)
export class ParticipantCorrectedResolver {
  @FieldResolver(() => types.ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() answer: types.ParticipantCorrected): Promise<unknown> {
    return loadParticipant(ctx, answer.participantId);
  }
}

export const participantResolvers = [ParticipantResolver, ParticipantCommandsResolver, ParticipantRegisteredResolver, ParticipantCorrectedResolver];
