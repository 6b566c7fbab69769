import { addColumns, allowNull, column, createTable, defaulting, type Migration, nullable, setIndices } from '@werkplein/kernel';

export const dossierMigrations: readonly Migration[] = [
  allowNull(1764410000001, 'dossier', { klantregisseurId: column.varchar(64), klantregisseurName: column.varchar(120) }),
  addColumns(1764410000002, 'dossier', {
    columns: {
      outflow: nullable(column.varchar(30)),
      placementId: nullable(column.id),
      placedOn: nullable(column.day),
      agreedUntil: nullable(column.day),
      dueOn: nullable(column.day),
      version: defaulting(column.int, 1),
    },
    indices: { ix_dossier_due: ['dueOn', 'id'] },
  }),
  createTable(1764410000003, 'dossier_step', {
    columns: {
      id: column.id,
      clientId: column.id,
      dossierId: column.id,
      number: column.int,
      step: column.varchar(30),
      fromStatus: nullable(column.varchar(20)),
      toStatus: column.varchar(20),
      takenOn: column.day,
      reason: nullable(column.varchar(300)),
      outflow: nullable(column.varchar(30)),
      confirmed: column.json,
      recordedById: column.varchar(64),
      recordedByName: column.varchar(120),
      recordedAt: column.instant,
    },
    primary: ['id'],
    indices: { ix_dossier_step_client: ['clientId'] },
    uniques: { uq_dossier_step: ['dossierId', 'number'] },
    references: { fk_dossier_step_client: { column: 'clientId', table: 'client' }, fk_dossier_step_dossier: { column: 'dossierId', table: 'dossier' } },
  }),
  addColumns(1764470000020, 'dossier_step', { columns: { placementId: nullable(column.id), placedOn: nullable(column.day) } }),
  setIndices(1764500000002, 'dossier', { ix_dossier_status: { columns: ['status', 'openClientId', 'clientId'], before: ['status'] } }),
];
