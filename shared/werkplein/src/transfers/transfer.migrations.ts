import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const transferMigrations: readonly Migration[] = [
  createTable(1764460000011, 'transfer', {
    columns: {
      id: column.id,
      direction: column.varchar(3),
      clientId: nullable(column.id),
      municipality: column.varchar(4),
      otherClientId: nullable(column.id),
      state: column.varchar(10),
      cutoverOn: column.day,
      package: nullable(column.json),
      bsnCipher: nullable(column.varchar(200)),
      bsnKeyId: nullable(column.varchar(16)),
      bsnIndex: nullable(column.varchar(64)),
      openOf: nullable(column.varchar(64)),
      klantregisseurId: nullable(column.varchar(64)),
      klantregisseurName: nullable(column.varchar(120)),
      note: nullable(column.varchar(300)),
      reason: nullable(column.varchar(300)),
      offeredById: column.varchar(64),
      offeredByName: column.varchar(120),
      offeredAt: column.instant,
      decidedAt: nullable(column.instant),
      endedAt: nullable(column.instant),
      version: column.int,
    },
    primary: ['id'],
    indices: {
      ix_transfer_client: ['clientId', 'offeredAt'],
      ix_transfer_state: ['direction', 'state', 'cutoverOn', 'id'],
      ix_transfer_bsn: ['bsnIndex'],
    },
    uniques: { uq_transfer_open: ['openOf'] },
    references: { fk_transfer_client: { column: 'clientId', table: 'client' } },
  }),
];
