import { parseText, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { type Steered, steeredOf } from '@werkplein/indicators';
import type { EventType } from '../events/event.catalogue.ts';
import { checkInput } from '../input.ts';
import { AgreementVersion } from './agreement.entity.ts';
import type { AdjustAgreementInput, ChangeAgreementInput, WithdrawAdjustmentInput, WithdrawAgreementInput } from './agreement.inputs.ts';
import { openTerms } from './agreement.rules.ts';
import { type Held, type StepAnswer, type Taken, takeAgreementStep } from './take-agreement-step.ts';
import { checkTerms, writeVersion } from './write-version.ts';

const demandTerms = ({ row }: Held, { terms }: ChangeAgreementInput): void => {
  const checking = checkInput();
  checkTerms(checking, steeredOf(row.indicator) as Steered, terms);
  checking.done();
};

/** Other terms in place of a concept, also of one that lapsed; whoever had accepted the former ones is asked again. */
export const changeAgreement = (ctx: RequestContext, input: ChangeAgreementInput): Promise<StepAnswer> =>
  takeAgreementStep(ctx, 'PerformanceAgreementChange', 'change', input, async (tx, held) => {
    demandTerms(held, input);
    await writeVersion(tx, ctx, held.row, held.versions, input.terms, null);
    return { event: 'PerformanceAgreementProposed' };
  });

/** Proposes other terms than those that hold; these hold on until both sides have accepted the others. */
export const adjustAgreement = (ctx: RequestContext, input: AdjustAgreementInput): Promise<StepAnswer> => {
  const checking = checkInput();
  const reason = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  return takeAgreementStep(ctx, 'PerformanceAgreementAdjust', 'adjust', input, async (tx, held) => {
    demandTerms(held, input);
    await writeVersion(tx, ctx, held.row, held.versions, input.terms, reason);
    return { event: 'AgreementAdjustmentProposed' };
  });
};

/** The open terms that a caller means lapse; other terms than those are not what was meant. */
const withdrawTerms = async (tx: WriteTx, ctx: RequestContext, { versions }: Held, number: number, event: EventType): Promise<Taken> => {
  const open = openTerms(versions);
  if (!open) return { refused: 'NOTHING_PROPOSED' };
  if (open.number !== number) return 'stale';
  await tx.em.update(AgreementVersion, { id: open.id }, { withdrawnAt: ctx.clock() });
  return { event };
};

/** Either side lets a concept lapse: nothing was agreed. The NUO can propose it again. */
export const withdrawAgreement = (ctx: RequestContext, input: WithdrawAgreementInput): Promise<StepAnswer> =>
  takeAgreementStep(ctx, 'PerformanceAgreementWithdraw', 'withdraw', input, (tx, held) =>
    withdrawTerms(tx, ctx, held, input.number, 'PerformanceAgreementWithdrawn'),
  );

/** Either side lets a proposed adjustment lapse: what holds goes on holding. */
export const withdrawAdjustment = (ctx: RequestContext, input: WithdrawAdjustmentInput): Promise<StepAnswer> =>
  takeAgreementStep(ctx, 'AgreementAdjustmentWithdraw', 'withdrawAdjustment', input, (tx, held) =>
    withdrawTerms(tx, ctx, held, input.number, 'AgreementAdjustmentWithdrawn'),
  );
