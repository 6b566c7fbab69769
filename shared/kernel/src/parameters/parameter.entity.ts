import { Column, PrimaryColumn } from 'typeorm';
import { dayColumn, decimalColumn, optional, varchar } from '../persistence/columns.ts';
import type { DatedParameter } from './parameter.rules.ts';

/** The columns of a table of dated parameters; the entity that extends it names the table. */
export abstract class ParameterColumns<C extends string, U extends string> implements DatedParameter<C, U> {
  @PrimaryColumn(varchar(40)) code!: C;
  @PrimaryColumn({ type: 'date' }) validFrom!: string;
  @PrimaryColumn(varchar(20)) version!: string;
  @Column(optional(dayColumn)) validUntil!: string | null;
  @Column(decimalColumn(12, 4)) value!: number;
  @Column(varchar(20)) unit!: U;
  @Column({ type: 'boolean' }) confirmed!: boolean;
  @Column(varchar(250)) source!: string;
  @Column(optional(varchar(250))) note!: string | null;
}
