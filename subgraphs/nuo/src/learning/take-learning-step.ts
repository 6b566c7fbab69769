import {
  badInput,
  fault,
  localDay,
  mayDo,
  type Outcome,
  parseDay,
  parseText,
  type RequestContext,
  runCommand,
  type StepRefused,
  stepRefused,
  type WriteTx,
} from '@werkplein/kernel';
import { keepingLearning } from '../activities.ts';
import type { EventType } from '../events/event.catalogue.ts';
import { publish } from '../events/publish.ts';
import { checkInput, type InputCheck } from '../input.ts';
import { Placement } from '../placements/placement.entity.ts';
import { type LearningLine, LearningStep } from './learning.entity.ts';
import { learningStepMachine, type LearningStepStep } from './learning.machine.ts';
import { runLearning } from './learning.policy.ts';
import { lockLine } from './learning.store.ts';
import type {
  ChangeLearningStepInput,
  LearningLineEnded,
  LearningStepChanged,
  LearningStepDayInput,
  LearningStepFactsInput,
  LearningVersionConflict,
  PlanLearningStepInput,
  StopLearningStepInput,
} from './learning.types.ts';

export type StepAnswer = LearningStepChanged | StepRefused | LearningVersionConflict;

const outcomeOf = <A>({ id, participantId }: LearningLine, answer: A): Outcome<A> => ({ answer, subjectIds: [id, participantId], persons: [participantId] });

/** One step of a learning step: which one, from which state and version is the same for all; `change` says what it writes, or answers instead. */
export const takeLearningStep = <A extends { __typename: string } = never>(
  ctx: RequestContext,
  [command, step, event]: readonly [command: string, step: LearningStepStep, event: EventType],
  input: { requestId: string; stepId: string; expectedVersion: number },
  change: (tx: WriteTx, row: LearningStep, line: LearningLine) => Promise<Partial<LearningStep> | { instead: A }>,
): Promise<StepAnswer | A> => {
  const effect = async (tx: WriteTx): Promise<Outcome<StepAnswer | A>> => {
    const seen = await tx.em.findOneBy(LearningStep, { id: input.stepId });
    if (!seen) throw fault('NOT_FOUND');
    const line = await lockLine(tx, seen.lineId);
    // Read again: while this waited for the line another command may have taken the step.
    const row = await tx.em.findOneByOrFail(LearningStep, { id: seen.id });
    const refused = stepRefused(learningStepMachine, row.status, step, () => mayDo(ctx.principal, runLearning, ctx.home));
    if (refused) return outcomeOf(line, refused);
    if (row.version !== input.expectedVersion) return outcomeOf(line, { __typename: 'LearningVersionConflict', learningLineId: line.id });
    const changes = await change(tx, row, line);
    if ('instead' in changes) return outcomeOf(line, changes.instead);
    const { to } = learningStepMachine.steps[step];
    await tx.em.update(LearningStep, { id: row.id }, { ...changes, ...(to !== 'SAME' && { status: to }), changedAt: ctx.clock(), version: row.version + 1 });
    await publish(tx, ctx, event, line.id, null, [row.id]);
    return outcomeOf(line, { __typename: 'LearningStepChanged', learningLineId: line.id, stepId: row.id });
  };
  return runCommand<StepAnswer | A>(ctx, command, input, effect, keepingLearning);
};

const stepFacts = (checking: InputCheck, input: LearningStepFactsInput): Pick<LearningStep, 'module' | 'workKind' | 'goal' | 'placementId'> => ({
  module: checking.required('module', input.module, (text) => parseText(text, { max: 120 })),
  workKind: checking.required('workKind', input.workKind, (text) => parseText(text, { max: 120 })),
  goal: checking.required('goal', input.goal, (text) => parseText(text, { max: 500 })),
  placementId: input.placementId ?? null,
});

const demandPlacement = async ({ em }: WriteTx, { participantId }: LearningLine, placementId: string | null): Promise<void> => {
  if (placementId !== null && !(await em.existsBy(Placement, { id: placementId, participantId })))
    throw badInput([{ path: ['input', 'placementId'], message: 'Deze plaatsing is niet van deze deelnemer.' }]);
};

/** A step at the end of the line. */
export const planLearningStep = (ctx: RequestContext, input: PlanLearningStepInput): Promise<LearningStepChanged | LearningLineEnded> => {
  const checking = checkInput();
  const facts = stepFacts(checking, input);
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<LearningStepChanged | LearningLineEnded>> => {
    const line = await lockLine(tx, input.learningLineId);
    if (line.endedOn !== null) return outcomeOf(line, { __typename: 'LearningLineEnded', learningLineId: line.id });
    await demandPlacement(tx, line, facts.placementId);
    const id = ctx.newId();
    const position = (await tx.em.countBy(LearningStep, { lineId: line.id })) + 1;
    const begun = { startedOn: null, finishedOn: null, stopReason: null, changedAt: ctx.clock(), version: 1 };
    await tx.em.insert(LearningStep, { ...facts, ...begun, id, lineId: line.id, position, status: 'PLANNED' });
    await publish(tx, ctx, 'LearningStepPlanned', line.id, null, [id]);
    return outcomeOf(line, { __typename: 'LearningStepChanged', learningLineId: line.id, stepId: id });
  };
  return runCommand<LearningStepChanged | LearningLineEnded>(ctx, 'LearningStepPlan', input, effect, keepingLearning);
};

export const changeLearningStep = (ctx: RequestContext, input: ChangeLearningStepInput): Promise<StepAnswer> => {
  const checking = checkInput();
  const facts = stepFacts(checking, input);
  checking.done();
  return takeLearningStep(ctx, ['LearningStepChange', 'change', 'LearningStepChanged'], input, async (tx, _, line) => {
    await demandPlacement(tx, line, facts.placementId);
    return facts;
  });
};

const dayOf = (ctx: RequestContext, checking: InputCheck, on: string): string => {
  const day = checking.required('on', on, parseDay);
  if (day > localDay(ctx.clock())) checking.problem('on', 'Deze dag is nog niet geweest.');
  return day;
};

const notBefore = (day: string, first: string): void => {
  if (day < first) throw badInput([{ path: ['input', 'on'], message: `Deze dag ligt voor ${first}.` }]);
};

export const startLearningStep = (ctx: RequestContext, input: LearningStepDayInput): Promise<StepAnswer> => {
  const checking = checkInput();
  const startedOn = dayOf(ctx, checking, input.on);
  checking.done();
  return takeLearningStep(ctx, ['LearningStepStart', 'start', 'LearningStepStarted'], input, async (_tx, _row, line) => {
    notBefore(startedOn, line.startsOn);
    return { startedOn };
  });
};

export const achieveLearningStep = (ctx: RequestContext, input: LearningStepDayInput): Promise<StepAnswer> => {
  const checking = checkInput();
  const finishedOn = dayOf(ctx, checking, input.on);
  checking.done();
  return takeLearningStep(ctx, ['LearningStepAchieve', 'achieve', 'LearningStepAchieved'], input, async (_, row) => {
    notBefore(finishedOn, row.startedOn as string);
    return { finishedOn };
  });
};

export const stopLearningStep = (ctx: RequestContext, input: StopLearningStepInput): Promise<StepAnswer> => {
  const checking = checkInput();
  const finishedOn = dayOf(ctx, checking, input.on);
  const stopReason = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  return takeLearningStep(ctx, ['LearningStepStop', 'stop', 'LearningStepStopped'], input, async (_, row, line) => {
    notBefore(finishedOn, row.startedOn ?? line.startsOn);
    return { finishedOn, stopReason };
  });
};
