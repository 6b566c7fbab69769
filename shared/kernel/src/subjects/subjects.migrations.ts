import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Migration } from '../persistence/database.ts';
import { column, createTable, nullable } from '../persistence/migrations.ts';
import { factTerms, kernelTerms } from './kernel.terms.ts';
import type { RetentionTerm } from './retention-term.entity.ts';

/** One migration that adds dated terms. What the organisation has put there itself stays. */
export const addTerms = (at: number, name: string, rows: readonly RetentionTerm[]): Migration =>
  class implements MigrationInterface {
    name = `Terms_${name}${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const names = ['kind', 'validFrom', 'term', 'statutory', 'startEvent', 'source'] as const;
      const verb = runner.dataSource.options.type === 'better-sqlite3' ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
      const sql = `${verb} INTO retention_term (${names.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`;
      for (const row of rows) await runner.query(sql, [row.kind, row.validFrom, row.term, row.statutory ? 1 : 0, row.startEvent, row.source]);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { kind, validFrom } of rows) await runner.query('DELETE FROM retention_term WHERE kind = ? AND validFrom = ?', [kind, validFrom]);
    }
  };

export const subjectMigrations: readonly Migration[] = [
  createTable(1764000200001, 'retention_term', {
    columns: {
      kind: column.varchar(40),
      validFrom: column.day,
      term: column.varchar(12),
      statutory: column.boolean,
      startEvent: column.varchar(120),
      source: column.varchar(250),
    },
    primary: ['kind', 'validFrom'],
  }),
  createTable(1764000200002, 'erasure', {
    columns: {
      id: column.id,
      kind: column.varchar(40),
      subjectHash: column.varchar(64),
      numberHash: nullable(column.varchar(64)),
      ground: column.varchar(30),
      erasedAt: column.instant,
    },
    primary: ['id'],
    indices: { ix_erasure_number: ['numberHash'] },
    uniques: { uq_erasure_subject: ['subjectHash'] },
  }),
  addTerms(1764000200003, 'kernel', kernelTerms),
  addTerms(1764400000002, 'fact', factTerms),
];
