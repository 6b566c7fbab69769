import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { In } from 'typeorm';
import { DecisionRow } from './decision.entity.ts';

/** The decisions of a client, newest first. */
export const decisionsOf = async (ctx: RequestContext, clientId: string): Promise<DecisionRow[]> =>
  (await ctx.load('decisions', clientId, async (ids) => Map.groupBy(await allDecisions(ctx.db.read, ids), (row) => row.clientId))) ?? [];

export const allDecisions = ({ em }: ReadTx, clientIds: readonly string[]): Promise<DecisionRow[]> =>
  em.find(DecisionRow, { where: { clientId: In([...clientIds]) }, order: { decidedOn: 'DESC', publishedAt: 'DESC', id: 'DESC' } });

/** Those that no other has revised. */
export const inForce = (decisions: readonly DecisionRow[]): DecisionRow[] => {
  const revised = new Set(decisions.map(({ revisesId }) => revisesId));
  return decisions.filter(({ id }) => !revised.has(id));
};
