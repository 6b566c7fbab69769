import { badInput, type Outcome, parseDay, parseText, type Problem, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingLearning } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { lockOrder, mayProposeUnder } from '../orders/index.ts';
import { Participant } from '../participants/participant.entity.ts';
import { LearningLine } from './learning.entity.ts';
import type { LearningLineChanged, LearningLineOpen, StartLearningLineInput } from './learning.types.ts';

type Answer = LearningLineChanged | LearningLineOpen;

/** The participant is held: of two lines at once one opens. Then the order, in the order of locks of the whole NUO. */
const demandRows = async (tx: WriteTx, input: StartLearningLineInput): Promise<void> => {
  const lock = tx.dialect === 'mariadb' ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const problems: Problem[] = [];
  if (!(await tx.em.findOne(Participant, { where: { id: input.participantId }, ...lock })))
    problems.push({ path: ['input', 'participantId'], message: 'Deze deelnemer bestaat niet.' });
  const order = input.serviceOrderId ? await lockOrder(tx, input.serviceOrderId) : null;
  if (input.serviceOrderId && (!order || order.participantId !== input.participantId || order.service !== 'LEARNING_LINE' || !mayProposeUnder(order)))
    problems.push({ path: ['input', 'serviceOrderId'], message: 'Dit is geen opdracht voor een leerwerklijn van deze deelnemer die in uitvoering is.' });
  if (problems.length > 0) throw badInput(problems);
};

export const startLearningLine = (ctx: RequestContext, input: StartLearningLineInput): Promise<Answer> => {
  const checking = checkInput();
  const goal = checking.required('goal', input.goal, (text) => parseText(text, { max: 500 }));
  const startsOn = checking.required('startsOn', input.startsOn, parseDay);
  const expectedEndOn = checking.optional('expectedEndOn', input.expectedEndOn, parseDay);
  if (startsOn && expectedEndOn && expectedEndOn < startsOn) checking.problem('expectedEndOn', 'Het verwachte einde ligt voor het begin.');
  checking.done();
  const { participantId } = input;
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    await demandRows(tx, input);
    const persons = [participantId];
    const open = await tx.em.findOneBy(LearningLine, { openParticipantId: participantId });
    if (open) return { answer: { __typename: 'LearningLineOpen', learningLineId: open.id }, subjectIds: [open.id, participantId], persons };
    const id = ctx.newId();
    await tx.em.insert(LearningLine, {
      id,
      participantId,
      openParticipantId: participantId,
      serviceOrderId: input.serviceOrderId ?? null,
      goal,
      startsOn,
      expectedEndOn,
      endedOn: null,
      endReason: null,
      recordedAt: ctx.clock(),
      version: 1,
    });
    await publish(tx, ctx, 'LearningLineStarted', id, null);
    return { answer: { __typename: 'LearningLineChanged', learningLineId: id }, subjectIds: [id, participantId], persons };
  };
  return runCommand(ctx, 'LearningLineStart', input, effect, keepingLearning);
};
