import { addColumns, column, createTable, defaulting, type Migration, nullable } from '@werkplein/kernel';

export const participantMigrations: readonly Migration[] = [
  createTable(1763900000021, 'participant', {
    columns: {
      id: column.id,
      clientId: nullable(column.id),
      municipality: column.varchar(4),
      name: nullable(column.varchar(200)),
      registeredOn: column.day,
      sourceSystem: nullable(column.varchar(20)),
      sourceKey: nullable(column.varchar(64)),
    },
    primary: ['id'],
    uniques: { uq_participant_client: ['clientId'], uq_participant_source: ['sourceSystem', 'sourceKey'] },
  }),
  addColumns(1764001000002, 'participant', { columns: { version: defaulting(column.int, 1) } }),
  addColumns(1764420000001, 'participant', {
    columns: {
      commissionerKind: nullable(column.varchar(20)),
      commissionerCode: nullable(column.varchar(20)),
      commissionerReference: nullable(column.varchar(64)),
      exitedOn: nullable(column.day),
      exitReason: nullable(column.varchar(300)),
    },
    uniques: { uq_participant_commissioner: ['commissionerCode', 'commissionerReference'] },
  }),
];
