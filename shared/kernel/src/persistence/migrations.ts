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

/** TypeORM would alter the table once for each column, index and key, and read the whole schema in between: seconds, not milliseconds. */
const alterMariadb = async (runner: QueryRunner, name: string, spec: Omit<TableSpec, 'primary'>): Promise<void> => {
  const { driver } = runner.dataSource;
  const quoted = (names: string[]): string => names.map((one) => driver.escape(one)).join(', ');
  const columns = columnOptions(runner, spec.columns).map((options) => {
    const rest = options.default === undefined ? (options.isNullable ? 'NULL' : 'NOT NULL') : `NOT NULL DEFAULT ${String(options.default)}`;
    return `ADD COLUMN ${driver.escape(options.name)} ${driver.createFullType(new TableColumn(options))} ${rest}`;
  });
  const indices = [...indexOptions(spec.indices, false), ...indexOptions(spec.uniques, true)].map(
    (index) => `ADD ${index.isUnique ? 'UNIQUE ' : ''}INDEX ${driver.escape(index.name as string)} (${quoted(index.columnNames ?? [])})`,
  );
  const keys = Object.entries(spec.references ?? {}).map(
    ([key, { column: columnName, table }]) =>
      `ADD CONSTRAINT ${driver.escape(key)} FOREIGN KEY (${quoted([columnName])}) REFERENCES ${driver.escape(table)} (id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
  );
  await runner.query(`ALTER TABLE ${driver.escape(name)} ${[...columns, ...indices, ...keys].join(', ')}`);
};

const alterSqlite = async (runner: QueryRunner, name: string, spec: Omit<TableSpec, 'primary'>): Promise<void> => {
  await runner.addColumns(
    name,
    columnOptions(runner, spec.columns).map((options) => new TableColumn(options)),
  );
  for (const options of [...indexOptions(spec.indices, false), ...indexOptions(spec.uniques, true)]) await runner.createIndex(name, new TableIndex(options));
  const keys = foreignKeyOptions(spec.references).map((options) => new TableForeignKey(options));
  if (keys.length > 0) await runner.createForeignKeys(name, keys);
};

/** Whether the first thing that is added is there already: then all of it is. */
const isThere = async (runner: QueryRunner, name: string, { columns, indices, uniques }: Omit<TableSpec, 'primary'>): Promise<boolean> => {
  const [added] = Object.keys(columns);
  if (added !== undefined) return runner.hasColumn(name, added);
  const [index] = Object.keys({ ...indices, ...uniques });
  return (await runner.getTable(name))?.indices.some((each) => each.name === index) === true;
};

/**
 * One migration that adds columns to a table with rows: a column that may not be null has a `default`.
 * One ALTER on MariaDB and one transaction on SQLite: after a kill all of it is there, or nothing.
 */
export const addColumns = (at: number, name: string, spec: Omit<TableSpec, 'primary'>): Migration =>
  class implements MigrationInterface {
    name = `Add_to_${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      if (await isThere(runner, name, spec)) return;
      await (runner.dataSource.driver.options.type === 'mariadb' ? alterMariadb : alterSqlite)(runner, name, spec);
    }

    async down(runner: QueryRunner): Promise<void> {
      const table = await runner.getTable(name);
      await runner.dropForeignKeys(name, table?.foreignKeys.filter((key) => key.name !== undefined && key.name in (spec.references ?? {})) ?? []);
      await runner.dropIndices(name, table?.indices.filter((index) => index.name !== undefined && index.name in { ...spec.indices, ...spec.uniques }) ?? []);
      await runner.dropColumns(name, Object.keys(spec.columns));
    }
  };

const isNullable = async (runner: QueryRunner, name: string, columnName: string): Promise<boolean> =>
  (await runner.getTable(name))?.columns.find((each) => each.name === columnName)?.isNullable === true;

/** One migration that lets columns of a table be empty. On SQLite the table is written anew, so no other table may refer to it yet. */
export const allowNull = (at: number, name: string, columns: Record<string, ColumnType>): Migration =>
  class implements MigrationInterface {
    name = `Allow_null_in_${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      if (await isNullable(runner, name, Object.keys(columns)[0] as string)) return;
      const { driver } = runner.dataSource;
      const wanted = columnOptions(runner, columns).map((options) => new TableColumn({ ...options, isNullable: true }));
      if (driver.options.type === 'mariadb') {
        const changes = wanted.map((each) => `MODIFY COLUMN ${driver.escape(each.name)} ${driver.createFullType(each)} NULL`);
        return void (await runner.query(`ALTER TABLE ${driver.escape(name)} ${changes.join(', ')}`));
      }
      const table = await runner.getTable(name);
      await runner.changeColumns(
        name,
        wanted.map((newColumn) => ({ oldColumn: table?.columns.find((each) => each.name === newColumn.name) as TableColumn, newColumn })),
      );
    }

    // Rows that have nothing in it would stand in the way.
    async down(): Promise<void> {}
  };

/** One migration that gives a table other indexes: those with these names are made, also where one of another form has the name. */
export const setIndices = (at: number, name: string, indices: Record<string, { columns: string[]; before?: string[] }>): Migration =>
  class implements MigrationInterface {
    name = `Set_indices_of_${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      await this.#set(runner, (index) => index.columns);
    }

    async down(runner: QueryRunner): Promise<void> {
      await this.#set(runner, (index) => index.before);
    }

    async #set(runner: QueryRunner, columnsOf: (index: { columns: string[]; before?: string[] }) => string[] | undefined): Promise<void> {
      const table = await runner.getTable(name);
      for (const [index, form] of Object.entries(indices)) {
        const columnNames = columnsOf(form);
        const found = table?.indices.find((each) => each.name === index);
        if (found && JSON.stringify(found.columnNames) === JSON.stringify(columnNames)) continue;
        if (found) await runner.dropIndex(name, index);
        if (columnNames) await runner.createIndex(name, new TableIndex({ name: index, columnNames }));
      }
    }
  };

/** One migration that takes columns away, each in one statement; after a kill it goes on with those that are left. They must have no index and no key. */
export const dropColumns = (at: number, name: string, columns: Record<string, ColumnType>): Migration =>
  class implements MigrationInterface {
    name = `Drop_from_${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const { driver } = runner.dataSource;
      for (const one of Object.keys(columns))
        if (await runner.hasColumn(name, one)) await runner.query(`ALTER TABLE ${driver.escape(name)} DROP COLUMN ${driver.escape(one)}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.addColumns(
        name,
        columnOptions(runner, columns).map((options) => new TableColumn(options)),
      );
    }
  };
