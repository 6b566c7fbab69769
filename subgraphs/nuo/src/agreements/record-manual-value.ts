import { badInput, localDay, parseDay, parseText, type RequestContext } from '@werkplein/kernel';
import { isManual, type Steered, steeredOf } from '@werkplein/indicators';
import { IsNull } from 'typeorm';
import { checkInput } from '../input.ts';
import { ManualValue } from './agreement.entity.ts';
import type { RecordManualValueInput } from './agreement.inputs.ts';
import { termProblems } from './agreement.rules.ts';
import { type StepAnswer, takeAgreementStep } from './take-agreement-step.ts';

/** Records what was realised of an indicator that no source can count: by whom and why stays with it. What facts tell cannot be typed. */
export const recordManualValue = (ctx: RequestContext, input: RecordManualValueInput): Promise<StepAnswer> => {
  const checking = checkInput();
  const measuredOn = checking.required('measuredOn', input.measuredOn, parseDay);
  const reason = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  if (measuredOn > localDay(ctx.clock())) checking.problem('measuredOn', 'Deze dag is nog niet geweest.');
  checking.done();
  return takeAgreementStep(ctx, 'ManualValueRecord', 'recordValue', input, async (tx, { row }) => {
    if (!isManual(row.indicator)) return { refused: 'COMPUTED' };
    if (!measuredOn.startsWith(`${row.year}-`)) throw badInput([{ path: ['input', 'measuredOn'], message: `Geef een dag in ${row.year}.` }]);
    const terms = { target: input.value, direction: 'EXACT', amberBeyond: 0, redBeyond: 0 } as const;
    const [problem] = termProblems(steeredOf(row.indicator) as Steered, terms);
    if (problem) throw badInput([{ path: ['input', 'value'], message: problem[1] }]);
    const now = ctx.clock();
    await tx.em.update(ManualValue, { agreementId: row.id, measuredOn, replacedAt: IsNull() }, { replacedAt: now });
    await tx.em.insert(ManualValue, {
      id: ctx.newId(),
      agreementId: row.id,
      measuredOn,
      value: input.value,
      reason,
      recordedById: ctx.principal.employeeId,
      recordedByName: ctx.principal.displayName,
      recordedAt: now,
      replacedAt: null,
    });
    return { event: 'ManualValueRecorded' };
  });
};
