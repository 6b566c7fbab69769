import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Migration } from '../persistence/database.ts';
import { column, createTable, nullable } from '../persistence/migrations.ts';
import type { DatedParameter } from './parameter.rules.ts';

/** The table of an entity with `ParameterColumns`. */
export const createParameterTable = (at: number, table: string): Migration =>
  createTable(at, table, {
    columns: {
      code: column.varchar(40),
      validFrom: column.day,
      version: column.varchar(20),
      validUntil: nullable(column.day),
      value: column.decimal(12, 4),
      unit: column.varchar(20),
      confirmed: column.boolean,
      source: column.varchar(250),
      note: nullable(column.varchar(250)),
    },
    primary: ['code', 'validFrom', 'version'],
  });

/** One migration that adds a set of parameters, named `name`. What is there already stays. */
export const addParameters = (at: number, name: string, table: string, rows: readonly DatedParameter[]): Migration =>
  class implements MigrationInterface {
    name = `${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const names = ['code', 'validFrom', 'version', 'validUntil', 'value', 'unit', 'confirmed', 'source', 'note'] as const;
      const verb = runner.dataSource.options.type === 'better-sqlite3' ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
      const sql = `${verb} INTO ${table} (${names.map((each) => runner.dataSource.driver.escape(each)).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
      for (const row of rows)
        await runner.query(
          sql,
          names.map((each) => (each === 'confirmed' ? Number(row.confirmed) : row[each])),
        );
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { code, validFrom, version } of rows)
        await runner.query(`DELETE FROM ${table} WHERE code = ? AND validFrom = ? AND version = ?`, [code, validFrom, version]);
    }
  };
