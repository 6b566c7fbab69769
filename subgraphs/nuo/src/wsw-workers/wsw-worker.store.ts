import { insertRows, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { showingPersonnelFile } from '../activities.ts';
import { changedFrom } from '../dated.ts';
import { groupBy, loadById, rowsBy } from '../reads.ts';
import { nuoVault } from './nuo-vault.ts';
import { Residence, WswWorker } from './wsw-worker.entity.ts';

/** Who has this BSN, under the index of any key. */
export const workerByBsn = ({ em }: ReadTx, bsn: string): Promise<WswWorker | null> => em.findOneBy(WswWorker, { bsnIndex: In(nuoVault.indices(bsn)) });

/** The Wsw data of a participant, or null when they are not of the Wsw. */
export const loadWswWorker = async (ctx: RequestContext, participantId: string): Promise<WswWorker | null> => {
  const row = await loadById(ctx, 'wswWorker', WswWorker, participantId);
  if (row) ctx.processed(row.id, showingPersonnelFile);
  return row;
};

/** Where participants lived, as known now, oldest first. */
export const residencesOf = async (ctx: RequestContext, participantId: string): Promise<Residence[]> => {
  const rows = await ctx.load('residences', participantId, async (ids) => {
    const found = await rowsBy(ctx.db.read, Residence, 'participantId', ids);
    const known = found.filter(({ replacedAt }) => replacedAt === null).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    return groupBy(known, (row) => row.participantId);
  });
  return rows ?? [];
};

/** That someone lives in a municipality from a day on; the caller holds the person. */
export const writeResidence = async (tx: WriteTx, ctx: RequestContext, participantId: string, municipality: string, from: string): Promise<void> => {
  const at = ctx.clock();
  const rows = await tx.em.findBy(Residence, { participantId, replacedAt: IsNull() });
  const { replaced, added } = changedFrom(rows, from, { participantId, municipality }, { id: ctx.newId, at });
  for (const { id } of replaced) await tx.em.update(Residence, { id }, { replacedAt: at });
  await insertRows(tx, Residence, added);
};
