import { IsNull } from 'typeorm';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../persistence/database.ts';
import { storedInstant } from '../persistence/columns.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import { AuditChain } from './audit-chain.entity.ts';
import { AuditEvent } from './audit-event.entity.ts';
import { type AuditSigner, type ChainStatement, linkHash, type StoredEvent } from './chain.ts';

/** Events in one transaction. Few sizes make few texts of SQL: each is kept prepared. */
const SIZES = [1, 16, 128] as const;
const BATCH = 128;
export const ONE_ROW = { id: 1 };

/** Somebody changed where the chain ends: sealing on would vouch for it. */
export class ChainBroken extends Error {
  override name = 'ChainBroken';
}

/** Held until the transaction ends: nobody else seals or removes meanwhile. */
export const lockChain = ({ em, dialect }: WriteTx): Promise<AuditChain> =>
  em.findOneOrFail(AuditChain, { where: ONE_ROW, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });

interface Link {
  id: string;
  position: number;
  hash: string;
}

type Waiting = Omit<StoredEvent, 'at'> & { at: string | Date };

/** In the order of their ids, which is that of time but for what two processes did at once. */
const waitingRows = ({ em }: WriteTx): Promise<Waiting[]> =>
  em.query(`SELECT id, at, employeeId, organisation, action, subjectIds, purpose, traceId FROM audit_event WHERE position IS NULL ORDER BY id LIMIT ${BATCH}`);

/** MariaDB gives an instant as a date, SQLite as the text that both hold. */
const asStored = (row: Waiting): StoredEvent => ({
  ...row,
  at: typeof row.at === 'string' ? row.at : storedInstant(row.at),
});

const chained = (after: { position: number; hash: string }, rows: readonly Waiting[]): Link[] => {
  let { position, hash } = after;
  return rows.map((row) => {
    position += 1;
    hash = linkHash(hash, position, asStored(row));
    return { id: row.id, position, hash };
  });
};

const writeLinks = async ({ em }: WriteTx, links: readonly Link[]): Promise<void> => {
  const size = SIZES.find((each) => each >= links.length) ?? BATCH;
  // No id is empty.
  const padded = Array.from({ length: size }, (_, i) => links[i] ?? { id: '', position: 0, hash: '' });
  const cases = padded.map(() => 'WHEN ? THEN ?').join(' ');
  await em.query(
    `UPDATE audit_event SET position = CASE id ${cases} END, hash = CASE id ${cases} END WHERE id IN (${padded.map(() => '?').join(', ')}) AND position IS NULL`,
    [...padded.flatMap(({ id, position }) => [id, position]), ...padded.flatMap(({ id, hash }) => [id, hash]), ...padded.map(({ id }) => id)],
  );
};

/** Refuses to go on from an end that we did not sign: what somebody rewrote before it would get our signature. */
const checkEnd = (chain: AuditChain, signer: AuditSigner): void => {
  if (chain.head === null && chain.position === 0) return;
  const said = chain.head === null ? null : signer.read(chain.head);
  if (said?.kind !== 'HEAD' || said.position !== chain.position || said.hash !== chain.hash)
    throw new ChainBroken('audit_chain does not hold what was signed: see docs/operations.md, "Audit"');
};

const sealBatch = (db: Database, signer: AuditSigner, clock: Clock): Promise<{ sealed: number; head: string }> =>
  db.write(async (tx) => {
    const chain = await lockChain(tx);
    checkEnd(chain, signer);
    const waiting = await waitingRows(tx);
    if (waiting.length === 0 && chain.head !== null) return { sealed: 0, head: chain.head };
    const links = chained(chain, waiting);
    if (links.length > 0) await writeLinks(tx, links);
    const { position, hash } = links.at(-1) ?? chain;
    const head = signer.sign({ kind: 'HEAD', position, hash, at: clock().toISOString() });
    await tx.em.update(AuditChain, ONE_ROW, { position, hash, head });
    return { sealed: links.length, head };
  });

/**
 * Gives every committed audit row that has none its place in the chain, and signs where the chain ends. Gives that statement.
 * After the commit and under one lock, so that no command waits for another's.
 */
export const sealAudit = async (db: Database, signer: AuditSigner, clock: Clock): Promise<string> => {
  for (;;) {
    const { sealed, head } = await sealBatch(db, signer, clock);
    if (sealed < BATCH) return head;
  }
};

export const hasUnsealed = (db: Database): Promise<boolean> => db.read.em.existsBy(AuditEvent, { position: IsNull() });

export const endOf = (signer: AuditSigner, head: string): ChainStatement => {
  const said = signer.read(head);
  if (!said) throw new ChainBroken('The end of the audit chain was not signed by us.');
  return said;
};
