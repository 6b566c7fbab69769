import type { ReadTx, RequestContext, WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import type { ClientRow } from '../clients/client.entity.ts';
import { lockClient } from '../clients/client.store.ts';
import { closedDossier, type DossierClosedAnswer } from '../dossiers/dossier.store.ts';
import { PlanEvaluationRow, PlanRow } from './plan.entity.ts';

/** All versions of the plan of a client, newest first. */
export const plansOf = async (ctx: RequestContext, clientId: string): Promise<PlanRow[]> => {
  const found = await ctx.load('plans', clientId, async (ids) => {
    const rows = await ctx.db.read.em.find(PlanRow, { where: { clientId: In([...ids]) }, order: { number: 'DESC' } });
    return Map.groupBy(rows, (row) => row.clientId);
  });
  return found ?? [];
};

export const evaluationsOf = async (ctx: RequestContext, planId: string): Promise<PlanEvaluationRow[]> => {
  const found = await ctx.load('planEvaluations', planId, async (ids) => {
    const order = { evaluatedOn: 'DESC', recordedAt: 'DESC', id: 'DESC' } as const;
    const rows = await ctx.db.read.em.find(PlanEvaluationRow, { where: { planId: In([...ids]) }, order });
    return Map.groupBy(rows, (row) => row.planId);
  });
  return found ?? [];
};

export const conceptOf = (tx: ReadTx, clientId: string): Promise<PlanRow | null> => tx.em.findOneBy(PlanRow, { conceptOf: clientId });
export const establishedOf = (tx: ReadTx, clientId: string): Promise<PlanRow | null> => tx.em.findOneBy(PlanRow, { establishedOf: clientId });

/** What a command about a plan answers: the plan, or why not. */
export type PlanAnswer =
  | { __typename: 'PlanSaved'; clientId: string; planId: string }
  | { __typename: 'PlanVersionConflict'; currentVersion: number }
  | { __typename: 'NoPlan'; clientId: string }
  | DossierClosedAnswer;

/** The refusal of a command on a plan that is not there or that somebody else changed. */
export const refusedPlan = (plan: PlanRow | null, clientId: string, expectedVersion: number): PlanAnswer | null => {
  if (!plan) return { __typename: 'NoPlan', clientId };
  return plan.version === expectedVersion ? null : { __typename: 'PlanVersionConflict', currentVersion: plan.version };
};

/** The locked client, and the refusal when no dossier is open. */
export const lockForPlan = async (tx: WriteTx, id: string): Promise<{ client: ClientRow; closed: DossierClosedAnswer | null }> => {
  const client = await lockClient(tx, id);
  return { client, closed: await closedDossier(tx, client.id) };
};
