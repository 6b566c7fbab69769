import { decodeCursor, fault, type Page, pageSize, type ReadTx, type RequestContext, toPage, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { TransferRow } from './transfer.entity.ts';
import type { TransferDirection, TransferState } from './transfer.machines.ts';

const lock = ({ dialect }: WriteTx) => (dialect === 'mariadb' ? { lock: { mode: 'pessimistic_write' as const } } : {});

/** The transfer, held until the transaction ends; null when it is not one of this direction here. Lock order: transfer, client. */
export const findTransfer = (tx: WriteTx, id: string, direction: TransferDirection): Promise<TransferRow | null> =>
  tx.em.findOne(TransferRow, { where: { id, direction }, ...lock(tx) });

export const lockTransfer = async (tx: WriteTx, id: string, direction: TransferDirection): Promise<TransferRow> => {
  const row = await findTransfer(tx, id, direction);
  if (!row) throw fault('NOT_FOUND');
  return row;
};

/** Writes a step; the caller holds the lock. Gives the row as it is now. */
export const updateTransfer = async ({ em }: WriteTx, row: TransferRow, change: Partial<TransferRow>): Promise<TransferRow> => {
  const changed = { ...row, ...change, version: row.version + 1 };
  await em.update(TransferRow, { id: row.id }, changed);
  return changed;
};

/** The transfers of a client, newest first. */
export const transfersOf = async (ctx: RequestContext, clientId: string): Promise<TransferRow[]> => {
  const found = await ctx.load('transfers', clientId, async (ids) => {
    const rows = await ctx.db.read.em.find(TransferRow, { where: { clientId: In([...ids]) }, order: { offeredAt: 'DESC', id: 'DESC' } });
    return Map.groupBy(rows, (row) => row.clientId as string);
  });
  return found ?? [];
};

export const loadTransfer = (ctx: RequestContext, id: string): Promise<TransferRow | null> =>
  ctx.load('transfer', id, async (ids) => new Map((await ctx.db.read.em.findBy(TransferRow, { id: In([...ids]) })).map((row) => [row.id, row])));

/** States in which somebody still has to do something, or a letter or a day. */
export const openStates: readonly TransferState[] = ['OFFERED', 'ACCEPTED', 'CLOSED'];

/** Transfers of one direction, by the day of transition; without states those that are not over. */
export const listTransfers = async (
  { db }: RequestContext,
  direction: TransferDirection,
  { states, first, after }: { states: readonly TransferState[] | null; first: number; after: string | null },
): Promise<Page<TransferRow>> => {
  const size = pageSize(first);
  const query = db.read.em
    .createQueryBuilder(TransferRow, 't')
    .where('t.direction = :direction AND t.state IN (:...states)', { direction, states: states?.length ? states : openStates });
  const cursor = decodeCursor(after);
  if (cursor) query.andWhere('(t.cutoverOn > :day OR (t.cutoverOn = :day AND t.id > :id))', { day: cursor[0], id: cursor[1] });
  const rows = await query
    .orderBy('t.cutoverOn')
    .addOrderBy('t.id')
    .limit(size + 1)
    .getMany();
  return toPage(rows, size, ({ cutoverOn, id }) => [cutoverOn, id]);
};

/** Somebody who is offered by another Werkplein and has this BSN, under the index of any key. */
export const pendingIncoming = ({ em }: ReadTx, bsnIndices: readonly string[]): Promise<TransferRow | null> =>
  em.findOneBy(TransferRow, { direction: 'IN', state: In(['OFFERED', 'ACCEPTED']), bsnIndex: In([...bsnIndices]) });
