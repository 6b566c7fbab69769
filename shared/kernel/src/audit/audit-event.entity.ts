import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, instantColumn, optional, varchar } from '../persistence/columns.ts';

/** Who did what to which records: ids only, never free text (BIO2 8.15.01). */
@Entity({ name: 'audit_event' })
@Index('uq_audit_event_position', ['position'], { unique: true })
export class AuditEvent {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_audit_event_at')
  @Column(instantColumn)
  at!: Date;
  @Column(varchar(64)) employeeId!: string;
  @Column(varchar(4)) organisation!: string;
  @Column(varchar(80)) action!: string;
  @Column({ type: 'simple-json' }) subjectIds!: string[];
  /** Code of the purpose; null of what was done before purposes were kept, and of what is not about persons. */
  @Column(optional(varchar(40))) purpose!: string | null;
  /** Links it to the processing lines and access events. */
  @Column(optional(varchar(32))) traceId!: string | null;
  /** Place in the chain, given after the commit, so null for a moment (docs/decisions/0100). */
  @Column(optional({ type: 'int' })) position!: number | null;
  /** SHA-256, in hex, over the hash before it and everything that stands in this row. */
  @Column(optional(varchar(64))) hash!: string | null;
}
