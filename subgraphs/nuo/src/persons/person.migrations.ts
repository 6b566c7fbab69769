import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const personMigrations: readonly Migration[] = [
  createTable(1764430000011, 'person', {
    columns: { id: column.id, token: nullable(column.varchar(100)) },
    primary: ['id'],
    uniques: { uq_person_token: ['token'] },
  }),
];
