import { fault, mayDo, type RequestContext, runCommand, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import type { EventType } from '../events/event.catalogue.ts';
import { publish } from '../events/publish.ts';
import { AgreementVersion, PerformanceAgreement } from './agreement.entity.ts';
import { type AgreementActor, agreementMachine, type AgreementState, type AgreementStep } from './agreement.machine.ts';
import { actionOfActor } from './agreement.policy.ts';
import { limitOf, lockAgreement } from './agreement.store.ts';
import {
  type AgreementChanged,
  type AgreementProblemCode,
  agreementProblems,
  type AgreementRefused,
  type AgreementVersionConflict,
} from './agreement.types.ts';

export type StepAnswer = AgreementChanged | StepRefused | AgreementVersionConflict | AgreementRefused;

/** What a step found and held, with everything that was ever proposed, oldest first. */
export interface Held {
  row: PerformanceAgreement;
  versions: AgreementVersion[];
  side: AgreementActor;
}

/** What a step does: it is refused for this reason, what it meant is no longer so, or it changes the agreement and tells it. */
export type Taken = { refused: AgreementProblemCode } | 'stale' | { changes?: Partial<PerformanceAgreement>; event: EventType };

interface StepFields {
  requestId: string;
  agreementId: string;
  expectedVersion?: number;
}

/** For which side the caller acts; the guard let in nobody who is on neither. */
const sideOf = (ctx: RequestContext): AgreementActor => (mayDo(ctx.principal, actionOfActor.NUO, ctx.home) ? 'NUO' : 'MUNICIPALITY');

/** One step of an agreement: which one, for whom, from which state and version is the same for all; `take` says what the step does. */
export const takeAgreementStep = (
  ctx: RequestContext,
  command: string,
  step: AgreementStep,
  input: StepFields,
  take: (tx: WriteTx, held: Held) => Promise<Taken>,
): Promise<StepAnswer> => {
  const { agreementId } = input;
  const effect = async (tx: WriteTx) => {
    const row = await lockAgreement(tx, limitOf(ctx), agreementId);
    if (!row) throw fault('NOT_FOUND');
    const side = sideOf(ctx);
    const answering = (answer: StepAnswer) => ({ answer, subjectIds: [agreementId] });
    const refused = stepRefused(agreementMachine, row.status, step, (actor) => actor === side);
    if (refused) return answering(refused);
    if (input.expectedVersion !== undefined && input.expectedVersion !== row.version) return answering({ __typename: 'AgreementVersionConflict', agreementId });
    const versions = await tx.em.find(AgreementVersion, { where: { agreementId }, order: { number: 'ASC' } });
    const taken = await take(tx, { row, versions, side });
    if (taken === 'stale') return answering({ __typename: 'AgreementVersionConflict', agreementId });
    if ('refused' in taken) return answering({ __typename: 'AgreementRefused', agreementId, code: taken.refused, text: agreementProblems[taken.refused] });
    const to = agreementMachine.steps[step].to;
    const status: Partial<Record<'status', AgreementState>> = to === 'SAME' || typeof to !== 'string' ? {} : { status: to };
    await tx.em.update(PerformanceAgreement, { id: agreementId }, { ...status, ...taken.changes, version: row.version + 1 });
    await publish(tx, ctx, taken.event, agreementId, null);
    return answering({ __typename: 'AgreementChanged', agreementId });
  };
  return runCommand<StepAnswer>(ctx, command, input, effect);
};
