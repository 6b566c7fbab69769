import { Guard, MunicipalityCodeScalar, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { commissionerOf, UWV } from './commissioner.rules.ts';
import { correctParticipant } from './correct-participant.ts';
import { exitParticipant } from './exit-participant.ts';
import type { Participant } from './participant.entity.ts';
import { allParticipants } from './participant.lists.ts';
import { correctParticipants, reaches, registerParticipants, viewClientReferences, viewParticipantNames, viewParticipants } from './participant.policy.ts';
import { loadParticipant } from './participant.store.ts';
import * as types from './participant.types.ts';
import { registerParticipant } from './register-participant.ts';
import { type ParticipantStatus, statusOf } from './running-work.ts';

@Resolver(() => types.ParticipantType)
export class ParticipantResolver {
  @Guard(viewParticipants)
  @Query(() => types.ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadParticipant(ctx, id);
  }

  @Guard(viewParticipants)
  @Query(() => types.ParticipantConnection, { nullable: true, description: 'Participants that the caller may see, who was registered last first.' })
  participants(@Ctx() ctx: RequestContext, @Args(() => types.ParticipantsArgs) args: types.ParticipantsArgs): Promise<unknown> {
    return allParticipants(ctx, args);
  }

  @Guard(viewParticipantNames)
  @FieldResolver(() => String, { nullable: true, description: 'Of Wsw employees only.' })
  name(@Root() row: Participant): string | null {
    return row.name;
  }

  @FieldResolver(() => MunicipalityCodeScalar, { nullable: true, description: 'That answers for them; null for people of UWV.' })
  municipality(@Root() row: Participant): string | null {
    return row.municipality === UWV ? null : row.municipality;
  }

  @FieldResolver(() => types.Commissioner, { description: 'Who asks the NUO to work for them.' })
  commissioner(@Root() row: Participant): types.Commissioner {
    return { ...commissionerOf(row), reference: row.commissionerReference };
  }

  @FieldResolver(() => types.ParticipantStatusEnum)
  status(@Ctx() ctx: RequestContext, @Root() row: Participant): Promise<ParticipantStatus> {
    return statusOf(ctx, row);
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

  @Guard(registerParticipants)
  @FieldResolver(() => types.ExitParticipantResult, { description: 'The NUO does nothing for them any more; refused while something runs.' })
  exitParticipant(@Ctx() ctx: RequestContext, @Arg('input', () => types.ExitParticipantInput) input: types.ExitParticipantInput): Promise<unknown> {
    return exitParticipant(ctx, input);
  }
}

@Resolver(() => types.ParticipantRegistered)
export class ParticipantRegisteredResolver {
  @FieldResolver(() => types.ParticipantType)
  participant(@Ctx() ctx: RequestContext, @Root() answer: types.ParticipantRegistered): Promise<unknown> {
    return loadParticipant(ctx, answer.participantId);
  }
}

/** Each answer shows its participant as they are now. */
const showing = (answer: new () => { participantId: string }): Function => {
  @Resolver(() => answer)
  class AnswerResolver {
    @FieldResolver(() => types.ParticipantType, { nullable: true })
    participant(@Ctx() ctx: RequestContext, @Root() { participantId }: { participantId: string }): Promise<unknown> {
      return loadParticipant(ctx, participantId);
    }
  }
  return AnswerResolver;
};

export const participantResolvers = [
  ParticipantResolver,
  ParticipantCommandsResolver,
  ParticipantRegisteredResolver,
  ...[types.ParticipantCorrected, types.ParticipantExited, types.ParticipantStillActive].map(showing),
];
