import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const indicationMigrations: readonly Migration[] = [
  createTable(1764440000011, 'indication', {
    columns: {
      id: column.id,
      participantId: column.id,
      requestedOn: nullable(column.day),
      decidedOn: column.day,
      validUntil: column.day,
      targetGroup: column.varchar(12),
      category: nullable(column.varchar(8)),
      advisedForm: nullable(column.varchar(20)),
      reindicationRequestedOn: nullable(column.day),
      version: column.int,
    },
    primary: ['id'],
    indices: { ix_indication_participant: ['participantId', 'decidedOn'], ix_indication_until: ['validUntil', 'id'] },
    references: { fk_indication_participant: { column: 'participantId', table: 'participant' } },
  }),
  createTable(1764440000012, 'indication_handicap', {
    columns: { id: column.id, indicationId: column.id, position: column.int, code: column.varchar(3) },
    primary: ['id'],
    uniques: { uq_indication_handicap_position: ['indicationId', 'position'] },
    references: { fk_indication_handicap_indication: { column: 'indicationId', table: 'indication' } },
  }),
];
