import { Guard, parseWhole, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { checkArguments } from '../input.ts';
import { PageArgs } from '../page-args.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { viewParticipants } from '../participants/participant.policy.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ParticipantType } from '../participants/participant.types.ts';
import { keepIndications, viewIndications } from './indication.policy.ts';
import { type DueReindications, indicationsOf, loadIndication, reindicationsDue } from './indication.store.ts';
import * as types from './indication.types.ts';
import { correctIndication } from './correct-indication.ts';
import { recordIndication } from './record-indication.ts';
import { recordReindicationRequest } from './record-reindication-request.ts';

@ArgsType()
class DueArgs extends PageArgs {
  @Field(() => Int, { defaultValue: 30, description: 'Days from today in which the request must be made; 0 to 366.' }) within!: number;
}

const DAYS_MAX = 366;

@Resolver(() => ParticipantType)
class ParticipantIndicationsResolver {
  @Guard(viewIndications)
  @FieldResolver(() => [types.IndicationType], { description: 'Wsw indications, the latest first.' })
  indications(@Ctx() ctx: RequestContext, @Root() row: Participant): Promise<unknown[]> {
    return indicationsOf(ctx, row.id);
  }
}

@Resolver(() => types.ReindicationDue)
class ReindicationsDueResolver {
  @Guard(viewIndications)
  @Query(() => types.ReindicationDueConnection, {
    description: 'Re-indications of people at work that must be asked of UWV; a Werkplein sees those for whom it is responsible.',
  })
  reindicationsDue(@Ctx() ctx: RequestContext, @Args(() => DueArgs) args: DueArgs): Promise<DueReindications> {
    const checking = checkArguments('within');
    checking.required([], args.within, parseWhole(0, DAYS_MAX));
    checking.done();
    return reindicationsDue(ctx, args);
  }

  @Guard(viewParticipants)
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() due: types.ReindicationDue): Promise<unknown> {
    return loadParticipant(ctx, due.participantId);
  }
}

@Resolver(() => types.IndicationRecorded)
class IndicationRecordedResolver {
  @FieldResolver(() => types.IndicationType, { nullable: true })
  indication(@Ctx() ctx: RequestContext, @Root() answer: types.IndicationRecorded): Promise<unknown> {
    return loadIndication(ctx, answer.indicationId);
  }
}

@Resolver(() => types.ReindicationRequestRecorded)
class ReindicationRequestRecordedResolver {
  @FieldResolver(() => types.IndicationType, { nullable: true })
  indication(@Ctx() ctx: RequestContext, @Root() answer: types.ReindicationRequestRecorded): Promise<unknown> {
    return loadIndication(ctx, answer.indicationId);
  }
}

@Resolver(() => types.NotAWswWorker)
class NotAWswWorkerResolver {
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() answer: types.NotAWswWorker): Promise<unknown> {
    return loadParticipant(ctx, answer.participantId);
  }
}

@Resolver(() => NuoCommands)
class IndicationCommandsResolver {
  @Guard(keepIndications)
  @FieldResolver(() => types.RecordIndicationResult, { description: 'Records a decision of UWV on a Wsw worker.' })
  recordIndication(@Ctx() ctx: RequestContext, @Arg('input', () => types.RecordIndicationInput) input: types.RecordIndicationInput): Promise<unknown> {
    return recordIndication(ctx, input);
  }
  @Guard(keepIndications)
  @FieldResolver(() => types.CorrectIndicationResult, { description: 'Corrects a decision that was recorded wrongly (AVG art. 16).' })
  correctIndication(@Ctx() ctx: RequestContext, @Arg('input', () => types.CorrectIndicationInput) input: types.CorrectIndicationInput): Promise<unknown> {
    return correctIndication(ctx, input);
  }
  @Guard(keepIndications)
  @FieldResolver(() => types.RecordReindicationRequestResult, { description: 'Records that UWV was asked for the next indication.' })
  recordReindicationRequest(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => types.RecordReindicationRequestInput) input: types.RecordReindicationRequestInput,
  ): Promise<unknown> {
    return recordReindicationRequest(ctx, input);
  }
}

export const indicationResolvers = [
  ParticipantIndicationsResolver,
  ReindicationsDueResolver,
  IndicationRecordedResolver,
  ReindicationRequestRecordedResolver,
  NotAWswWorkerResolver,
  IndicationCommandsResolver,
];
