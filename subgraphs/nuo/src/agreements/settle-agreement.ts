import { localDay, parseText, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { QuarterReport } from '../reports/report.entity.ts';
import type { SettleAgreementInput } from './agreement.inputs.ts';
import { openTerms } from './agreement.rules.ts';
import { type StepAnswer, takeAgreementStep } from './take-agreement-step.ts';

const LAST_QUARTER = 4;

/** The municipality settles by the frozen report of the year: nobody types what was realised, and a later correction changes nothing of it. */
export const settleAgreement = (ctx: RequestContext, input: SettleAgreementInput): Promise<StepAnswer> => {
  const checking = checkInput();
  const note = checking.optional('note', input.note, (text) => parseText(text, { max: 300 }));
  checking.done();
  return takeAgreementStep(ctx, 'PerformanceAgreementSettle', 'settle', input, async (tx, { row, versions }) => {
    if (localDay(ctx.clock()) <= `${row.year}-12-31`) return { refused: 'YEAR_NOT_OVER' };
    if (openTerms(versions)) return { refused: 'ADJUSTMENT_OPEN' };
    const { year, municipality } = row;
    const ofYear = await tx.em.existsBy(QuarterReport, { id: input.reportId, year, municipality, quarter: LAST_QUARTER });
    if (!ofYear) return { refused: 'NO_YEAR_REPORT' };
    const { employeeId: settledById, displayName: settledByName } = ctx.principal;
    const changes = { settledAt: ctx.clock(), settledById, settledByName, settlementNote: note, settledByReportId: input.reportId };
    return { changes, event: 'PerformanceAgreementSettled' };
  });
};
