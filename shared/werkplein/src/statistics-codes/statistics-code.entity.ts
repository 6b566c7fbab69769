import { dayColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CodeList, StatisticsCode } from './statistics-code.rules.ts';

/** The code by which a statistic knows something of ours, in a period. A row never changes: a correction is the same period in a later set. */
@Entity({ name: 'statistics_code' })
export class StatisticsCodeRow implements StatisticsCode {
  @PrimaryColumn(varchar(20)) list!: CodeList;
  /** Our own name, e.g. a kind of provision. */
  @PrimaryColumn(varchar(30)) item!: string;
  @PrimaryColumn({ type: 'date' }) validFrom!: string;
  @PrimaryColumn(varchar(20)) version!: string;
  @Column(optional(dayColumn)) validUntil!: string | null;
  @Column(varchar(10)) code!: string;
  @Column({ type: 'boolean' }) confirmed!: boolean;
  @Column(varchar(250)) source!: string;
}
