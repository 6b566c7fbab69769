import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import type { FollowUpAnswer } from './follow-up.rules.ts';

/** How it was with a client some time after outflow to work. A correction is a row of its own. */
@Entity({ name: 'outflow_follow_up' })
@Index('uq_outflow_follow_up_current', ['currentOf'], { unique: true })
export class OutflowFollowUpRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_outflow_follow_up_client')
  @ForeignKey(() => ClientRow, { name: 'fk_outflow_follow_up_client' })
  @Column(idColumn)
  clientId!: string;
  @ForeignKey(() => DossierRow, { name: 'fk_outflow_follow_up_dossier' })
  @Column(idColumn)
  dossierId!: string;
  /** The dossier while this is what holds of it, else null: unique, so that there is one. */
  @Column(optional(idColumn)) currentOf!: string | null;
  /** The day of which it tells. */
  @Column(dayColumn) observedOn!: string;
  @Column(varchar(8)) works!: FollowUpAnswer;
  @Column(varchar(8)) benefit!: FollowUpAnswer;
  @Column(varchar(64)) recordedById!: string;
  @Column(varchar(120)) recordedByName!: string;
  @Column(instantColumn) recordedAt!: Date;
  @Column(optional(instantColumn)) supersededAt!: Date | null;
}
