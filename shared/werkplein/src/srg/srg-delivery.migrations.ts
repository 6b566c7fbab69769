import { column, createTable, type Migration } from '@werkplein/kernel';

export const srgMigrations: readonly Migration[] = [
  createTable(1764410000050, 'srg_delivery', {
    columns: {
      id: column.id,
      month: column.varchar(7),
      file: column.varchar(120),
      digest: column.varchar(64),
      persons: column.int,
      provisions: column.int,
      subsidies: column.int,
      rejected: column.int,
      outside: column.int,
      writtenById: column.varchar(64),
      writtenAt: column.instant,
    },
    primary: ['id'],
  }),
];
