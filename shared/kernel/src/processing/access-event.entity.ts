import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, instantColumn, varchar } from '../persistence/columns.ts';

/** Who was shown, changed or refused personal data in one request: the audit side of the processing lines with the same trace. */
@Entity({ name: 'access_event' })
@Index('ix_access_event_span', ['traceId', 'spanId'])
export class AccessEvent {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_access_event_at')
  @Column(instantColumn)
  at!: Date;
  @Column(varchar(32)) traceId!: string;
  /** `parentSpanId` of the processing lines. */
  @Column(varchar(16)) spanId!: string;
  @Column(varchar(16)) parentSpanId!: string;
  @Column(varchar(64)) employeeId!: string;
  @Column(varchar(4)) organisation!: string;
  /** Name or hash of what the caller asked. */
  @Column(varchar(80)) operation!: string;
  /** Codes of the activities; of a refusal the action and the fields that were asked. */
  @Column(varchar(300)) action!: string;
  /** Codes of purposes; empty for a refusal without one. */
  @Column(varchar(300)) purpose!: string;
  @Column(varchar(10)) decision!: 'ALLOWED' | 'DENIED';
  /** Persons, or how often it was refused. */
  @Column({ type: 'int' }) subjectCount!: number;
  /** The first thousand, as much as a text column holds; all of them are in the processing lines. Of a refusal the first fifty ids that were asked. */
  @Column({ type: 'simple-json' }) subjectIds!: string[];
}
