import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const exemptionMigrations: readonly Migration[] = [
  createTable(1764410000030, 'exemption', {
    columns: {
      id: column.id,
      clientId: column.id,
      ground: column.varchar(30),
      status: column.varchar(10),
      startsOn: column.day,
      endsOn: nullable(column.day),
      decisionId: column.id,
      reviewOn: nullable(column.day),
      reviewedOn: nullable(column.day),
      endReason: nullable(column.varchar(300)),
      version: column.int,
      recordedById: column.varchar(64),
      recordedAt: column.instant,
    },
    primary: ['id'],
    indices: {
      ix_exemption_client: ['clientId'],
      ix_exemption_decision: ['decisionId'],
      ix_exemption_end: ['status', 'endsOn', 'id'],
      ix_exemption_review: ['status', 'reviewOn', 'id'],
    },
    references: { fk_exemption_client: { column: 'clientId', table: 'client' }, fk_exemption_decision: { column: 'decisionId', table: 'decision' } },
  }),
  createTable(1764410000031, 'carried_exemption', {
    columns: {
      id: column.id,
      clientId: column.id,
      ground: column.varchar(30),
      municipality: column.varchar(4),
      months: column.int,
      recordedById: column.varchar(64),
      recordedAt: column.instant,
    },
    primary: ['id'],
    uniques: { uq_carried_exemption: ['clientId', 'ground', 'municipality'] },
    references: { fk_carried_exemption_client: { column: 'clientId', table: 'client' } },
  }),
];
