import { addColumns, column, createTable, type Migration, nullable, setIndices } from '@werkplein/kernel';
import { colleagueId } from '../colleagues/colleague.migrations.ts';

export const workplaceMigrations: readonly Migration[] = [
  createTable(1764440000031, 'work_group', {
    columns: {
      id: column.id,
      name: column.varchar(120),
      kind: column.varchar(12),
      employerAliasId: nullable(column.id),
      hirerMunicipality: nullable(column.varchar(4)),
      commissionerMunicipality: nullable(column.varchar(4)),
      supervisorId: nullable(colleagueId),
      startsOn: column.day,
      endsOn: nullable(column.day),
      version: column.int,
    },
    primary: ['id'],
    indices: { ix_work_group_employer: ['employerAliasId'], ix_work_group_supervisor: ['supervisorId'] },
    references: {
      fk_work_group_employer: { column: 'employerAliasId', table: 'employer_alias' },
      fk_work_group_supervisor: { column: 'supervisorId', table: 'colleague' },
    },
  }),
  createTable(1764440000032, 'workplace', {
    columns: {
      id: column.id,
      name: column.varchar(120),
      kind: column.varchar(12),
      location: column.varchar(120),
      municipality: column.varchar(4),
      capacityHours: column.decimal(7, 2),
      supervisorId: nullable(colleagueId),
      workGroupId: nullable(column.id),
      adaptations: column.json,
      opensOn: column.day,
      closesOn: nullable(column.day),
      version: column.int,
    },
    primary: ['id'],
    indices: { ix_workplace_municipality: ['municipality', 'name', 'id'], ix_workplace_group: ['workGroupId'], ix_workplace_supervisor: ['supervisorId'] },
    references: {
      fk_workplace_group: { column: 'workGroupId', table: 'work_group' },
      fk_workplace_supervisor: { column: 'supervisorId', table: 'colleague' },
    },
  }),
  createTable(1764440000033, 'fallback_claim', {
    columns: {
      id: column.id,
      employmentId: column.id,
      participantId: column.id,
      placementId: column.id,
      state: column.varchar(12),
      lastWorkplaceId: nullable(column.id),
      neededFrom: nullable(column.day),
      hoursPerWeek: nullable(column.decimal(5, 2)),
      workplaceId: nullable(column.id),
      note: nullable(column.varchar(300)),
      version: column.int,
    },
    primary: ['id'],
    indices: {
      ix_fallback_claim_state: ['state', 'neededFrom', 'id'],
      ix_fallback_claim_workplace: ['workplaceId', 'state'],
      ix_fallback_claim_employment: ['employmentId'],
      ix_fallback_claim_last: ['lastWorkplaceId'],
    },
    uniques: { uq_fallback_claim_placement: ['placementId'] },
    references: {
      fk_fallback_claim_employment: { column: 'employmentId', table: 'sheltered_employment' },
      fk_fallback_claim_last: { column: 'lastWorkplaceId', table: 'workplace' },
      fk_fallback_claim_workplace: { column: 'workplaceId', table: 'workplace' },
    },
  }),
  addColumns(1764440000034, 'placement', {
    columns: { workplaceId: nullable(column.id) },
    indices: { ix_placement_workplace: ['workplaceId', 'status'] },
    references: { fk_placement_workplace: { column: 'workplaceId', table: 'workplace' } },
  }),
  setIndices(1766710000007, 'fallback_claim', { ix_fallback_claim_participant: { columns: ['participantId'] } }),
];
