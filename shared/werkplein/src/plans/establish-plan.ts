import { localDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { valueOn } from '../doelgroep/doelgroep.rules.ts';
import { doelgroepOf } from '../doelgroep/doelgroep.store.ts';
import type { DossierRow } from '../dossiers/dossier.entity.ts';
import type { StepTerms } from '../dossiers/dossier.rules.ts';
import { dossierToChange } from '../dossiers/dossier.store.ts';
import { writeStep } from '../dossiers/take-step.ts';
import { PlanRow } from './plan.entity.ts';
import { obstaclesTo, type PlanObstacle } from './plan.rules.ts';
import { conceptOf, establishedOf, lockForPlan, type PlanAnswer, refusedPlan } from './plan.store.ts';

export interface PlanCommandFields {
  requestId: string;
  clientId: string;
  expectedVersion: number;
}

export type EstablishPlanAnswer = PlanAnswer | { __typename: 'PlanNotReady'; obstacles: PlanObstacle[] };

/** The plan until now makes place; its content stays as it was. */
const replace = async (tx: WriteTx, clientId: string, today: string): Promise<void> => {
  const earlier = await establishedOf(tx, clientId);
  if (!earlier) return;
  const change = { status: 'REPLACED', establishedOf: null, evaluateOn: null, endedOn: today, version: earlier.version + 1 } as const;
  await tx.em.update(PlanRow, { id: earlier.id }, change);
};

/** Makes the concept the plan that holds; a dossier in its intake starts its programme with it. */
export const establishPlan = (ctx: RequestContext, input: PlanCommandFields, terms: StepTerms): Promise<EstablishPlanAnswer> =>
  runClientCommand<EstablishPlanAnswer>(ctx, 'establishPlan', 'voeren-dossier', input, async (tx) => {
    const { client, closed } = await lockForPlan(tx, input.clientId);
    const clientId = client.id;
    const subjectIds = [clientId];
    if (closed) return { answer: closed, subjectIds };
    const concept = await conceptOf(tx, clientId);
    const refused = await refusedPlan(tx, concept, 'establish', input);
    if (refused) return { answer: refused, subjectIds };
    const { id, content, version } = concept as PlanRow;
    const today = localDay(ctx.clock());
    const dossier = (await dossierToChange(tx, clientId)) as DossierRow;
    const doelgroep = (await doelgroepOf(tx, [clientId])).get(clientId) ?? [];
    const obstacles = obstaclesTo(content, { status: dossier.status, hasGrondslag: valueOn(doelgroep, 'GRONDSLAG', today) !== null, today });
    if (obstacles.length > 0) return { answer: { __typename: 'PlanNotReady', obstacles }, subjectIds };

    await replace(tx, clientId, today);
    const state = { status: 'ESTABLISHED', conceptOf: null, establishedOf: clientId, establishedOn: today, evaluateOn: content.nextEvaluationOn } as const;
    await tx.em.update(PlanRow, { id }, { ...state, version: version + 1 });
    if (dossier.status === 'INTAKE') await writeStep(tx, ctx, dossier, 'establishPlan', terms, { to: 'IN_PROGRAMME' });
    return { answer: { __typename: 'PlanSaved', clientId, planId: id }, subjectIds };
  });
