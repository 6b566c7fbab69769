import { addColumns, column, createTable, type Migration, nullable } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chainOf } from './decision.rules.ts';

/** Says of the decisions that are there to which first decision they belong. */
class Chains1764410000081 implements MigrationInterface {
  name = 'Chains_of_decisions1764410000081';

  async up(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query('SELECT id, extendsId, revisesId FROM decision')) as { id: string; extendsId: string | null; revisesId: string | null }[];
    for (const { id } of rows) await runner.query('UPDATE decision SET chainId = ? WHERE id = ?', [chainOf(rows, id), id]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE decision SET chainId = NULL');
  }
}

export const decisionMigrations: readonly Migration[] = [
  createTable(1764001100020, 'decision', {
    columns: {
      id: column.id,
      clientId: column.id,
      kind: column.varchar(30),
      outcome: column.varchar(20),
      appliedOn: nullable(column.day),
      decideBy: nullable(column.day),
      decidedOn: column.day,
      startsOn: nullable(column.day),
      endsOn: nullable(column.day),
      legalBasis: column.varchar(250),
      parameterSet: nullable(column.varchar(20)),
      loonwaardeId: nullable(column.id),
      forfait: column.boolean,
      monthlyCents: nullable(column.int),
      extendsId: nullable(column.id),
      revisesId: nullable(column.id),
      documentRef: nullable(column.varchar(120)),
      decidedBy: column.varchar(64),
      publishedAt: column.instant,
    },
    primary: ['id'],
    indices: {
      ix_decision_client: ['clientId'],
      ix_decision_loonwaarde: ['loonwaardeId', 'kind'],
      ix_decision_extends: ['extendsId'],
    },
    uniques: { uq_decision_revises: ['revisesId'] },
    references: {
      fk_decision_client: { column: 'clientId', table: 'client' },
      fk_decision_loonwaarde: { column: 'loonwaardeId', table: 'loonwaardebepaling' },
      fk_decision_extends: { column: 'extendsId', table: 'decision' },
      fk_decision_revises: { column: 'revisesId', table: 'decision' },
    },
  }),
  addColumns(1764410000080, 'decision', {
    columns: { chainId: nullable(column.id) },
    indices: { ix_decision_chain: ['chainId'], ix_decision_end: ['kind', 'endsOn', 'id'] },
  }),
  Chains1764410000081,
];
