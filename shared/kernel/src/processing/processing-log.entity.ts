import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, instantColumn, optional, varchar } from '../persistence/columns.ts';

export type ProcessingStatus = 'Unset' | 'Ok' | 'Error';

/** One processing of one person's data (Logboek Dataverwerkingen). Rows are added, never changed; no employee stands in it. */
@Entity({ name: 'processing_log' })
@Index('ix_processing_log_subject', ['dataSubjectId', 'id'])
export class ProcessingLogLine {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(32)) traceId!: string;
  @Column(varchar(16)) spanId!: string;
  @Column(optional(varchar(16))) parentSpanId!: string | null;
  @Column(varchar(5)) status!: ProcessingStatus;
  @Column(varchar(120)) name!: string;
  @Column(instantColumn) startTime!: Date;
  @Column(instantColumn) endTime!: Date;
  @Column(varchar(200)) processingActivityId!: string;
  /** Pseudonym under the key of this organisation. */
  @Column(varchar(64)) dataSubjectId!: string;
  @Column(varchar(40)) dataSubjectIdType!: string;
  @Column(optional(varchar(200))) foreignOperationProcessor!: string | null;
}
