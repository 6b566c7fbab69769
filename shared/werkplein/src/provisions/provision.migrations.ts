import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

const client = { column: 'clientId', table: 'client' };
const provision = { column: 'provisionId', table: 'provision' };

export const provisionMigrations: readonly Migration[] = [
  createTable(1764410000020, 'provision', {
    columns: {
      id: column.id,
      clientId: column.id,
      kind: column.varchar(30),
      status: column.varchar(12),
      srgTypeCode: nullable(column.varchar(2)),
      executor: column.varchar(10),
      serviceOrderId: nullable(column.id),
      decisionId: nullable(column.id),
      expectedEndOn: nullable(column.day),
      stopBy: nullable(column.day),
      endReason: nullable(column.varchar(30)),
      note: nullable(column.varchar(300)),
      version: column.int,
    },
    primary: ['id'],
    indices: {
      ix_provision_client: ['clientId'],
      ix_provision_decision: ['decisionId'],
      ix_provision_expected_end: ['status', 'expectedEndOn', 'id'],
    },
    references: { fk_provision_client: client, fk_provision_decision: { column: 'decisionId', table: 'decision' } },
  }),
  createTable(1764410000021, 'provision_use', {
    columns: {
      id: column.id,
      provisionId: column.id,
      clientId: column.id,
      startsOn: column.day,
      endsOn: nullable(column.day),
      recordedById: column.varchar(64),
      recordedAt: column.instant,
      supersededAt: nullable(column.instant),
    },
    primary: ['id'],
    indices: {
      ix_provision_use_provision: ['provisionId'],
      ix_provision_use_client: ['clientId'],
      ix_provision_use_days: ['startsOn', 'endsOn'],
    },
    references: { fk_provision_use_provision: provision, fk_provision_use_client: client },
  }),
  createTable(1764410000022, 'provision_milestone', {
    columns: {
      id: column.id,
      provisionId: column.id,
      clientId: column.id,
      kind: column.varchar(20),
      dueOn: column.day,
      source: column.varchar(250),
      settledOn: nullable(column.day),
      progress: nullable(column.boolean),
      note: nullable(column.varchar(300)),
      settledById: nullable(column.varchar(64)),
    },
    primary: ['id'],
    indices: {
      ix_provision_milestone_provision: ['provisionId'],
      ix_provision_milestone_client: ['clientId'],
      ix_provision_milestone_due: ['settledOn', 'dueOn', 'id'],
    },
    references: { fk_provision_milestone_provision: provision, fk_provision_milestone_client: client },
  }),
];
