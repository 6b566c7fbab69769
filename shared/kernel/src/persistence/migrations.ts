import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  TableForeignKey,
  type TableForeignKeyOptions,
  TableIndex,
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
/** For a column that is added to rows. */
export const defaulting = (type: ColumnType, value: number | boolean): ColumnType => ({ ...type, default: String(Number(value)) });

export interface TableSpec {
  columns: Record<string, ColumnType>;
  primary: string[];
  /** Index name → columns; the entity names the same index. */
  indices?: Record<string, string[]>;
  uniques?: Record<string, string[]>;
  /** Foreign key name → column and referred table (by its `id`). */
  references?: Record<string, { column: string; table: string }>;
}

const columnOptions = (runner: QueryRunner, columns: Record<string, ColumnType>, primary: string[] = []): TableColumnOptions[] =>
  Object.entries(columns).map(([columnName, type]) => ({
    ...type,
    name: columnName,
    type: runner.dataSource.driver.normalizeType({ type: type.type as 'varchar' }),
    isPrimary: primary.includes(columnName),
  }));

const indexOptions = (indices: TableSpec['indices'], isUnique: boolean): TableIndexOptions[] =>
  Object.entries(indices ?? {}).map(([name, columnNames]) => ({ name, columnNames, ...(isUnique && { isUnique }) }));

const foreignKeyOptions = (references: TableSpec['references']): TableForeignKeyOptions[] =>
  Object.entries(references ?? {}).map(([name, { column: columnName, table }]) => ({
    name,
    columnNames: [columnName],
    referencedTableName: table,
    referencedColumnNames: ['id'],
    onDelete: 'NO ACTION',
    onUpdate: 'NO ACTION',
  }));

/** One migration that makes one table: one DDL step, safe to run again after a kill. `at` is a 13-digit timestamp, ascending. */
export const createTable = (at: number, name: string, spec: TableSpec): Migration =>
  class implements MigrationInterface {
    name = `Create_${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const columns = columnOptions(runner, spec.columns, spec.primary);
      const indices = [...indexOptions(spec.indices, false), ...indexOptions(spec.uniques, true)];
      await runner.createTable(new Table({ name, columns, indices, foreignKeys: foreignKeyOptions(spec.references) }), true);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropTable(name);
    }
  };

/** One migration that adds columns to a table with rows: a column that may not be null has a `default`. What a killed run did is skipped. */
export const addColumns = (at: number, name: string, spec: Omit<TableSpec, 'primary'>): Migration =>
  class implements MigrationInterface {
    name = `Add_to_${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const before = await runner.getTable(name);
      const missing = <T extends { name?: string }>(wanted: T[], there: readonly { name?: string }[] = []): T[] =>
        wanted.filter((one) => !there.some((other) => other.name === one.name));
      const columns = missing(columnOptions(runner, spec.columns), before?.columns);
      if (columns.length > 0) {
        await runner.addColumns(
          name,
          columns.map((options) => new TableColumn(options)),
        );
      }
      const indices = missing([...indexOptions(spec.indices, false), ...indexOptions(spec.uniques, true)], before?.indices);
      if (indices.length > 0) {
        await runner.createIndices(
          name,
          indices.map((options) => new TableIndex(options)),
        );
      }
      const keys = missing(foreignKeyOptions(spec.references), before?.foreignKeys);
      if (keys.length > 0) {
        await runner.createForeignKeys(
          name,
          keys.map((options) => new TableForeignKey(options)),
        );
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      const table = await runner.getTable(name);
      await runner.dropForeignKeys(name, table?.foreignKeys.filter((key) => key.name !== undefined && key.name in (spec.references ?? {})) ?? []);
      await runner.dropIndices(name, table?.indices.filter((index) => index.name !== undefined && index.name in { ...spec.indices, ...spec.uniques }) ?? []);
      await runner.dropColumns(name, Object.keys(spec.columns));
    }
  };
