import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, instantColumn, varchar } from '../persistence/columns.ts';

/** Who did what to which records: ids only, never free text (BIO2 8.15.01). */
@Entity({ name: 'audit_event' })
export class AuditEvent {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_audit_event_at')
  @Column(instantColumn)
  at!: Date;
  @Column(varchar(64)) employeeId!: string;
  @Column(varchar(4)) organisation!: string;
  @Column(varchar(80)) action!: string;
  @Column({ type: 'simple-json' }) subjectIds!: string[];
}
