import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { WriteTx } from './transactions.ts';

/** Many complete rows in one statement. TypeORM's insert builder took 1.3 ms longer for the 51 rows of a list of 50 clients. */
export const insertRows = async <T extends ObjectLiteral>({ em }: WriteTx, entity: EntityTarget<T>, rows: readonly T[]): Promise<void> => {
  const { columns, tableName } = em.connection.getMetadata(entity);
  const { driver } = em.connection;
  const names = columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  const places = `(${columns.map(() => '?').join(', ')})`;
  const values = rows.flatMap((row) => columns.map((column) => driver.preparePersistentValue(column.getEntityValue(row), column) as unknown));
  await em.query(`INSERT INTO ${driver.escape(tableName)} (${names}) VALUES ${rows.map(() => places).join(', ')}`, values);
};
