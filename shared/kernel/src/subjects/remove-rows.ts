import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ReadTx, WriteTx } from '../persistence/transactions.ts';
import { type RetainedTable, subjectOf, type SubjectTable } from './registry.ts';

type Class = new () => ObjectLiteral;

export interface FoundRow {
  key: Record<string, string>;
  /** Null in a table about no person in particular. */
  subject: string | null;
}

export const rowsOf = ({ em }: ReadTx, { entity }: RetainedTable): SelectQueryBuilder<ObjectLiteral> => em.createQueryBuilder(entity as Class, 't');

export const keysOf = ({ em }: ReadTx, { entity }: RetainedTable): string[] =>
  em.connection.getMetadata(entity).primaryColumns.map(({ propertyName }) => propertyName);

/** Keys of the rows that fit, in the order of their key. */
export const findKeys = async (
  tx: ReadTx,
  table: RetainedTable | SubjectTable,
  query: SelectQueryBuilder<ObjectLiteral>,
  limit: number,
): Promise<FoundRow[]> => {
  const keys = keysOf(tx, table);
  query.select('subject' in table ? subjectOf(table) : 'NULL', 'subject');
  for (const key of keys) query.addSelect(`t.${key}`, key).addOrderBy(`t.${key}`);
  const raw = await query.limit(limit).getRawMany<Record<string, string>>();
  return raw.map((row) => ({ subject: row['subject'] ?? null, key: Object.fromEntries(keys.map((key) => [key, row[key] as string])) }));
};

/** Removes rows by key, after what refers to them was detached. */
export const removeRows = async (tx: WriteTx, table: RetainedTable, rows: readonly FoundRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await table.before?.(
    tx,
    rows.map(({ key }) => key['id'] as string),
  );
  await tx.em
    .createQueryBuilder()
    .delete()
    .from(table.entity)
    .whereInIds(rows.map(({ key }) => key))
    .execute();
};
