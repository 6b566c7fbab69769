import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Migration } from '../persistence/database.ts';
import { column, createTable } from '../persistence/migrations.ts';
import type { PublicHoliday } from './public-holiday.entity.ts';

export const createPublicHolidays = (at: number): Migration =>
  createTable(at, 'public_holiday', { columns: { day: column.day, name: column.varchar(60), source: column.varchar(250) }, primary: ['day'] });

/** One migration that adds holidays. What is there already stays. */
export const addPublicHolidays = (at: number, rows: readonly PublicHoliday[]): Migration =>
  class implements MigrationInterface {
    name = `Public_holidays${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const verb = runner.dataSource.options.type === 'better-sqlite3' ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
      for (const { day, name, source } of rows) await runner.query(`${verb} INTO public_holiday (day, name, source) VALUES (?, ?, ?)`, [day, name, source]);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { day } of rows) await runner.query('DELETE FROM public_holiday WHERE day = ?', [day]);
    }
  };
