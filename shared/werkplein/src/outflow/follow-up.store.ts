import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { In } from 'typeorm';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { OutflowFollowUpRow } from './follow-up.entity.ts';
import { workReasons } from './follow-up.rules.ts';

/** How it went with a client after outflow, newest first; corrected ones too. */
export const followUpsOf = async (ctx: RequestContext, clientId: string): Promise<OutflowFollowUpRow[]> => {
  const found = await ctx.load('outflowFollowUps', clientId, async (ids) => {
    const order = { observedOn: 'DESC', recordedAt: 'DESC', id: 'DESC' } as const;
    const rows = await ctx.db.read.em.find(OutflowFollowUpRow, { where: { clientId: In([...ids]) }, order });
    return Map.groupBy(rows, (row) => row.clientId);
  });
  return found ?? [];
};

/** The last dossier of a client that was closed because of work, or null. */
export const outflowToWorkOf = ({ em }: ReadTx, clientId: string): Promise<DossierRow | null> =>
  em.findOne(DossierRow, { where: { clientId, status: 'CLOSED', outflow: In([...workReasons]) }, order: { closedOn: 'DESC', id: 'DESC' } });

export const followUpOf = ({ em }: ReadTx, dossierId: string): Promise<OutflowFollowUpRow | null> => em.findOneBy(OutflowFollowUpRow, { currentOf: dossierId });
