import type { Migration } from '../persistence/database.ts';
import { column, createTable, nullable } from '../persistence/migrations.ts';

export const factMigrations: readonly Migration[] = [
  createTable(1764400000001, 'fact', {
    columns: {
      id: column.id,
      kind: column.varchar(40),
      ref: column.id,
      subject: nullable(column.id),
      municipality: nullable(column.varchar(4)),
      payer: nullable(column.varchar(4)),
      responsible: nullable(column.varchar(4)),
      code: nullable(column.varchar(40)),
      facet: nullable(column.varchar(40)),
      actor: nullable(column.varchar(4)),
      other: nullable(column.id),
      cause: nullable(column.id),
      amount: nullable({ type: 'bigint' }),
      validFrom: column.day,
      validUntil: nullable(column.day),
      recordedAt: column.instant,
      withdrawnAt: nullable(column.instant),
    },
    primary: ['id'],
    indices: {
      ix_fact_municipality: ['kind', 'municipality', 'validFrom'],
      ix_fact_payer: ['kind', 'payer', 'validFrom'],
      ix_fact_begun: ['kind', 'validFrom'],
      ix_fact_ended: ['kind', 'validUntil'],
      ix_fact_ref: ['ref', 'kind', 'validFrom'],
      ix_fact_subject: ['subject', 'kind', 'validFrom'],
      ix_fact_cause: ['cause', 'kind', 'validFrom'],
    },
  }),
];
