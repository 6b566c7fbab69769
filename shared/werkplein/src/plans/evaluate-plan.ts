import { InvalidValue, localDay, parseDay, parseText, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { inputReader } from '../clients/input.ts';
import type { PlanCommandFields } from './establish-plan.ts';
import { PlanEvaluationRow, PlanRow } from './plan.entity.ts';
import { establishedOf, lockForPlan, type PlanAnswer, refusedPlan } from './plan.store.ts';
import { parseNextEvaluation } from './read-plan.ts';

export interface EvaluatePlanFields extends PlanCommandFields {
  evaluatedOn: string;
  samenspraak: boolean;
  outcome: string;
  nextEvaluationOn: string;
}

/** Records an evaluation of the plan that holds, and when the next one is. */
export const evaluatePlan = async (ctx: RequestContext, input: EvaluatePlanFields, maxMonths: number): Promise<PlanAnswer> => {
  const today = localDay(ctx.clock());
  const reader = inputReader(['input']);
  const evaluatedOn = reader.read(['evaluatedOn'], () => {
    const day = parseDay(input.evaluatedOn);
    if (day > today) throw new InvalidValue('een dag die al is geweest');
    return day;
  });
  const outcome = reader.read(['outcome'], () => parseText(input.outcome, { max: 2000, multiline: true }));
  const nextEvaluationOn = reader.read(['nextEvaluationOn'], () => parseNextEvaluation(input.nextEvaluationOn, today, maxMonths));
  reader.refuse();

  return runClientCommand<PlanAnswer>(ctx, 'evaluatePlan', 'voeren-dossier', input, async (tx) => {
    const { client, closed } = await lockForPlan(tx, input.clientId);
    const clientId = client.id;
    const subjectIds = [clientId];
    if (closed) return { answer: closed, subjectIds };
    const plan = await establishedOf(tx, clientId);
    const refused = await refusedPlan(tx, plan, 'evaluate', input);
    if (refused) return { answer: refused, subjectIds };
    const { id: planId, version } = plan as PlanRow;
    const { employeeId: recordedById, displayName: recordedByName } = ctx.principal;
    const recorded = { recordedById, recordedByName, recordedAt: ctx.clock() };
    const { samenspraak } = input;
    await tx.em.insert(PlanEvaluationRow, { id: ctx.newId(), planId, clientId, evaluatedOn, samenspraak, outcome, nextEvaluationOn, ...recorded });
    await tx.em.update(PlanRow, { id: planId }, { evaluateOn: nextEvaluationOn, version: version + 1 });
    return { answer: { __typename: 'PlanSaved', clientId, planId }, subjectIds };
  });
};
