import { column, createTable, type Migration, nullable } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { LawParameter } from './law-parameter.rules.ts';
import { lawParameterRows } from './law-parameters.rows.ts';

/** One migration that adds a set of parameters. What is there already stays. */
const addLawParameters = (at: number, rows: readonly LawParameter[]): Migration =>
  class implements MigrationInterface {
    name = `Law_parameters${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const names = ['code', 'validFrom', 'version', 'validUntil', 'value', 'unit', 'confirmed', 'source', 'note'] as const;
      const verb = runner.dataSource.options.type === 'better-sqlite3' ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
      const sql = `${verb} INTO law_parameter (${names.map((name) => runner.dataSource.driver.escape(name)).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
      for (const row of rows)
        await runner.query(
          sql,
          names.map((name) => (name === 'confirmed' ? Number(row.confirmed) : row[name])),
        );
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { code, validFrom, version } of rows)
        await runner.query('DELETE FROM law_parameter WHERE code = ? AND validFrom = ? AND version = ?', [code, validFrom, version]);
    }
  };

export const lawParameterMigrations: readonly Migration[] = [
  createTable(1764001100001, 'law_parameter', {
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
  }),
  addLawParameters(1764001100002, lawParameterRows),
  // Again: the list grew.
  addLawParameters(1764410000060, lawParameterRows),
];
