import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const placementMigrations: readonly Migration[] = [
  createTable(1763900000031, 'placement', {
    columns: {
      id: column.id,
      participantId: column.id,
      clientId: nullable(column.id),
      municipality: column.varchar(4),
      employerAliasId: nullable(column.id),
      branchId: nullable(column.id),
      kind: column.varchar(30),
      status: column.varchar(20),
      startsOn: column.day,
      expectedEndOn: nullable(column.day),
      endedOn: nullable(column.day),
      hoursPerWeek: column.decimal(5, 2),
      version: column.int,
      sourceSystem: nullable(column.varchar(20)),
      sourceKey: nullable(column.varchar(64)),
    },
    primary: ['id'],
    indices: {
      ix_placement_employer: ['employerAliasId', 'startsOn'],
      ix_placement_client: ['clientId', 'startsOn'],
      ix_placement_participant: ['participantId', 'startsOn'],
      ix_placement_municipality: ['municipality', 'startsOn'],
      ix_placement_status: ['municipality', 'status'],
      ix_placement_branch: ['branchId'],
    },
    uniques: { uq_placement_source: ['sourceSystem', 'sourceKey'] },
    references: {
      fk_placement_participant: { column: 'participantId', table: 'participant' },
      fk_placement_employer: { column: 'employerAliasId', table: 'employer_alias' },
      fk_placement_branch: { column: 'branchId', table: 'branch' },
    },
  }),
];
