import type { ObjectLiteral } from 'typeorm';
import { runCommand } from '../commands/index.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import { localDay } from '../scalars/day.ts';
import type { RequestContext } from '../server/context.ts';
import type { ErasureGround } from './erasure-grounds.ts';
import { idsOf, isOfSubjects, personTable, type SubjectKind, type SubjectTable } from './registry.ts';
import { findKeys, removeRows, rowsOf } from './remove-rows.ts';
import { keepUntil } from './term.rules.ts';
import { type KnownTerm, overBefore, termsOn } from './terms.store.ts';
import { bury, erasedAt } from './tombstones.ts';

export interface ErasurePart {
  title: string;
  rows: number;
  /** Whether the rows go, or stay without the reference to the person. */
  detached: boolean;
}

export interface KeptPart {
  title: string;
  rows: number;
  /** Dutch. */
  reason: string;
  term: string | null;
  source: string | null;
  /** Last day on which it must be kept; null while that is not known. */
  keepUntil: string | null;
}

export type EraseAnswer =
  | { __typename: 'Erased'; parts: ErasurePart[] }
  | { __typename: 'ErasurePossible'; parts: ErasurePart[] }
  | { __typename: 'RetentionNotOver'; items: KeptPart[] }
  | { __typename: 'NothingToErase'; erasedOn: string | null };

export interface EraseFields {
  requestId: string;
  subjectId: string;
  ground: ErasureGround;
  dryRun: boolean;
}

const MANY = 100_000;

const ofSubject = (tx: WriteTx, table: SubjectTable, ids: readonly string[]) => rowsOf(tx, table).where(isOfSubjects(table), { ids });

const asDay = (value: Date | string, table: SubjectTable): string => {
  if (table.startsAt === 'day' && typeof value === 'string') return value.slice(0, 10);
  return localDay(value instanceof Date ? value : new Date(`${value.replace(' ', 'T')}Z`));
};

/** Why rows of this table must stay, or null when all of them may go. */
const keptPart = async (tx: WriteTx, table: SubjectTable, ids: readonly string[], known: KnownTerm | undefined, today: string): Promise<KeptPart | null> => {
  const rows = await ofSubject(tx, table, ids).getCount();
  if (rows === 0 || table.erasure !== 'delete' || known?.statutory === false) return null;
  const { title } = table;
  if (!known) return { title, rows, reason: 'Van dit soort gegevens is de bewaartermijn niet bekend.', term: null, source: null, keepUntil: null };
  const over = await ofSubject(tx, table, ids)
    .andWhere(...overBefore(table, known.parsed, today))
    .getCount();
  if (over === rows) return null;
  const latest = await ofSubject(tx, table, ids)
    .select(`MAX(${table.starts})`, 'latest')
    .addSelect(`SUM(CASE WHEN (${table.starts}) IS NULL THEN 1 ELSE 0 END)`, 'running')
    .getRawOne<{ latest: Date | string | null; running: number | string }>();
  const { term, source } = known;
  const running = Number(latest?.running) > 0 || !latest?.latest;
  return {
    title,
    rows: rows - over,
    reason: running ? `De termijn begint pas na ${known.startEvent}.` : 'De wettelijke bewaartermijn is nog niet voorbij.',
    term,
    source,
    keepUntil: running ? null : keepUntil(asDay(latest.latest as Date | string, table), known.parsed),
  };
};

const lockPerson = (tx: WriteTx, table: SubjectTable, id: string): Promise<ObjectLiteral | null> =>
  tx.em.findOne<ObjectLiteral>(table.entity, { where: { id }, ...(tx.dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' } }) });

const eraseTable = async (tx: WriteTx, table: SubjectTable, ids: readonly string[], write: boolean): Promise<ErasurePart | null> => {
  const rows = await findKeys(tx, table, ofSubject(tx, table, ids), MANY);
  if (rows.length === 0) return null;
  const detached = table.erasure === 'delete' ? null : table.erasure.detach;
  if (write && detached === null) await removeRows(tx, table, rows);
  if (write && detached !== null) {
    await tx.em
      .createQueryBuilder()
      .update(table.entity as new () => ObjectLiteral)
      .set(Object.fromEntries(detached.map((column) => [column, null])))
      .whereInIds(rows.map(({ key }) => key))
      .execute();
  }
  return { title: table.title, rows: rows.length, detached: detached !== null };
};

/** Removes or detaches every row of the person; no term is asked. */
export const eraseRows = async (tx: WriteTx, kind: SubjectKind, ids: readonly string[], write: boolean): Promise<ErasurePart[]> => {
  const parts: ErasurePart[] = [];
  for (const table of kind.tables) {
    const part = await eraseTable(tx, table, ids, write);
    if (part) parts.push(part);
  }
  return parts;
};

/**
 * Erases a person (AVG art. 17), whole or not at all: while the law obliges to keep one part (art. 17 lid 3 onder b) the person stays known,
 * and what is past its own term goes with the retention run.
 */
export const eraseSubject = (ctx: RequestContext, kind: SubjectKind, input: EraseFields): Promise<EraseAnswer> => {
  const { subjectId, ground, dryRun } = input;
  return runCommand<EraseAnswer>(
    ctx,
    `erase ${kind.name}`,
    input,
    async (tx) => {
      const person = await lockPerson(tx, personTable(kind), subjectId);
      if (!person) {
        const at = await erasedAt(tx, ctx, kind.name, subjectId);
        return { answer: { __typename: 'NothingToErase', erasedOn: at && localDay(at) }, subjectIds: [] };
      }
      const today = localDay(ctx.clock());
      const terms = await termsOn(tx, today);
      const subjectIds = await idsOf(kind, tx, subjectId);
      const items: KeptPart[] = [];
      for (const table of kind.tables) {
        const kept = await keptPart(tx, table, subjectIds, terms.get(table.kind), today);
        if (kept) items.push(kept);
      }
      if (items.length > 0) return { answer: { __typename: 'RetentionNotOver', items }, subjectIds };
      const parts = await eraseRows(tx, kind, subjectIds, !dryRun);
      if (dryRun) return { answer: { __typename: 'ErasurePossible', parts }, subjectIds };
      for (const id of subjectIds) await bury(tx, ctx, kind, id, kind.number?.(person as never) ?? null, ground);
      return { answer: { __typename: 'Erased', parts }, subjectIds };
    },
    kind.erasing(ctx),
  );
};
