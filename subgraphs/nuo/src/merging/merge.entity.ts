import { idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type ChangedBy, Employer } from '../employers/employer.entity.ts';

/** Two employers that became one (samenvoeging). */
@Entity({ name: 'employer_merge' })
@Index('ix_employer_merge_survivor', ['survivorId', 'survivorVersion'])
export class EmployerMerge {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Employer, { name: 'fk_employer_merge_survivor' })
  @Column(idColumn)
  survivorId!: string;
  @Index('ix_employer_merge_vanished')
  @ForeignKey(() => Employer, { name: 'fk_employer_merge_vanished' })
  @Column(idColumn)
  vanishedId!: string;
  /** Version that the survivor got by it: the order of merges. */
  @Column({ type: 'int' }) survivorVersion!: number;
  @Column(optional(varchar(500))) reason!: string | null;
  @Column(instantColumn) mergedAt!: Date;
  @Column({ type: 'simple-json' }) mergedBy!: ChangedBy;
  @Column(instantColumn) reversibleUntil!: Date;
  @Column(optional(instantColumn)) undoneAt!: Date | null;
  @Column(optional({ type: 'simple-json' })) undoneBy!: ChangedBy | null;
}

/** One value that a merge changed, so that undoing it gives exactly that value back. */
@Entity({ name: 'employer_merge_step' })
export class EmployerMergeStep {
  @ForeignKey(() => EmployerMerge, { name: 'fk_employer_merge_step_merge' })
  @PrimaryColumn(idColumn)
  mergeId!: string;
  @PrimaryColumn({ type: 'int' }) position!: number;
  @Column(varchar(64)) tableName!: string;
  @Column(varchar(64)) columnName!: string;
  @Column(idColumn) rowId!: string;
  @Column({ type: 'simple-json' }) values!: { before: unknown; after: unknown };
}
