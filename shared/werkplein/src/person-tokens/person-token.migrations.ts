import { column, createTable, type Migration } from '@werkplein/kernel';

export const personTokenMigrations: readonly Migration[] = [
  createTable(1764460000012, 'person_token', {
    columns: { id: column.id, clientId: column.id, keyId: column.varchar(8), bsnIndex: column.varchar(64), toldAt: column.instant },
    primary: ['id'],
    indices: { ix_person_token_key: ['keyId'] },
    uniques: { uq_person_token_client: ['clientId'] },
    references: { fk_person_token_client: { column: 'clientId', table: 'client' } },
  }),
];
