import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { WriteTx } from './transactions.ts';

/**
 * Rows in one statement. Few sizes make few statements: each text is kept prepared, and one of 500 rows takes
 * megabytes, so that with batches of every size a load of 350,000 rows held 2 GB.
 */
const ROWS = 100;

const chunks = <T>(rows: readonly T[]): T[][] => Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, i) => rows.slice(i * ROWS, (i + 1) * ROWS));

/** Inserts many rows. */
export const insertRows = async <E extends ObjectLiteral>(tx: WriteTx, entity: EntityTarget<E>, rows: readonly E[]): Promise<void> => {
  for (const some of chunks(rows)) await tx.em.createQueryBuilder().insert().into(entity).values(some).updateEntity(false).execute();
};

/** Inserts those that are not there yet; a row whose key exists stays as it is. */
export const insertMissing = async <E extends ObjectLiteral>(tx: WriteTx, entity: EntityTarget<E>, rows: readonly E[]): Promise<void> => {
  for (const some of chunks(rows)) await tx.em.createQueryBuilder().insert().into(entity).values(some).orIgnore().updateEntity(false).execute();
};
