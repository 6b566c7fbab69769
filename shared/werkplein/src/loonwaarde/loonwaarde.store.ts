import type { ReadTx, RequestContext, WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { LoonwaardeRow } from './loonwaarde.entity.ts';
import { seesAppointedOnly } from './loonwaarde.policy.ts';

/** The loonwaardebepalingen of a client as this reader may see them, newest first. */
export const loonwaardenOf = async (ctx: RequestContext, clientId: string): Promise<LoonwaardeRow[]> => {
  const rows = await ctx.load('loonwaarden', clientId, async (ids) => {
    const { organisation, employeeId } = ctx.principal;
    const appointed = seesAppointedOnly(ctx) ? { expertId: employeeId, expertOrganisation: organisation } : {};
    const found = await ctx.db.read.em.find(LoonwaardeRow, { where: { clientId: In([...ids]), ...appointed }, order: { requestedOn: 'DESC', id: 'DESC' } });
    return Map.groupBy(found, (row) => row.clientId);
  });
  return rows ?? [];
};

export const findLoonwaarde = ({ em }: ReadTx, id: string): Promise<LoonwaardeRow | null> => em.findOneBy(LoonwaardeRow, { id });

/** Writes a step; the caller holds the lock of the client. */
export const updateLoonwaarde = async ({ em }: WriteTx, row: LoonwaardeRow, change: Partial<LoonwaardeRow>): Promise<void> => {
  await em.update(LoonwaardeRow, { id: row.id }, { ...change, version: row.version + 1 });
};
