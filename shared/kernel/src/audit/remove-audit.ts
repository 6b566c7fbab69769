import { MoreThan } from 'typeorm';
import type { WriteTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import type { FoundRow } from '../subjects/remove-rows.ts';
import { AuditChain } from './audit-chain.entity.ts';
import { AuditEvent } from './audit-event.entity.ts';
import { lockChain, ONE_ROW } from './seal-audit.ts';

interface Front {
  id: string;
  position: number;
  hash: string;
  due: number | string;
}

/**
 * Removes sealed rows from the front of the chain, up to the first that must stay: what is left is still one chain, and its new beginning is signed.
 * A row that is due behind one that is not waits for it.
 */
export const removeAuditFront = async (tx: WriteTx, ctx: RequestContext, [due, parameters]: [string, object], limit: number): Promise<FoundRow[]> => {
  await lockChain(tx);
  const front = await tx.em
    .createQueryBuilder(AuditEvent, 't')
    .select('t.id', 'id')
    .addSelect('t.position', 'position')
    .addSelect('t.hash', 'hash')
    .addSelect(`CASE WHEN ${due} THEN 1 ELSE 0 END`, 'due')
    .setParameters(parameters)
    .where({ position: MoreThan(0) })
    .orderBy('t.position')
    .limit(limit)
    .getRawMany<Front>();
  const kept = front.findIndex((row) => Number(row.due) === 0);
  const gone = kept === -1 ? front : front.slice(0, kept);
  const last = gone.at(-1);
  if (!last) return [];
  const { position, hash } = last;
  await tx.em.createQueryBuilder().delete().from(AuditEvent).where('position <= :position', { position }).execute();
  await tx.em.update(AuditChain, ONE_ROW, { base: ctx.logging.audit.sign({ kind: 'BASE', position, hash, at: ctx.clock().toISOString() }) });
  return gone.map(({ id }) => ({ key: { id }, subject: null }));
};
