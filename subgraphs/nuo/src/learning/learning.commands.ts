import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { changeLearningLine, endLearningLine } from './change-learning-line.ts';
import { runLearning } from './learning.policy.ts';
import * as types from './learning.types.ts';
import { recordPracticeCertificate } from './record-practice-certificate.ts';
import { startLearningLine } from './start-learning-line.ts';
import { achieveLearningStep, changeLearningStep, planLearningStep, startLearningStep, stopLearningStep } from './take-learning-step.ts';
import { writeLearningNote } from './write-learning-note.ts';

@Resolver(() => NuoCommands)
export class LearningCommandsResolver {
  @Guard(runLearning)
  @FieldResolver(() => types.StartLearningLineResult)
  startLearningLine(@Ctx() ctx: RequestContext, @Arg('input', () => types.StartLearningLineInput) input: types.StartLearningLineInput): Promise<unknown> {
    return startLearningLine(ctx, input);
  }

  @Guard(runLearning)
  @FieldResolver(() => types.LearningLineResult)
  changeLearningLine(@Ctx() ctx: RequestContext, @Arg('input', () => types.ChangeLearningLineInput) input: types.ChangeLearningLineInput): Promise<unknown> {
    return changeLearningLine(ctx, input);
  }

  @Guard(runLearning)
  @FieldResolver(() => types.LearningLineResult, { description: 'Ends the line; steps that were not achieved stop with it.' })
  endLearningLine(@Ctx() ctx: RequestContext, @Arg('input', () => types.EndLearningLineInput) input: types.EndLearningLineInput): Promise<unknown> {
    return endLearningLine(ctx, input);
  }

  @Guard(runLearning)
  @FieldResolver(() => types.PlanLearningStepResult, { description: 'Adds a step at the end of the line.' })
  planLearningStep(@Ctx() ctx: RequestContext, @Arg('input', () => types.PlanLearningStepInput) input: types.PlanLearningStepInput): Promise<unknown> {
    return planLearningStep(ctx, input);
  }

  @Guard(runLearning)
  @FieldResolver(() => types.LearningStepResult)
  changeLearningStep(@Ctx() ctx: RequestContext, @Arg('input', () => types.ChangeLearningStepInput) input: types.ChangeLearningStepInput): Promise<unknown> {
    return changeLearningStep(ctx, input);
  }

  @Guard(runLearning)
  @FieldResolver(() => types.LearningStepResult)
  startLearningStep(@Ctx() ctx: RequestContext, @Arg('input', () => types.LearningStepDayInput) input: types.LearningStepDayInput): Promise<unknown> {
    return startLearningStep(ctx, input);
  }

  @Guard(runLearning)
  @FieldResolver(() => types.LearningStepResult)
  achieveLearningStep(@Ctx() ctx: RequestContext, @Arg('input', () => types.LearningStepDayInput) input: types.LearningStepDayInput): Promise<unknown> {
    return achieveLearningStep(ctx, input);
  }

  @Guard(runLearning)
  @FieldResolver(() => types.LearningStepResult)
  stopLearningStep(@Ctx() ctx: RequestContext, @Arg('input', () => types.StopLearningStepInput) input: types.StopLearningStepInput): Promise<unknown> {
    return stopLearningStep(ctx, input);
  }

  @Guard(runLearning)
  @FieldResolver(() => types.RecordPracticeCertificateResult, { description: 'Records a praktijkverklaring for a step that was achieved.' })
  recordPracticeCertificate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => types.RecordPracticeCertificateInput) input: types.RecordPracticeCertificateInput,
  ): Promise<unknown> {
    return recordPracticeCertificate(ctx, input);
  }

  @Guard(runLearning)
  @FieldResolver(() => types.LearningLineChanged, { description: 'Writes a note that only uitvoering sees.' })
  writeLearningNote(@Ctx() ctx: RequestContext, @Arg('input', () => types.WriteLearningNoteInput) input: types.WriteLearningNoteInput): Promise<unknown> {
    return writeLearningNote(ctx, input);
  }
}
