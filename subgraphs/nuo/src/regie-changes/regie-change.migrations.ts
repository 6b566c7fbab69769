import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const regieChangeMigrations: readonly Migration[] = [
  createTable(1764460000021, 'regie_change', {
    columns: { id: column.id, oldClientId: column.id, newClientId: column.id, cutoverOn: column.day, receivedAt: column.instant },
    primary: ['id'],
    indices: { ix_regie_change_old: ['oldClientId'], ix_regie_change_received: ['receivedAt'] },
  }),
  createTable(1764460000022, 'participant_client', {
    columns: {
      id: column.id,
      participantId: column.id,
      clientId: column.id,
      municipality: column.varchar(4),
      validFrom: nullable(column.day),
      validUntil: nullable(column.day),
      transferId: column.id,
    },
    primary: ['id'],
    indices: { ix_participant_client_participant: ['participantId', 'validFrom'], ix_participant_client_client: ['clientId', 'validFrom'] },
    references: { fk_participant_client_participant: { column: 'participantId', table: 'participant' } },
  }),
  createTable(1764460000023, 'transferred_order', {
    columns: {
      id: column.id,
      transferId: column.id,
      orderId: column.id,
      participantId: column.id,
      municipality: column.varchar(4),
      fromMunicipality: column.varchar(4),
      decidedAt: nullable(column.instant),
      decision: nullable(column.varchar(10)),
      decidedById: nullable(column.varchar(64)),
    },
    primary: ['id'],
    indices: { ix_transferred_order_open: ['municipality', 'decidedAt'], ix_transferred_order_participant: ['participantId'] },
    uniques: { uq_transferred_order: ['transferId', 'orderId'] },
    references: { fk_transferred_order_participant: { column: 'participantId', table: 'participant' } },
  }),
];
