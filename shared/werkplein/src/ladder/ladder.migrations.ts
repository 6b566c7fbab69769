import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const ladderMigrations: readonly Migration[] = [
  createTable(1764001200201, 'ladder_measurement', {
    columns: {
      id: column.id,
      clientId: column.id,
      measuredOn: column.day,
      currentDay: nullable(column.day),
      step: column.int,
      recordedById: column.varchar(64),
      recordedByName: column.varchar(120),
      recordedAt: column.instant,
      supersededAt: nullable(column.instant),
    },
    primary: ['id'],
    uniques: { uq_ladder_measurement_day: ['clientId', 'currentDay'] },
    references: { fk_ladder_measurement_client: { column: 'clientId', table: 'client' } },
  }),
];
