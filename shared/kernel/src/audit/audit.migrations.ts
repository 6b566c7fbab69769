import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Migration } from '../persistence/database.ts';
import { addColumns, column, createTable, nullable } from '../persistence/migrations.ts';
import { GENESIS } from './chain.ts';

class FirstLink implements MigrationInterface {
  name = 'First_link1766700000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO audit_chain (id, position, hash) SELECT 1, 0, '${GENESIS}' FROM (SELECT 1 AS one) AS o WHERE NOT EXISTS (SELECT 1 FROM audit_chain)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM audit_chain');
  }
}

/** Rows from before the chain have no position: the first process that starts seals them, in the order of their ids. */
export const auditMigrations: readonly Migration[] = [
  addColumns(1766700000001, 'audit_event', {
    columns: { position: nullable(column.int), hash: nullable(column.varchar(64)) },
    uniques: { uq_audit_event_position: ['position'] },
  }),
  createTable(1766700000002, 'audit_chain', {
    columns: { id: column.int, position: column.int, hash: column.varchar(64), head: nullable(column.text), base: nullable(column.text) },
    primary: ['id'],
  }),
  FirstLink,
];
