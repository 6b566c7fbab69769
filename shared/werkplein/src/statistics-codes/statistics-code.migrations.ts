import { column, createTable, type Migration, nullable } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { StatisticsCode } from './statistics-code.rules.ts';
import { statisticsCodeRows } from './statistics-codes.rows.ts';

/** One migration that adds codes. What is there already stays. */
const addCodes = (at: number, rows: readonly StatisticsCode[]): Migration =>
  class implements MigrationInterface {
    name = `Statistics_codes${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const names = ['list', 'item', 'validFrom', 'version', 'validUntil', 'code', 'confirmed', 'source'] as const;
      const verb = runner.dataSource.options.type === 'better-sqlite3' ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
      const sql = `${verb} INTO statistics_code (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
      for (const row of rows)
        await runner.query(
          sql,
          names.map((name) => (name === 'confirmed' ? Number(row.confirmed) : row[name])),
        );
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { list, item, version } of rows)
        await runner.query('DELETE FROM statistics_code WHERE list = ? AND item = ? AND version = ?', [list, item, version]);
    }
  };

export const statisticsCodeMigrations: readonly Migration[] = [
  createTable(1764410000040, 'statistics_code', {
    columns: {
      list: column.varchar(20),
      item: column.varchar(30),
      validFrom: column.day,
      version: column.varchar(20),
      validUntil: nullable(column.day),
      code: column.varchar(10),
      confirmed: column.boolean,
      source: column.varchar(250),
    },
    primary: ['list', 'item', 'validFrom', 'version'],
  }),
  addCodes(1764410000041, statisticsCodeRows),
];
