import type { Migration } from '../persistence/database.ts';
import { addColumns, column, createTable, nullable } from '../persistence/migrations.ts';

export const processingMigrations: readonly Migration[] = [
  createTable(1764000000001, 'processing_log', {
    columns: {
      id: column.id,
      traceId: column.varchar(32),
      spanId: column.varchar(16),
      parentSpanId: nullable(column.varchar(16)),
      status: column.varchar(5),
      name: column.varchar(120),
      startTime: column.instant,
      endTime: column.instant,
      processingActivityId: column.varchar(200),
      dataSubjectId: column.varchar(64),
      dataSubjectIdType: column.varchar(40),
      foreignOperationProcessor: nullable(column.varchar(200)),
    },
    primary: ['id'],
    indices: { ix_processing_log_subject: ['dataSubjectId', 'id'] },
  }),
  createTable(1764000000002, 'access_event', {
    columns: {
      id: column.id,
      at: column.instant,
      traceId: column.varchar(32),
      spanId: column.varchar(16),
      parentSpanId: column.varchar(16),
      employeeId: column.varchar(64),
      organisation: column.varchar(4),
      operation: column.varchar(80),
      action: column.varchar(300),
      purpose: column.varchar(300),
      decision: column.varchar(10),
      subjectCount: column.int,
      subjectIds: column.json,
    },
    primary: ['id'],
    indices: { ix_access_event_at: ['at'], ix_access_event_span: ['traceId', 'spanId'] },
  }),
  createTable(1764000100001, 'processing_unshipped', { columns: { id: column.id }, primary: ['id'] }),
  addColumns(1764000100002, 'audit_event', { columns: { purpose: nullable(column.varchar(40)) } }),
  addColumns(1764000100003, 'audit_event', { columns: { traceId: nullable(column.varchar(32)) } }),
];
