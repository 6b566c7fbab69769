import { localDay, parseText, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import type { PlanCommandFields } from './establish-plan.ts';
import { PlanRow } from './plan.entity.ts';
import { establishedOf, type PlanAnswer, refusedPlan } from './plan.store.ts';

/** Ends the plan that holds, without another in its place; also after the dossier was closed. */
export const endPlan = async (ctx: RequestContext, input: PlanCommandFields & { reason: string }): Promise<PlanAnswer> => {
  const reader = inputReader(['input']);
  const endReason = reader.read(['reason'], () => parseText(input.reason, { max: 300 }));
  reader.refuse();

  return runClientCommand<PlanAnswer>(ctx, 'endPlan', 'voeren-dossier', input, async (tx) => {
    const { id: clientId } = await lockClient(tx, input.clientId);
    const subjectIds = [clientId];
    const plan = await establishedOf(tx, clientId);
    const refused = await refusedPlan(tx, plan, 'end', input);
    if (refused) return { answer: refused, subjectIds };
    const { id: planId, version } = plan as PlanRow;
    const endedOn = localDay(ctx.clock());
    await tx.em.update(PlanRow, { id: planId }, { status: 'ENDED', establishedOf: null, evaluateOn: null, endedOn, endReason, version: version + 1 });
    return { answer: { __typename: 'PlanSaved', clientId, planId }, subjectIds };
  });
};
