import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { In } from 'typeorm';
import { DecisionRow } from './decision.entity.ts';

/** The decisions of a client, newest first. */
export const decisionsOf = async (ctx: RequestContext, clientId: string): Promise<DecisionRow[]> =>
  (await ctx.load('decisions', clientId, async (ids) => Map.groupBy(await allDecisions(ctx.db.read, ids), (row) => row.clientId))) ?? [];

export const allDecisions = ({ em }: ReadTx, clientIds: readonly string[]): Promise<DecisionRow[]> =>
  em.find(DecisionRow, { where: { clientId: In([...clientIds]) }, order: { decidedOn: 'DESC', publishedAt: 'DESC', id: 'DESC' } });

/** The decision that stands now for the one with this id: itself, or the last that revised it. */
export const standingFor = (decisions: readonly DecisionRow[], id: string): string => {
  const reviser = decisions.find(({ revisesId }) => revisesId === id);
  return reviser ? standingFor(decisions, reviser.id) : id;
};

/** Those that no other has revised; an extension is of the trial as it stands now. */
export const inForce = (decisions: readonly DecisionRow[]): DecisionRow[] => {
  const revised = new Set(decisions.map(({ revisesId }) => revisesId));
  return decisions.filter(({ id }) => !revised.has(id)).map((row) => ({ ...row, extendsId: row.extendsId && standingFor(decisions, row.extendsId) }));
};
