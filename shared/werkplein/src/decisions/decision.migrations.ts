import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

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
];
