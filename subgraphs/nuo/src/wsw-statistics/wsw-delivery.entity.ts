import { idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That the Wsw statistics of a half-year went out: how many records, and the hash by which a file is known again. It holds none of them. */
@Entity({ name: 'wsw_delivery' })
@Index('ix_wsw_delivery_period', ['period', 'deliveredAt'])
export class WswDelivery {
  @PrimaryColumn(idColumn) id!: string;
  /** Year and half, `20261`. */
  @Column(varchar(5)) period!: string;
  /** CBS code of the responsible municipality, or null for all. */
  @Column(optional(varchar(4))) municipality!: string | null;
  @Column(instantColumn) deliveredAt!: Date;
  @Column(varchar(64)) employeeId!: string;
  @Column(varchar(4)) organisation!: string;
  @Column({ type: 'int' }) written!: number;
  @Column({ type: 'int' }) rejected!: number;
  /** SHA-256 of the file, in hex. */
  @Column(varchar(64)) sha256!: string;
}
