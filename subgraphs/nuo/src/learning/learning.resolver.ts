import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { viewEmployers } from '../employers/employer.policy.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { viewParticipants } from '../participants/participant.policy.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ClientType, ParticipantType } from '../participants/participant.types.ts';
import { loadPlacement } from '../placements/placement.store.ts';
import { PlacementType } from '../placements/placement.types.ts';
import type { LearningLine, LearningStep } from './learning.entity.ts';
import { allLearningLines } from './learning.lists.ts';
import { viewLearning, viewLearningNotes } from './learning.policy.ts';
import { certificatesOf, learningLineOf, loadLearningLine, notesOf, stepsOf } from './learning.store.ts';
import * as types from './learning.types.ts';

@Resolver(() => types.LearningLineType)
export class LearningLineResolver {
  @Guard(viewLearning)
  @Query(() => types.LearningLineType, { nullable: true })
  learningLine(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadLearningLine(ctx, id);
  }

  @Guard(viewLearning)
  @Query(() => types.LearningLineConnection, { nullable: true, description: 'Lines of people for whom the caller works, latest start first.' })
  learningLines(@Ctx() ctx: RequestContext, @Args(() => types.LearningLinesArgs) args: types.LearningLinesArgs): Promise<unknown> {
    return allLearningLines(ctx, args);
  }

  @Guard(viewParticipants)
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() row: LearningLine): Promise<unknown> {
    return loadParticipant(ctx, row.participantId);
  }

  @FieldResolver(() => types.LearningProgress)
  async progress(@Ctx() ctx: RequestContext, @Root() row: LearningLine): Promise<types.LearningProgress> {
    const count = (steps: LearningStep[], wanted: LearningStep['status']): number => steps.filter(({ status }) => status === wanted).length;
    const steps = await stepsOf(ctx, row.id);
    return { planned: count(steps, 'PLANNED'), busy: count(steps, 'BUSY'), achieved: count(steps, 'ACHIEVED'), stopped: count(steps, 'STOPPED') };
  }

  @FieldResolver(() => [types.LearningStepType])
  steps(@Ctx() ctx: RequestContext, @Root() row: LearningLine): Promise<unknown> {
    return stepsOf(ctx, row.id);
  }

  @Guard(viewLearningNotes)
  @FieldResolver(() => [types.LearningNoteType], { nullable: true, description: 'Newest first; for uitvoering only.' })
  notes(@Ctx() ctx: RequestContext, @Root() row: LearningLine): Promise<unknown> {
    return notesOf(ctx, row.id);
  }

  @Guard(viewLearningNotes)
  @FieldResolver(() => String, { nullable: true, description: 'Why it ended; for uitvoering only.' })
  endReason(@Root() row: LearningLine): string | null {
    return row.endReason;
  }
}

@Resolver(() => types.LearningStepType)
export class LearningStepResolver {
  @FieldResolver(() => [types.PracticeCertificateType])
  certificates(@Ctx() ctx: RequestContext, @Root() row: LearningStep): Promise<unknown> {
    return certificatesOf(ctx, row.id);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => PlacementType, { nullable: true, description: 'Where it is learnt.' })
  placement(@Ctx() ctx: RequestContext, @Root() row: LearningStep): Promise<unknown> | null {
    return row.placementId === null ? null : loadPlacement(ctx, row.placementId);
  }

  @Guard(viewLearningNotes)
  @FieldResolver(() => String, { nullable: true, description: 'Why it was stopped; for uitvoering only.' })
  stopReason(@Root() row: LearningStep): string | null {
    return row.stopReason;
  }
}

const whose = 'The line that is open, else the one that ended last.';

@Resolver(() => ParticipantType)
export class ParticipantLearningResolver {
  @Guard(viewLearning)
  @FieldResolver(() => types.LearningLineType, { nullable: true, description: whose })
  learningLine(@Ctx() ctx: RequestContext, @Root() row: Participant): Promise<unknown> {
    return learningLineOf(ctx, 'participant', row.id);
  }
}

@Resolver(() => ClientType)
export class ClientLearningResolver {
  @Guard(viewLearning)
  @FieldResolver(() => types.LearningLineType, { nullable: true, description: whose })
  learningLine(@Ctx() ctx: RequestContext, @Root() client: ClientType): Promise<unknown> {
    return learningLineOf(ctx, 'client', client.id);
  }
}

/** Each answer shows its line as it is now. */
const showing = (answer: new () => { learningLineId: string }): Function => {
  @Resolver(() => answer)
  class AnswerResolver {
    @FieldResolver(() => types.LearningLineType, { nullable: true })
    learningLine(@Ctx() ctx: RequestContext, @Root() { learningLineId }: { learningLineId: string }): Promise<unknown> {
      return loadLearningLine(ctx, learningLineId);
    }
  }
  return AnswerResolver;
};

@Resolver(() => types.LearningStepChanged)
export class LearningStepChangedResolver {
  @FieldResolver(() => types.LearningStepType, { nullable: true })
  async step(@Ctx() ctx: RequestContext, @Root() { learningLineId, stepId }: types.LearningStepChanged): Promise<unknown> {
    return (await stepsOf(ctx, learningLineId)).find(({ id }) => id === stepId) ?? null;
  }
}

const answers = [types.LearningLineChanged, types.LearningLineOpen, types.LearningLineEnded, types.LearningVersionConflict, types.LearningStepChanged];
export const learningResolvers = [
  LearningLineResolver,
  LearningStepResolver,
  ParticipantLearningResolver,
  ClientLearningResolver,
  LearningStepChangedResolver,
  ...answers.map((answer) => showing(answer)),
];
