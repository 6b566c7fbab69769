import { type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { DossierRow, DossierStepRow } from './dossier.entity.ts';

/** The dossier of each client: the open one, else the one opened last. */
export const dossiersOf = async (tx: ReadTx, clientIds: readonly string[]): Promise<Map<string, DossierRow>> => {
  const rows = await tx.em.find(DossierRow, { where: { clientId: In([...clientIds]) }, order: { openedOn: 'ASC', id: 'ASC' } });
  const byClient = new Map<string, DossierRow>();
  for (const row of rows) if (!byClient.get(row.clientId)?.openClientId) byClient.set(row.clientId, row);
  return byClient;
};

export const dossierOf = (ctx: RequestContext, clientId: string): Promise<DossierRow | null> =>
  ctx.load('dossier', clientId, (ids) => dossiersOf(ctx.db.read, ids));

/** The client's dossier, within a transaction that has locked the client. */
export const dossierToChange = async (tx: WriteTx, clientId: string): Promise<DossierRow | null> => (await dossiersOf(tx, [clientId])).get(clientId) ?? null;

export interface DossierClosedAnswer {
  __typename: 'DossierClosed';
  closedOn: string | null;
}

/** The refusal of what needs an open dossier; null while one is open. */
export const closedDossier = async (tx: WriteTx, clientId: string): Promise<DossierClosedAnswer | null> => {
  const dossier = await dossierToChange(tx, clientId);
  return dossier?.openClientId ? null : { __typename: 'DossierClosed', closedOn: dossier?.closedOn ?? null };
};

/** The steps that a dossier took, oldest first. */
export const stepsOf = async (ctx: RequestContext, dossierId: string): Promise<DossierStepRow[]> => {
  const rows = await ctx.load('dossierSteps', dossierId, async (ids) => {
    const found = await ctx.db.read.em.find(DossierStepRow, { where: { dossierId: In([...ids]) }, order: { number: 'ASC' } });
    return Map.groupBy(found, (row) => row.dossierId);
  });
  return rows ?? [];
};
