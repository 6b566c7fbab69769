import type { Migration } from '../persistence/database.ts';
import { factIndices } from './fact.entity.ts';
import { column, createTable, nullable, setIndices } from '../persistence/migrations.ts';

/** As it was first made to hold what a count asks. */
const covering = {
  ix_fact_begun: ['kind', 'validFrom', 'municipality', 'other', 'code', 'facet', 'amount', 'validUntil', 'ref', 'recordedAt', 'withdrawnAt'],
};

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
  setIndices(1764490000001, 'fact', {
    ix_fact_begun: { columns: covering.ix_fact_begun, before: ['kind', 'validFrom'] },
    ix_fact_ref: { columns: [...factIndices.ix_fact_ref], before: ['ref', 'kind', 'validFrom'] },
    ix_fact_other: { columns: [...factIndices.ix_fact_other] },
  }),
  // The fields by which figures divide come first, and persons, causes and who pays are in it.
  setIndices(1764590000001, 'fact', {
    ix_fact_begun: { columns: [...factIndices.ix_fact_begun], before: covering.ix_fact_begun },
    ix_fact_ended: { columns: [...factIndices.ix_fact_ended], before: ['kind', 'validUntil'] },
    ix_fact_subject: { columns: [...factIndices.ix_fact_subject], before: ['subject', 'kind', 'validFrom'] },
    ix_fact_cause: { columns: [...factIndices.ix_fact_cause], before: ['cause', 'kind', 'validFrom'] },
  }),
];
