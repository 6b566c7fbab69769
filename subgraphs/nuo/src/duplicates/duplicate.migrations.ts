import { column, createTable, type Migration, nullable, setIndices } from '@werkplein/kernel';

export const duplicateMigrations: readonly Migration[] = [
  createTable(1764000300011, 'employer_match', {
    columns: { matchKey: column.varchar(260), employerId: column.id },
    primary: ['matchKey', 'employerId'],
    indices: { ix_employer_match_employer: ['employerId'] },
    references: { fk_employer_match_employer: { column: 'employerId', table: 'employer' } },
  }),
  createTable(1764000300012, 'duplicate_signal', {
    columns: {
      id: column.id,
      firstId: column.id,
      secondId: column.id,
      class: column.varchar(10),
      score: column.int,
      reasons: column.json,
      keyHash: column.varchar(64),
      status: column.varchar(20),
      note: nullable(column.varchar(500)),
      version: column.int,
      raisedAt: column.instant,
      decidedAt: nullable(column.instant),
      decidedBy: nullable(column.json),
    },
    primary: ['id'],
    indices: { ix_duplicate_signal_status: ['status', 'id'], ix_duplicate_signal_second: ['secondId'] },
    uniques: { uq_duplicate_signal_pair: ['firstId', 'secondId'] },
    references: {
      fk_duplicate_signal_first: { column: 'firstId', table: 'employer' },
      fk_duplicate_signal_second: { column: 'secondId', table: 'employer' },
    },
  }),
  setIndices(1764001000003, 'duplicate_signal', { ix_duplicate_signal_status: { columns: ['status', 'score', 'id'], before: ['status', 'id'] } }),
];
