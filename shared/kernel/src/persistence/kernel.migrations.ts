import type { Migration } from './database.ts';
import { column, createTable, nullable } from './migrations.ts';

/** Tables that every database of the graph has. */
export const kernelMigrations: readonly Migration[] = [
  createTable(1763800000001, 'audit_event', {
    columns: {
      id: column.id,
      at: column.instant,
      employeeId: column.varchar(64),
      organisation: column.varchar(4),
      action: column.varchar(80),
      subjectIds: column.json,
    },
    primary: ['id'],
    indices: { ix_audit_event_at: ['at'] },
  }),
  createTable(1763800000002, 'command_request', {
    columns: {
      organisation: column.varchar(4),
      employeeId: column.varchar(64),
      requestId: column.varchar(64),
      command: column.varchar(80),
      fingerprint: column.varchar(64),
      answer: nullable(column.json),
      at: column.instant,
    },
    primary: ['organisation', 'employeeId', 'requestId'],
  }),
];
