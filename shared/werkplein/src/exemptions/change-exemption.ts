import {
  addDays,
  fault,
  InvalidValue,
  localDay,
  parseDay,
  parseText,
  type RequestContext,
  type StepRefused,
  stepRefused,
  type WriteTx,
} from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { ExemptionRow } from './exemption.entity.ts';
import { exemptionMachine, exemptionStateOn, type ExemptionStep, nextReview } from './exemption.rules.ts';

export interface ChangeFields {
  requestId: string;
  id: string;
  expectedVersion: number;
}

export type ChangeExemptionAnswer =
  | { __typename: 'ExemptionSaved'; id: string }
  | { __typename: 'ExemptionVersionConflict'; currentVersion: number }
  | StepRefused
  | LawParameterMissingAnswer;

/** One step of an exemption: from which state and which version is the same for both; `change` gives what it writes. */
const changeExemption = (
  ctx: RequestContext,
  command: string,
  step: ExemptionStep,
  input: ChangeFields,
  change: (exemption: ExemptionRow, tx: WriteTx) => Promise<Partial<ExemptionRow>>,
): Promise<ChangeExemptionAnswer> =>
  runClientCommand<ChangeExemptionAnswer>(ctx, command, 'voeren-dossier', input, async (tx) => {
    const found = await tx.em.findOneBy(ExemptionRow, { id: input.id });
    if (!found) throw fault('NOT_FOUND');
    const { id: clientId } = await lockClient(tx, found.clientId);
    const subjectIds = [clientId];
    // Read again: while this waited for the client another command may have taken the step.
    const exemption = await tx.em.findOneByOrFail(ExemptionRow, { id: input.id });
    const refused = stepRefused(exemptionMachine, exemptionStateOn(exemption, localDay(ctx.clock())), step, () => true);
    if (refused) return { answer: refused, subjectIds };
    const { id, version } = exemption;
    if (version !== input.expectedVersion) return { answer: { __typename: 'ExemptionVersionConflict', currentVersion: version }, subjectIds };
    const answer = await answeringMissing<ChangeExemptionAnswer>(async () => {
      await tx.em.update(ExemptionRow, { id }, { ...(await change(exemption, tx)), version: version + 1 });
      return { __typename: 'ExemptionSaved', id };
    });
    return { answer, subjectIds };
  });

/** The law asks now and then whether the exemption is still right; the next time follows from this one. */
export const reviewExemption = async (ctx: RequestContext, input: ChangeFields & { reviewedOn: string }): Promise<ChangeExemptionAnswer> => {
  const reader = inputReader(['input']);
  const reviewedOn = reader.read(['reviewedOn'], () => parseDay(input.reviewedOn));
  if (reviewedOn && reviewedOn > localDay(ctx.clock())) reader.add(['reviewedOn'], 'Deze dag is nog niet geweest.');
  reader.refuse();
  return changeExemption(ctx, 'reviewExemption', 'review', input, async (exemption, tx) => ({
    reviewedOn,
    reviewOn: nextReview(exemption, reviewedOn, await allLawParameters(tx)),
  }));
};

/** The exemption does not hold any more after this day. */
export const endExemption = async (ctx: RequestContext, input: ChangeFields & { lastDay: string; reason: string }): Promise<ChangeExemptionAnswer> => {
  const today = localDay(ctx.clock());
  const reader = inputReader(['input']);
  const endsOn = reader.read(['lastDay'], () => parseDay(input.lastDay));
  const endReason = reader.read(['reason'], () => parseText(input.reason, { max: 300 }));
  reader.refuse();
  return changeExemption(ctx, 'endExemption', 'end', input, async ({ startsOn, endsOn: planned }) => {
    const never = addDays(startsOn, -1);
    const latest = planned !== null && planned < today ? planned : today;
    reader.read(['lastDay'], () => {
      if (endsOn !== never && (endsOn < startsOn || endsOn > latest))
        throw new InvalidValue(`een dag van ${startsOn} tot en met ${latest}, of ${never} als de ontheffing nooit heeft gegolden`);
    });
    reader.refuse();
    return { status: 'ENDED', endsOn, endReason, reviewOn: null };
  });
};
