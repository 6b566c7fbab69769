import type { Database, WriteTx } from '@werkplein/kernel';
import { IsNull, Not } from 'typeorm';
import type { BsnVault } from '../bsn/index.ts';
import { ClientRow } from './client.entity.ts';

const BATCH = 200;

const old = (vault: BsnVault) => ({ bsnCipher: Not(IsNull()), bsnKeyId: Not(vault.currentKeyId()) });

const rotateBatch = async (tx: WriteTx, vault: BsnVault): Promise<number> => {
  const rows = await tx.em.find(ClientRow, {
    select: { id: true, bsnCipher: true },
    where: old(vault),
    order: { id: 'ASC' },
    take: BATCH,
    // A correction of the same client waits, and then seals with the newest key itself.
    ...(tx.dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' } }),
  });
  for (const { id, bsnCipher } of rows) await tx.em.update(ClientRow, { id }, vault.seal(id, vault.open(id, bsnCipher as string)));
  return rows.length;
};

/** Seals and indexes again every BSN under the newest keys, each batch in a transaction of its own: a killed run goes on where it was. */
export const rotateBsnKeys = async (db: Database, vault: BsnVault, onProgress: (done: number, total: number) => void = () => undefined): Promise<number> => {
  const total = await db.read.em.countBy(ClientRow, old(vault));
  let done = 0;
  for (;;) {
    const rotated = await db.write((tx) => rotateBatch(tx, vault));
    if (rotated === 0) return done;
    done += rotated;
    onProgress(done, total);
  }
};
