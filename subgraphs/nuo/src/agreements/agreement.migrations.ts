import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

const amount = column.decimal(14, 2);
const accepted = (side: 'nuo' | 'municipality') => ({
  [`${side}AcceptedAt`]: nullable(column.instant),
  [`${side}AcceptedById`]: nullable(column.varchar(64)),
  [`${side}AcceptedByName`]: nullable(column.varchar(120)),
});

/** After those of the reports: a settled agreement refers to one. */
export const agreementMigrations: readonly Migration[] = [
  createTable(1764470000011, 'performance_agreement', {
    columns: {
      id: column.id,
      year: column.int,
      municipality: column.varchar(4),
      indicator: column.varchar(40),
      status: column.varchar(10),
      proposedAt: column.instant,
      settledAt: nullable(column.instant),
      settledById: nullable(column.varchar(64)),
      settledByName: nullable(column.varchar(120)),
      settlementNote: nullable(column.varchar(300)),
      settledByReportId: nullable(column.id),
      version: column.int,
    },
    primary: ['id'],
    indices: { ix_performance_agreement_report: ['settledByReportId'] },
    uniques: { uq_performance_agreement: ['year', 'municipality', 'indicator'] },
    references: { fk_performance_agreement_report: { column: 'settledByReportId', table: 'quarter_report' } },
  }),
  createTable(1764470000012, 'agreement_version', {
    columns: {
      id: column.id,
      agreementId: column.id,
      number: column.int,
      target: amount,
      direction: column.varchar(6),
      amberBeyond: amount,
      redBeyond: amount,
      source: column.varchar(10),
      definitionVersion: column.int,
      reason: nullable(column.varchar(300)),
      proposedAt: column.instant,
      proposedById: column.varchar(64),
      proposedByName: column.varchar(120),
      proposedByOrganisation: column.varchar(4),
      ...accepted('nuo'),
      ...accepted('municipality'),
      establishedAt: nullable(column.instant),
      withdrawnAt: nullable(column.instant),
    },
    primary: ['id'],
    uniques: { uq_agreement_version: ['agreementId', 'number'] },
    references: { fk_agreement_version_agreement: { column: 'agreementId', table: 'performance_agreement' } },
  }),
  createTable(1764470000013, 'manual_value', {
    columns: {
      id: column.id,
      agreementId: column.id,
      measuredOn: column.day,
      value: amount,
      reason: column.varchar(300),
      recordedById: column.varchar(64),
      recordedByName: column.varchar(120),
      recordedAt: column.instant,
      replacedAt: nullable(column.instant),
    },
    primary: ['id'],
    indices: { ix_manual_value_agreement: ['agreementId', 'measuredOn'] },
    references: { fk_manual_value_agreement: { column: 'agreementId', table: 'performance_agreement' } },
  }),
];
