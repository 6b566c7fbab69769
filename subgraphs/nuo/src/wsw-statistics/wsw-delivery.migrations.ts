import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const wswDeliveryMigrations: readonly Migration[] = [
  createTable(1764440000041, 'wsw_delivery', {
    columns: {
      id: column.id,
      period: column.varchar(5),
      municipality: nullable(column.varchar(4)),
      deliveredAt: column.instant,
      employeeId: column.varchar(64),
      organisation: column.varchar(4),
      written: column.int,
      rejected: column.int,
      sha256: column.varchar(64),
    },
    primary: ['id'],
    indices: { ix_wsw_delivery_period: ['period', 'deliveredAt'] },
  }),
];
