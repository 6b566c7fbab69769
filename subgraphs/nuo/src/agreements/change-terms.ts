import { parseText, type RequestContext } from '@werkplein/kernel';
import { type Steered, steeredOf } from '@werkplein/indicators';
import { checkInput } from '../input.ts';
import { AgreementVersion } from './agreement.entity.ts';
import type { AdjustAgreementInput, ChangeAgreementInput, WithdrawAdjustmentInput } from './agreement.inputs.ts';
import { openTerms } from './agreement.rules.ts';
import { type Held, type StepAnswer, takeAgreementStep } from './take-agreement-step.ts';
import { checkTerms, writeVersion } from './write-version.ts';

const demandTerms = ({ row }: Held, { terms }: ChangeAgreementInput): void => {
  const checking = checkInput();
  checkTerms(checking, steeredOf(row.indicator) as Steered, terms);
  checking.done();
};

/** Other terms in place of a concept; whoever had accepted the former ones is asked again. */
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

/** Either side lets a proposed adjustment lapse: what holds goes on holding. */
export const withdrawAdjustment = (ctx: RequestContext, input: WithdrawAdjustmentInput): Promise<StepAnswer> =>
  takeAgreementStep(ctx, 'AgreementAdjustmentWithdraw', 'withdrawAdjustment', input, async (tx, { versions }) => {
    const open = openTerms(versions);
    if (!open) return { refused: 'NOTHING_PROPOSED' };
    if (open.number !== input.number) return 'stale';
    await tx.em.update(AgreementVersion, { id: open.id }, { withdrawnAt: ctx.clock() });
    return { event: 'AgreementAdjustmentWithdrawn' };
  });
