import { type ReadTx, type RequestContext, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import type { ClientRow } from '../clients/client.entity.ts';
import { lockClient } from '../clients/client.store.ts';
import { closedDossier, type DossierClosedAnswer } from '../dossiers/dossier.store.ts';
import { PlanEvaluationRow, PlanRow } from './plan.entity.ts';
import { planMachine, type PlanStep } from './plan.rules.ts';

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
  | StepRefused
  | DossierClosedAnswer;

const newestOf = (tx: ReadTx, clientId: string): Promise<PlanRow | null> => tx.em.findOne(PlanRow, { where: { clientId }, order: { number: 'DESC' } });

/** The refusal of a step of a plan that is not there, that stands otherwise or that somebody else changed. */
export const refusedPlan = async (
  tx: ReadTx,
  plan: PlanRow | null,
  step: PlanStep,
  { clientId, expectedVersion }: { clientId: string; expectedVersion: number },
): Promise<PlanAnswer | null> => {
  if (plan) return plan.version === expectedVersion ? null : { __typename: 'PlanVersionConflict', currentVersion: plan.version };
  const newest = await newestOf(tx, clientId);
  return (newest && stepRefused(planMachine, newest.status, step, () => true)) ?? { __typename: 'NoPlan', clientId };
};

/** The locked client, and the refusal when no dossier is open. */
export const lockForPlan = async (tx: WriteTx, id: string): Promise<{ client: ClientRow; closed: DossierClosedAnswer | null }> => {
  const client = await lockClient(tx, id);
  return { client, closed: await closedDossier(tx, client.id) };
};
