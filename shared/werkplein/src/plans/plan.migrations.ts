import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const planMigrations: readonly Migration[] = [
  createTable(1764001200101, 'plan', {
    columns: {
      id: column.id,
      clientId: column.id,
      number: column.int,
      status: column.varchar(12),
      conceptOf: nullable(column.id),
      establishedOf: nullable(column.id),
      content: column.json,
      evaluateOn: nullable(column.day),
      version: column.int,
      writtenById: column.varchar(64),
      writtenByName: column.varchar(120),
      writtenAt: column.instant,
      establishedOn: nullable(column.day),
      endedOn: nullable(column.day),
      endReason: nullable(column.varchar(300)),
    },
    primary: ['id'],
    indices: { ix_plan_evaluate: ['evaluateOn', 'id'] },
    uniques: { uq_plan_number: ['clientId', 'number'], uq_plan_concept: ['conceptOf'], uq_plan_established: ['establishedOf'] },
    references: { fk_plan_client: { column: 'clientId', table: 'client' } },
  }),
  createTable(1764001200102, 'plan_evaluation', {
    columns: {
      id: column.id,
      planId: column.id,
      clientId: column.id,
      evaluatedOn: column.day,
      samenspraak: column.boolean,
      outcome: column.text,
      nextEvaluationOn: column.day,
      recordedById: column.varchar(64),
      recordedByName: column.varchar(120),
      recordedAt: column.instant,
    },
    primary: ['id'],
    indices: { ix_plan_evaluation_plan: ['planId'], ix_plan_evaluation_client: ['clientId'] },
    references: { fk_plan_evaluation_plan: { column: 'planId', table: 'plan' }, fk_plan_evaluation_client: { column: 'clientId', table: 'client' } },
  }),
];
