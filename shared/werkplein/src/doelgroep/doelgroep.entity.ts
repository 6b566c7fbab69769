import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import type { Axis, AxisValue } from './doelgroep.rules.ts';

/** What one doelgroep axis of a client was in a period. Both days belong to it. */
@Entity({ name: 'doelgroep_axis' })
@Index('ix_doelgroep_axis_value', ['axis', 'value', 'validFrom'])
export class DoelgroepRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_doelgroep_axis_client')
  @ForeignKey(() => ClientRow, { name: 'fk_doelgroep_axis_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(varchar(20)) axis!: Axis;
  @Column(varchar(30)) value!: AxisValue;
  @Column(dayColumn) validFrom!: string;
  @Column(optional(dayColumn)) validUntil!: string | null;
  /** Who or what said so: an employee, or the file that it came from. */
  @Column(varchar(64)) source!: string;
  /** Of a Wsw status: whether the client was employed under the Wsw on the last day that the law took anybody in; null when nobody asked. */
  @Column({ type: 'boolean', nullable: true }) employedAtWswClosing!: boolean | null;
  @Column(instantColumn) recordedAt!: Date;
  /** Set when a later record took its place; the row stays, so that what was known then can be shown. */
  @Column(optional(instantColumn)) supersededAt!: Date | null;
}
