import { Guard, maskBsn, parseBsn, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { checkArguments } from '../input.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ParticipantType } from '../participants/participant.types.ts';
import { correctWswWorker } from './correct-wsw-worker.ts';
import { nuoVault } from './nuo-vault.ts';
import { recordResidence } from './record-residence.ts';
import { registerWswWorker } from './register-wsw-worker.ts';
import type { WswWorker } from './wsw-worker.entity.ts';
import { keepWswWorkers, viewWswWorkers } from './wsw-worker.policy.ts';
import { loadWswWorker, residencesOf, workerByBsn } from './wsw-worker.store.ts';
import * as types from './wsw-worker.types.ts';

@Resolver(() => types.WswWorkerType)
class WswWorkerResolver {
  @Guard(viewWswWorkers)
  @FieldResolver(() => String, { nullable: true, description: 'Masked: `*****0019`.' })
  bsn(@Root() row: WswWorker): string | null {
    return row.bsnCipher === null ? null : maskBsn(nuoVault.open(row.id, row.bsnCipher));
  }

  @FieldResolver(() => [types.ResidenceType], { description: 'Where they lived, as known now, oldest first.' })
  residences(@Ctx() ctx: RequestContext, @Root() row: WswWorker): Promise<unknown[]> {
    return residencesOf(ctx, row.id);
  }
}

@Resolver(() => ParticipantType)
class ParticipantWswWorkerResolver {
  @Guard(viewWswWorkers)
  @FieldResolver(() => types.WswWorkerType, { nullable: true, description: 'Null of who is not of the Wsw.' })
  wswWorker(@Ctx() ctx: RequestContext, @Root() row: Participant): Promise<unknown> {
    return loadWswWorker(ctx, row.id);
  }

  @Guard(viewWswWorkers)
  @Query(() => ParticipantType, { nullable: true, description: 'The Wsw worker with this BSN; send it as a variable.' })
  async wswWorkerByBsn(@Ctx() ctx: RequestContext, @Arg('bsn', () => String) bsn: string): Promise<unknown> {
    const checking = checkArguments('bsn');
    const parsed = checking.required([], bsn, parseBsn);
    checking.done();
    const found = await workerByBsn(ctx.db.read, parsed);
    return found && loadParticipant(ctx, found.id);
  }
}

@Resolver(() => types.WswWorkerRegistered)
class WswWorkerRegisteredResolver {
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() answer: types.WswWorkerRegistered): Promise<unknown> {
    return loadParticipant(ctx, answer.participantId);
  }
}

@Resolver(() => types.WswWorkerCorrected)
class WswWorkerCorrectedResolver {
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() answer: types.WswWorkerCorrected): Promise<unknown> {
    return loadParticipant(ctx, answer.participantId);
  }
}

@Resolver(() => types.BsnOfAnother)
class BsnOfAnotherResolver {
  @FieldResolver(() => ParticipantType, { nullable: true, description: 'Who has it.' })
  participant(@Ctx() ctx: RequestContext, @Root() answer: types.BsnOfAnother): Promise<unknown> {
    return loadParticipant(ctx, answer.participantId);
  }
}

@Resolver(() => types.ResidenceRecorded)
class ResidenceRecordedResolver {
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() answer: types.ResidenceRecorded): Promise<unknown> {
    return loadParticipant(ctx, answer.participantId);
  }
}

@Resolver(() => NuoCommands)
class WswWorkerCommandsResolver {
  @Guard(keepWswWorkers)
  @FieldResolver(() => types.RegisterWswWorkerResult, { description: 'Registers a Wsw worker with a sealed BSN; the same person twice is one.' })
  registerWswWorker(@Ctx() ctx: RequestContext, @Arg('input', () => types.RegisterWswWorkerInput) input: types.RegisterWswWorkerInput): Promise<unknown> {
    return registerWswWorker(ctx, input);
  }
  @Guard(keepWswWorkers)
  @FieldResolver(() => types.CorrectWswWorkerResult, { description: 'Corrects the Wsw data of a worker (AVG art. 16).' })
  correctWswWorker(@Ctx() ctx: RequestContext, @Arg('input', () => types.CorrectWswWorkerInput) input: types.CorrectWswWorkerInput): Promise<unknown> {
    return correctWswWorker(ctx, input);
  }
  @Guard(keepWswWorkers)
  @FieldResolver(() => types.RecordResidenceResult, { description: 'Where a worker lives from a day on; who pays, is responsible or employs is not touched.' })
  recordResidence(@Ctx() ctx: RequestContext, @Arg('input', () => types.RecordResidenceInput) input: types.RecordResidenceInput): Promise<unknown> {
    return recordResidence(ctx, input);
  }
}

export const wswWorkerResolvers = [
  WswWorkerResolver,
  ParticipantWswWorkerResolver,
  WswWorkerRegisteredResolver,
  WswWorkerCorrectedResolver,
  BsnOfAnotherResolver,
  ResidenceRecordedResolver,
  WswWorkerCommandsResolver,
];
