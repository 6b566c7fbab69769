import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A quarter report (bestuursrapportage) as it was frozen. Nothing in it ever changes; a report that must be other is the next edition, and the
 * earlier one stays.
 */
@Entity({ name: 'quarter_report' })
@Index('uq_quarter_report', ['municipality', 'year', 'quarter', 'edition'], { unique: true })
export class QuarterReport {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(4)) municipality!: string;
  @Column({ type: 'int' }) year!: number;
  @Column({ type: 'int' }) quarter!: number;
  @Column({ type: 'int' }) edition!: number;
  /** Last day of the quarter. */
  @Column(dayColumn) measuredOn!: string;
  /** Everything in it is as it was known then. */
  @Column(instantColumn) knownAt!: Date;
  @Column({ type: 'boolean' }) complete!: boolean;
  @Column('simple-json') missingSources!: string[];
  /** Why it was frozen with a source missing, or why there is another edition. */
  @Column(optional(varchar(300))) reason!: string | null;
  @Column(instantColumn) frozenAt!: Date;
  @Column(varchar(64)) frozenById!: string;
  @Column(varchar(120)) frozenByName!: string;
  /** JSON, byte for byte. */
  @Column('text') document!: string;
  /** SHA-256 of it, in hex. */
  @Column(varchar(64)) hash!: string;
  /** The same for who may see aggregates only: without small numbers, and without what they follow from. */
  @Column('text') reporterDocument!: string;
  @Column(varchar(64)) reporterHash!: string;
}
