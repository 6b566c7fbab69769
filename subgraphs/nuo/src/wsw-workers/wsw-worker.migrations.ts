import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const wswWorkerMigrations: readonly Migration[] = [
  createTable(1764440000001, 'wsw_worker', {
    columns: {
      id: column.id,
      bsnCipher: nullable(column.varchar(120)),
      bsnKeyId: nullable(column.varchar(16)),
      bsnIndex: nullable(column.varchar(64)),
      birthDate: nullable(column.day),
      gender: nullable(column.varchar(8)),
      inClosingPopulation: column.boolean,
      firstRequestedOn: nullable(column.day),
      version: column.int,
    },
    primary: ['id'],
    indices: { ix_wsw_worker_key: ['bsnKeyId'] },
    uniques: { uq_wsw_worker_bsn: ['bsnIndex'] },
    references: { fk_wsw_worker_participant: { column: 'id', table: 'participant' } },
  }),
  createTable(1764440000002, 'residence', {
    columns: {
      id: column.id,
      participantId: column.id,
      municipality: column.varchar(4),
      validFrom: column.day,
      validUntil: nullable(column.day),
      recordedAt: column.instant,
      replacedAt: nullable(column.instant),
    },
    primary: ['id'],
    indices: { ix_residence_participant: ['participantId', 'validFrom'] },
    references: { fk_residence_participant: { column: 'participantId', table: 'participant' } },
  }),
];
