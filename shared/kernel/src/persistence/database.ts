import type { EventEmitter } from 'node:events';
import type { EntitySchema, MigrationInterface } from 'typeorm';
import { AuditChain } from '../audit/audit-chain.entity.ts';
import { AuditEvent } from '../audit/audit-event.entity.ts';
import { auditMigrations } from '../audit/audit.migrations.ts';
import { BackupTaken } from '../backup/backup-taken.entity.ts';
import { backupMigrations } from '../backup/backup.migrations.ts';
import { CommandRequest } from '../commands/command-request.entity.ts';
import { AccessEvent } from '../processing/access-event.entity.ts';
import { ProcessingLogLine } from '../processing/processing-log.entity.ts';
import { UnshippedLine } from '../processing/unshipped-line.entity.ts';
import { processingMigrations } from '../processing/processing.migrations.ts';
import { LetterIn, LetterOut } from '../letters/letter.entity.ts';
import { letterMigrations } from '../letters/letter.migrations.ts';
import { Fact } from '../facts/fact.entity.ts';
import { factMigrations } from '../facts/fact.migrations.ts';
import { OutboxEvent, OutboxSequence } from '../outbox/outbox.entity.ts';
import { outboxMigrations } from '../outbox/outbox.migrations.ts';
import { Erasure } from '../subjects/erasure.entity.ts';
import { RetentionTerm } from '../subjects/retention-term.entity.ts';
import { subjectMigrations } from '../subjects/subjects.migrations.ts';
import { kernelMigrations } from './kernel.migrations.ts';
import { openMariadb } from './mariadb.ts';
import { openSqlite } from './sqlite.ts';
import type { StatementSeconds } from './statement-time.ts';
import type { Dialect, ReadTx, WriteTx } from './transactions.ts';
export type Entity = Function | EntitySchema;
export type Migration = new () => MigrationInterface;

export interface DatabaseOptions {
  /** `file:<path>`, `mariadb://user:password@host:port/name` or `mysql://…`. */
  url: string;
  entities: readonly Entity[];
  migrations: readonly Migration[];
  /** Connections of the MariaDB pool. */
  poolSize?: number;
  /** Statements that wait for one of them; above it UNAVAILABLE. */
  queueLimit?: number;
  /** After how long MariaDB ends a statement; without, never. A statement of SQLite runs in this process and cannot be ended: docs/operations.md. */
  statementSeconds?: StatementSeconds;
  /** PEM texts: MariaDB is asked by TLS only, and must show a certificate of `ca` for its host. */
  tls?: { ca: string; cert?: string; key?: string };
}

export interface Database {
  readonly dialect: Dialect;
  /** Reads outside a transaction: each statement sees what was committed before it. */
  readonly read: ReadTx;
  /** One transaction; nested calls join it. On SQLite writers queue; on MariaDB a deadlock repeats `work` from the start. */
  write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** Emits each topic that a transaction announced, after its commit, in this process. */
  readonly commits: EventEmitter;
  /** Runs what has not run; gives the names of the migrations that ran. */
  migrate(): Promise<string[]>;
  /** Whether the database answers and every migration has run. */
  ready(): Promise<boolean>;
  /** SQL that would make the tables equal to the entities: empty, unless a migration was forgotten. */
  drift(): Promise<string[]>;
  /** How busy it is in this process. */
  load(): DatabaseLoad;
  close(): Promise<void>;
}

/** Connections that are open, those at work, how many there may be, and callers that wait for one. */
export interface DatabaseLoad {
  open: number;
  busy: number;
  limit: number;
  waiting: number;
}

/** Tables that every database of the graph has. */
export const kernelEntities: readonly Entity[] = [
  AuditEvent,
  AuditChain,
  CommandRequest,
  ProcessingLogLine,
  AccessEvent,
  UnshippedLine,
  OutboxEvent,
  Fact,
  OutboxSequence,
  RetentionTerm,
  Erasure,
  LetterOut,
  LetterIn,
  BackupTaken,
];

export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const complete = {
    ...options,
    entities: [...kernelEntities, ...options.entities],
    migrations: [
      ...kernelMigrations,
      ...processingMigrations,
      ...outboxMigrations,
      ...factMigrations,
      ...subjectMigrations,
      ...letterMigrations,
      ...auditMigrations,
      ...backupMigrations,
      ...options.migrations,
    ],
  };
  return options.url.startsWith('file:') ? openSqlite(complete) : openMariadb(complete);
};
