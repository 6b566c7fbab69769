import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';

/** On which step of the participatieladder a client stood on a day. A correction is a row of its own. */
@Entity({ name: 'ladder_measurement' })
@Index('uq_ladder_measurement_day', ['clientId', 'currentDay'], { unique: true })
export class LadderRow {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ClientRow, { name: 'fk_ladder_measurement_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(dayColumn) measuredOn!: string;
  /** The day while this is what holds of it, else null: unique, so that there is one measurement a day. */
  @Column(optional(dayColumn)) currentDay!: string | null;
  @Column({ type: 'int' }) step!: number;
  @Column(varchar(64)) recordedById!: string;
  @Column(varchar(120)) recordedByName!: string;
  @Column(instantColumn) recordedAt!: Date;
  @Column(optional(instantColumn)) supersededAt!: Date | null;
}
