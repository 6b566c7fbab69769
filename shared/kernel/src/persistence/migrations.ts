import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  type TableForeignKeyOptions,
  type TableIndexOptions,
} from 'typeorm';
import { ID_LENGTH } from '../ids/index.ts';
import type { Migration } from './database.ts';

type ColumnType = Omit<TableColumnOptions, 'name'>;

/** Column types that both dialects hold alike. `day` is a calendar day, `instant` a UTC moment in milliseconds. */
export const column = {
  id: { type: 'varchar', length: String(ID_LENGTH) },
  varchar: (length: number): ColumnType => ({ type: 'varchar', length: String(length) }),
  text: { type: 'text' },
  int: { type: 'int' },
  boolean: { type: 'boolean' },
  day: { type: 'date' },
  instant: { type: 'datetime', precision: 3 },
  decimal: (precision: number, scale: number): ColumnType => ({ type: 'decimal', precision, scale }),
  json: { type: 'text' },
} as const;

export const nullable = (type: ColumnType): ColumnType => ({ ...type, isNullable: true });

/** One migration that adds a column, empty in the rows that are there; safe to run again after a kill. */
export const addColumn = (at: number, table: string, name: string, type: ColumnType): Migration =>
  class implements MigrationInterface {
    name = `Add_${table}_${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      if (await runner.hasColumn(table, name)) return;
      const { driver } = runner.dataSource;
      const sqlType = driver.createFullType(new TableColumn({ ...type, name, type: driver.normalizeType({ type: type.type as 'varchar' }) }));
      // Plain SQL: TypeORM would copy the whole table on SQLite.
      await runner.query(`ALTER TABLE ${driver.escape(table)} ADD COLUMN ${driver.escape(name)} ${sqlType} NULL`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropColumn(table, name);
    }
  };

export interface TableSpec {
  columns: Record<string, ColumnType>;
  primary: string[];
  /** Index name → columns; the entity names the same index. */
  indices?: Record<string, string[]>;
  uniques?: Record<string, string[]>;
  /** Foreign key name → column and referred table (by its `id`). */
  references?: Record<string, { column: string; table: string }>;
}

/** One migration that makes one table: one DDL step, safe to run again after a kill. `at` is a 13-digit timestamp, ascending. */
export const createTable = (at: number, name: string, spec: TableSpec): Migration =>
  class implements MigrationInterface {
    name = `Create_${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const columns = Object.entries(spec.columns).map(
        ([columnName, type]): TableColumnOptions => ({
          ...type,
          name: columnName,
          type: runner.dataSource.driver.normalizeType({ type: type.type as 'varchar' }),
          isPrimary: spec.primary.includes(columnName),
        }),
      );
      const indices = [
        ...Object.entries(spec.indices ?? {}).map(([indexName, columnNames]): TableIndexOptions => ({ name: indexName, columnNames })),
        ...Object.entries(spec.uniques ?? {}).map(([indexName, columnNames]): TableIndexOptions => ({ name: indexName, columnNames, isUnique: true })),
      ];
      const foreignKeys = Object.entries(spec.references ?? {}).map(
        ([keyName, { column: columnName, table }]): TableForeignKeyOptions => ({
          name: keyName,
          columnNames: [columnName],
          referencedTableName: table,
          referencedColumnNames: ['id'],
          onDelete: 'NO ACTION',
          onUpdate: 'NO ACTION',
        }),
      );
      await runner.createTable(new Table({ name, columns, indices, foreignKeys }), true);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropTable(name);
    }
  };
