import { localDay, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { inputReader } from '../clients/input.ts';
import { PlanRow } from './plan.entity.ts';
import { conceptOf, lockForPlan, type PlanAnswer } from './plan.store.ts';
import { type PlanFields, readPlan } from './read-plan.ts';

export interface SavePlanConceptFields extends PlanFields {
  requestId: string;
  clientId: string;
  expectedVersion?: number | null;
}

/** Writes the concept of a client's next plan; one that is established is never changed, the concept replaces it later. */
export const savePlanConcept = async (ctx: RequestContext, input: SavePlanConceptFields, maxMonths: number): Promise<PlanAnswer> => {
  const reader = inputReader(['input']);
  const content = readPlan(reader, input, localDay(ctx.clock()), maxMonths);
  reader.refuse();

  return runClientCommand<PlanAnswer>(ctx, 'savePlanConcept', 'voeren-dossier', input, async (tx) => {
    const { client, closed } = await lockForPlan(tx, input.clientId);
    const clientId = client.id;
    const subjectIds = [clientId];
    if (closed) return { answer: closed, subjectIds };
    const known = await conceptOf(tx, clientId);
    const currentVersion = known?.version ?? 0;
    if (currentVersion !== (input.expectedVersion ?? 0)) return { answer: { __typename: 'PlanVersionConflict', currentVersion }, subjectIds };
    const { employeeId: writtenById, displayName: writtenByName } = ctx.principal;
    const written = { content, version: currentVersion + 1, writtenById, writtenByName, writtenAt: ctx.clock() };
    const id = known?.id ?? ctx.newId();
    if (known) await tx.em.update(PlanRow, { id }, written);
    else {
      const number = 1 + ((await tx.em.maximum(PlanRow, 'number', { clientId })) ?? 0);
      await tx.em.insert(PlanRow, { ...written, id, clientId, number, status: 'CONCEPT', conceptOf: clientId });
    }
    return { answer: { __typename: 'PlanSaved', clientId, planId: id }, subjectIds };
  });
};
