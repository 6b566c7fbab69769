import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const mergeMigrations: readonly Migration[] = [
  createTable(1764000300021, 'employer_merge', {
    columns: {
      id: column.id,
      survivorId: column.id,
      vanishedId: column.id,
      survivorVersion: column.int,
      reason: nullable(column.varchar(500)),
      mergedAt: column.instant,
      mergedBy: column.json,
      reversibleUntil: column.instant,
      undoneAt: nullable(column.instant),
      undoneBy: nullable(column.json),
    },
    primary: ['id'],
    indices: { ix_employer_merge_survivor: ['survivorId', 'survivorVersion'], ix_employer_merge_vanished: ['vanishedId'] },
    references: {
      fk_employer_merge_survivor: { column: 'survivorId', table: 'employer' },
      fk_employer_merge_vanished: { column: 'vanishedId', table: 'employer' },
    },
  }),
  createTable(1764000300022, 'employer_merge_step', {
    columns: {
      mergeId: column.id,
      position: column.int,
      tableName: column.varchar(64),
      columnName: column.varchar(64),
      rowId: column.id,
      values: column.json,
    },
    primary: ['mergeId', 'position'],
    references: { fk_employer_merge_step_merge: { column: 'mergeId', table: 'employer_merge' } },
  }),
];
