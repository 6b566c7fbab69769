import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { DoelgroepRow } from './doelgroep.entity.ts';

/** What holds of the doelgroep of each client, oldest first. */
export const doelgroepOf = async (tx: ReadTx, clientIds: readonly string[]): Promise<Map<string, DoelgroepRow[]>> => {
  const rows = await tx.em.find(DoelgroepRow, {
    where: { clientId: In([...clientIds]), supersededAt: IsNull() },
    order: { validFrom: 'ASC', axis: 'ASC' },
  });
  return Map.groupBy(rows, ({ clientId }) => clientId);
};

export const doelgroepPeriods = async (ctx: RequestContext, clientId: string): Promise<DoelgroepRow[]> =>
  (await ctx.load('doelgroep', clientId, (ids) => doelgroepOf(ctx.db.read, ids))) ?? [];
