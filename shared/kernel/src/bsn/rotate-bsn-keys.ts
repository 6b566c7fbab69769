import { IsNull, Not } from 'typeorm';
import { progressBar } from '../import/progress.ts';
import type { Database } from '../persistence/database.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import type { BsnVault } from './bsn-vault.ts';

const BATCH = 200;

/** An entity with a sealed BSN in its rows. */
export type SealedTable = new () => { id: string; bsnCipher: string | null; bsnKeyId: string | null; bsnIndex: string | null };

const old = (vault: BsnVault) => ({ bsnCipher: Not(IsNull()), bsnKeyId: Not(vault.currentKeyId()) });

const rotateBatch = async (tx: WriteTx, vault: BsnVault, table: SealedTable): Promise<number> => {
  const rows = await tx.em.find(table, {
    select: { id: true, bsnCipher: true },
    where: old(vault),
    order: { id: 'ASC' },
    take: BATCH,
    // A correction of the same person waits, and then seals with the newest key itself.
    ...(tx.dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' } }),
  });
  for (const { id, bsnCipher } of rows) await tx.em.update(table, { id }, vault.seal(id, vault.open(id, bsnCipher as string)));
  return rows.length;
};

/** Seals and indexes again every BSN under the newest keys, each batch in a transaction of its own: a killed run goes on where it was. */
export const rotateBsnKeys = async (
  db: Database,
  vault: BsnVault,
  table: SealedTable,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> => {
  const total = await db.read.em.countBy(table, old(vault));
  let done = 0;
  for (;;) {
    const rotated = await db.write((tx) => rotateBatch(tx, vault, table));
    if (rotated === 0) return done;
    done += rotated;
    onProgress(done, total);
  }
};

/** The task `rotate-bsn-keys` of a program. */
export const rotationTask =
  (name: string, vault: BsnVault, table: SealedTable) =>
  async (db: Database): Promise<string> => {
    const bar = progressBar(process.stderr, `${name} BSN keys`);
    const rows = await rotateBsnKeys(db, vault, table, (done, total) => bar.update(done, total));
    bar.done();
    return `${rows} rows under the newest keys now; older keys are no longer needed`;
  };
