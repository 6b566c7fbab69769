import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const followUpMigrations: readonly Migration[] = [
  createTable(1764470000030, 'outflow_follow_up', {
    columns: {
      id: column.id,
      clientId: column.id,
      dossierId: column.id,
      currentOf: nullable(column.id),
      observedOn: column.day,
      works: column.varchar(8),
      benefit: column.varchar(8),
      recordedById: column.varchar(64),
      recordedByName: column.varchar(120),
      recordedAt: column.instant,
      supersededAt: nullable(column.instant),
    },
    primary: ['id'],
    indices: { ix_outflow_follow_up_client: ['clientId'] },
    uniques: { uq_outflow_follow_up_current: ['currentOf'] },
    references: {
      fk_outflow_follow_up_client: { column: 'clientId', table: 'client' },
      fk_outflow_follow_up_dossier: { column: 'dossierId', table: 'dossier' },
    },
  }),
];
