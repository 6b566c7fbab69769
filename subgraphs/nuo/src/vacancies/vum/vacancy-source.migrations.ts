import { column, createTable, type Migration } from '@werkplein/kernel';

export const vacancySourceMigrations: readonly Migration[] = [
  createTable(1764000810001, 'vacancy_source', {
    columns: { sourceSystem: column.varchar(24), sourceKey: column.varchar(200), vacancyId: column.id, digest: column.varchar(64) },
    primary: ['sourceSystem', 'sourceKey'],
    indices: { ix_vacancy_source_vacancy: ['vacancyId'] },
    references: { fk_vacancy_source_vacancy: { column: 'vacancyId', table: 'vacancy' } },
  }),
];
