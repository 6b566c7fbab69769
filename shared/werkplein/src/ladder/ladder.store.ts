import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { In } from 'typeorm';
import { LadderRow } from './ladder.entity.ts';

/** Every measurement of a client, newest first; corrected ones too. */
export const ladderOf = async (ctx: RequestContext, clientId: string): Promise<LadderRow[]> => {
  const found = await ctx.load('ladder', clientId, async (ids) => {
    const order = { measuredOn: 'DESC', recordedAt: 'DESC', id: 'DESC' } as const;
    const rows = await ctx.db.read.em.find(LadderRow, { where: { clientId: In([...ids]) }, order });
    return Map.groupBy(rows, (row) => row.clientId);
  });
  return found ?? [];
};

export const measuredOnDay = (tx: ReadTx, clientId: string, currentDay: string): Promise<LadderRow | null> =>
  tx.em.findOneBy(LadderRow, { clientId, currentDay });
