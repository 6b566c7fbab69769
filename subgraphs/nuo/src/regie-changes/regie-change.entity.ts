import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Participant } from '../participants/participant.entity.ts';

/** That the regie of a client went from one Werkplein to another, as the old one told; once for each transfer. */
@Entity({ name: 'regie_change' })
@Index('ix_regie_change_old', ['oldClientId'])
export class RegieChange {
  /** Of the two Werkpleinen. */
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) oldClientId!: string;
  @Column(idColumn) newClientId!: string;
  /** First day of the new regie. */
  @Column(dayColumn) cutoverOn!: string;
  @Index('ix_regie_change_received')
  @Column(instantColumn)
  receivedAt!: Date;
}

/** Under which client id, and for which municipality, a participant was known in a period. Only of who moved: others are what their row says. */
@Entity({ name: 'participant_client' })
@Index('ix_participant_client_participant', ['participantId', 'validFrom'])
@Index('ix_participant_client_client', ['clientId', 'validFrom'])
export class ParticipantClient {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Participant, { name: 'fk_participant_client_participant' })
  @Column(idColumn)
  participantId!: string;
  @Column(idColumn) clientId!: string;
  @Column(varchar(4)) municipality!: string;
  /** Null: from the beginning. */
  @Column(optional(dayColumn)) validFrom!: string | null;
  /** Last day; null while it holds. */
  @Column(optional(dayColumn)) validUntil!: string | null;
  @Column(idColumn) transferId!: string;
}

/** A running service order that came along with a client who moved: the new regie says whether it goes on. */
@Entity({ name: 'transferred_order' })
@Index('uq_transferred_order', ['transferId', 'orderId'], { unique: true })
@Index('ix_transferred_order_open', ['municipality', 'decidedAt'])
export class TransferredOrder {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) transferId!: string;
  @Column(idColumn) orderId!: string;
  @ForeignKey(() => Participant, { name: 'fk_transferred_order_participant' })
  @Index('ix_transferred_order_participant')
  @Column(idColumn)
  participantId!: string;
  /** Of the new regie. */
  @Column(varchar(4)) municipality!: string;
  @Column(varchar(4)) fromMunicipality!: string;
  @Column(optional(instantColumn)) decidedAt!: Date | null;
  /** `CONTINUED` by the new regie, or `ENDED`. */
  @Column(optional(varchar(10))) decision!: 'CONTINUED' | 'ENDED' | null;
  @Column(optional(varchar(64))) decidedById!: string | null;
}
