import { badInput, dayText, localDay, type Outcome, parseDay, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { keepingLearning } from '../activities.ts';
import type { EventType } from '../events/event.catalogue.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { LearningLine, LearningStep } from './learning.entity.ts';
import { lockLine, openSteps } from './learning.store.ts';
import type { ChangeLearningLineInput, EndLearningLineInput, LearningLineChanged, LearningLineEnded, LearningVersionConflict } from './learning.types.ts';

type Answer = LearningLineChanged | LearningLineEnded | LearningVersionConflict;

/** A change of the line itself: only while it is open, and of the version that the caller saw. */
const changing = (
  ctx: RequestContext,
  [command, event]: readonly [command: string, event: EventType],
  input: { requestId: string; learningLineId: string; expectedVersion: number },
  change: (tx: WriteTx, line: LearningLine) => Promise<Partial<LearningLine>>,
): Promise<Answer> => {
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const line = await lockLine(tx, input.learningLineId);
    const answering = (__typename: Answer['__typename']) => ({
      answer: { __typename, learningLineId: line.id } as Answer,
      subjectIds: [line.id, line.participantId],
      persons: [line.participantId],
    });
    if (line.endedOn !== null) return answering('LearningLineEnded');
    if (line.version !== input.expectedVersion) return answering('LearningVersionConflict');
    await tx.em.update(LearningLine, { id: line.id }, { ...(await change(tx, line)), version: line.version + 1 });
    await publish(tx, ctx, event, line.id, null);
    return answering('LearningLineChanged');
  };
  return runCommand(ctx, command, input, effect, keepingLearning);
};

const beforeStart = (path: string, startsOn: string) => badInput([{ path: ['input', path], message: `De leerwerklijn begon op ${dayText(startsOn)}.` }]);

export const changeLearningLine = (ctx: RequestContext, input: ChangeLearningLineInput): Promise<Answer> => {
  const checking = checkInput();
  const goal = checking.required('goal', input.goal, (text) => parseText(text, { max: 500 }));
  const expectedEndOn = checking.optional('expectedEndOn', input.expectedEndOn, parseDay);
  checking.done();
  return changing(ctx, ['LearningLineChange', 'LearningLineChanged'], input, async (_, line) => {
    if (expectedEndOn !== null && expectedEndOn < line.startsOn) throw beforeStart('expectedEndOn', line.startsOn);
    return { goal, expectedEndOn };
  });
};

/** Ends the line; steps that were not achieved stop with it. */
export const endLearningLine = (ctx: RequestContext, input: EndLearningLineInput): Promise<Answer> => {
  const checking = checkInput();
  const endedOn = checking.required('endedOn', input.endedOn, parseDay);
  if (endedOn > localDay(ctx.clock())) checking.problem('endedOn', 'Deze dag is nog niet geweest.');
  const endReason = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  return changing(ctx, ['LearningLineEnd', 'LearningLineEnded'], input, async (tx, line) => {
    if (endedOn < line.startsOn) throw beforeStart('endedOn', line.startsOn);
    const stopped = (await openSteps(tx, line.id)).map(({ id }) => id);
    const stop = { status: 'STOPPED' as const, finishedOn: endedOn, stopReason: endReason, changedAt: ctx.clock(), version: () => 'version + 1' };
    if (stopped.length > 0) await tx.em.update(LearningStep, { id: In(stopped) }, stop);
    return { endedOn, endReason, openParticipantId: null };
  });
};
