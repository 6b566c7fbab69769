import { idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type ChangedBy, Employer } from '../employers/employer.entity.ts';

/** A search key of an employer (match.rules.ts); made again whenever the employer, a branch or a contact person changes. */
@Entity({ name: 'employer_match' })
export class EmployerMatch {
  @PrimaryColumn(varchar(260)) matchKey!: string;
  @Index('ix_employer_match_employer')
  @ForeignKey(() => Employer, { name: 'fk_employer_match_employer' })
  @PrimaryColumn(idColumn)
  employerId!: string;
}

/** A pair of employers that may be one; `firstId` is the lower id, so that a pair has one row. */
@Entity({ name: 'duplicate_signal' })
@Index('uq_duplicate_signal_pair', ['firstId', 'secondId'], { unique: true })
@Index('ix_duplicate_signal_status', ['status', 'score', 'id'])
export class DuplicateSignal {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Employer, { name: 'fk_duplicate_signal_first' })
  @Column(idColumn)
  firstId!: string;
  @Index('ix_duplicate_signal_second')
  @ForeignKey(() => Employer, { name: 'fk_duplicate_signal_second' })
  @Column(idColumn)
  secondId!: string;
  @Column(varchar(10)) class!: string;
  @Column({ type: 'int' }) score!: number;
  @Column({ type: 'simple-json' }) reasons!: string[];
  /** Of the search keys of both when it was raised: a decision holds while they are the same. */
  @Column(varchar(64)) keyHash!: string;
  @Column(varchar(20)) status!: string;
  @Column(optional(varchar(500))) note!: string | null;
  @Column({ type: 'int' }) version!: number;
  @Column(instantColumn) raisedAt!: Date;
  @Column(optional(instantColumn)) decidedAt!: Date | null;
  @Column(optional({ type: 'simple-json' })) decidedBy!: ChangedBy | null;
}
