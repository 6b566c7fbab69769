import { type Activity, fault, mayDo, type RequestContext, runCommand, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import type { EventType } from '../events/event.catalogue.ts';
import { publish } from '../events/publish.ts';
import { answeringMissing, type NuoParameterMissing } from '../parameters/index.ts';
import { Secondment } from './secondment.entity.ts';
import { secondmentMachine, type SecondmentState, type SecondmentStep } from './secondment.machine.ts';
import { actionOfActor } from './secondment.policy.ts';
import { lockSecondments } from './secondment.store.ts';
import {
  type SecondmentChanged,
  type SecondmentProblemCode,
  secondmentProblems,
  type SecondmentRefused,
  type SecondmentVersionConflict,
} from './secondment.types.ts';

export interface StepFields {
  requestId: string;
  secondmentId: string;
  expectedVersion: number;
}

/** What a step does: it is refused for these reasons, or it changes the agreement, and answers otherwise than by showing it. */
export type Taken<A> =
  | { refused: SecondmentProblemCode[]; persons?: string[] }
  | { instead: A }
  | { changes?: Partial<Secondment>; answer?: A; relatedIds?: string[]; persons?: string[] };

export type StepAnswer = SecondmentChanged | StepRefused | SecondmentVersionConflict | SecondmentRefused | NuoParameterMissing;

/** One step of an agreement: which one, who, from which state and version is the same for all; `take` says what the step does. */
export const takeStep = <A extends { __typename: string }>(
  ctx: RequestContext,
  [command, step, event]: readonly [command: string, step: SecondmentStep, event: EventType],
  input: StepFields,
  take: (tx: WriteTx, row: Secondment) => Promise<Taken<A>>,
  activity?: Activity,
): Promise<StepAnswer | A> => {
  const effect = async (tx: WriteTx) => {
    const secondmentId = input.secondmentId;
    const [row] = await lockSecondments(tx, [secondmentId], 'write');
    if (!row) throw fault('NOT_FOUND');
    const answering = (answer: StepAnswer | A, persons: string[] = []) => ({ answer, subjectIds: [secondmentId, ...persons], persons });
    const refused = stepRefused(secondmentMachine, row.status, step, (actor) => mayDo(ctx.principal, actionOfActor[actor], ctx.home));
    if (refused) return answering(refused);
    if (row.version !== input.expectedVersion) return answering({ __typename: 'SecondmentVersionConflict', secondmentId });
    const taken = await answeringMissing(() => take(tx, row));
    if ('__typename' in taken) return answering(taken);
    if ('refused' in taken) {
      const problems = taken.refused.map((code) => ({ code, text: secondmentProblems[code] }));
      return answering({ __typename: 'SecondmentRefused', secondmentId, problems }, taken.persons);
    }
    if ('instead' in taken) return answering(taken.instead);
    const to: SecondmentState | 'SAME' = secondmentMachine.steps[step].to;
    await tx.em.update(Secondment, { id: secondmentId }, { ...taken.changes, ...(to !== 'SAME' && { status: to }), version: row.version + 1 });
    await publish(tx, ctx, event, secondmentId, row.employerAliasId, taken.relatedIds);
    return answering(taken.answer ?? { __typename: 'SecondmentChanged', secondmentId }, taken.persons);
  };
  return runCommand<StepAnswer | A>(ctx, command, input, effect, activity);
};
