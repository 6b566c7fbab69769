import { idColumn, instantColumn, varchar } from '@werkplein/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A monthly delivery to CBS that was written: how much, when and by whom; who was in it stands in the processing log. */
@Entity({ name: 'srg_delivery' })
export class SrgDeliveryRow {
  @PrimaryColumn(idColumn) id!: string;
  /** `2026-10` */
  @Column(varchar(7)) month!: string;
  @Column(varchar(120)) file!: string;
  /** SHA-256 of the file, in hexadecimal. */
  @Column(varchar(64)) digest!: string;
  @Column({ type: 'int' }) persons!: number;
  @Column({ type: 'int' }) provisions!: number;
  @Column({ type: 'int' }) subsidies!: number;
  @Column({ type: 'int' }) rejected!: number;
  @Column({ type: 'int' }) outside!: number;
  @Column(varchar(64)) writtenById!: string;
  @Column(instantColumn) writtenAt!: Date;
}
