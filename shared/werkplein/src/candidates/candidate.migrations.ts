import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const candidateMigrations: readonly Migration[] = [
  createTable(1764000700001, 'candidate', {
    columns: {
      id: column.id,
      clientId: column.id,
      visibility: column.varchar(12),
      informedOn: nullable(column.day),
      occupations: column.json,
      hoursMin: nullable(column.decimal(5, 2)),
      hoursMax: nullable(column.decimal(5, 2)),
      postcode4: nullable(column.varchar(4)),
      maxTravelKm: nullable(column.int),
      workingLevel: nullable(column.int),
      drivingLicences: column.json,
      needsAdaptation: column.boolean,
      needsGuidance: column.boolean,
      availableFrom: nullable(column.day),
      withdrawnOn: nullable(column.day),
      version: column.int,
    },
    primary: ['id'],
    indices: { ix_candidate_visible: ['withdrawnOn', 'visibility', 'id'] },
    uniques: { uq_candidate_client: ['clientId'] },
    references: { fk_candidate_client: { column: 'clientId', table: 'client' } },
  }),
];
