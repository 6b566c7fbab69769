import { badInput, type Outcome, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingLearning } from '../activities.ts';
import { checkInput } from '../input.ts';
import { LearningNote, LearningStep } from './learning.entity.ts';
import { lockLine } from './learning.store.ts';
import type { LearningLineChanged, WriteLearningNoteInput } from './learning.types.ts';

/** For uitvoering alone, also after the line has ended. */
export const writeLearningNote = (ctx: RequestContext, input: WriteLearningNoteInput): Promise<LearningLineChanged> => {
  const checking = checkInput();
  const text = checking.required('text', input.text, (value) => parseText(value, { max: 2000, multiline: true }));
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<LearningLineChanged>> => {
    const { id, participantId } = await lockLine(tx, input.learningLineId);
    const stepId = input.stepId ?? null;
    if (stepId !== null && !(await tx.em.existsBy(LearningStep, { id: stepId, lineId: id })))
      throw badInput([{ path: ['input', 'stepId'], message: 'Deze stap is niet van deze leerwerklijn.' }]);
    const { employeeId: authorId, displayName: authorName } = ctx.principal;
    await tx.em.insert(LearningNote, { id: ctx.newId(), lineId: id, stepId, text, authorId, authorName, writtenAt: ctx.clock() });
    return { answer: { __typename: 'LearningLineChanged', learningLineId: id }, subjectIds: [id, participantId], persons: [participantId] };
  };
  return runCommand(ctx, 'LearningNoteWrite', input, effect, keepingLearning);
};
