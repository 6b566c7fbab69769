import { addColumns, column, defaulting, type Migration, nullable } from '@werkplein/kernel';

export const disclosureMigrations: readonly Migration[] = [
  addColumns(1764001200001, 'disclosure', {
    columns: {
      version: defaulting(column.int, 1),
      note: nullable(column.varchar(300)),
      recordedById: nullable(column.varchar(64)),
      recordedByName: nullable(column.varchar(120)),
      recordedAt: nullable(column.instant),
      changedInto: nullable(column.id),
    },
  }),
];
