import { dayColumn, decimalColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LawParameter, LawParameterCode, LawUnit } from './law-parameter.rules.ts';

/** A rate, term or limit of the law in a period. A row never changes: a correction is the same period in a later set. */
@Entity({ name: 'law_parameter' })
export class LawParameterRow implements LawParameter {
  @PrimaryColumn(varchar(40)) code!: LawParameterCode;
  @PrimaryColumn({ type: 'date' }) validFrom!: string;
  @PrimaryColumn(varchar(20)) version!: string;
  @Column(optional(dayColumn)) validUntil!: string | null;
  @Column(decimalColumn(12, 4)) value!: number;
  @Column(varchar(20)) unit!: LawUnit;
  @Column({ type: 'boolean' }) confirmed!: boolean;
  @Column(varchar(250)) source!: string;
  @Column(optional(varchar(250))) note!: string | null;
}
