import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import type { TransferPackage } from './transfer.package.ts';
import type { TransferDirection, TransferState } from './transfer.machines.ts';

/** A client who moves to another municipality, as the Werkplein that gives the regie away or the one that takes it keeps it; both under one id. */
@Entity({ name: 'transfer' })
@Index('uq_transfer_open', ['openOf'], { unique: true })
@Index('ix_transfer_client', ['clientId', 'offeredAt'])
@Index('ix_transfer_state', ['direction', 'state', 'cutoverOn', 'id'])
@Index('ix_transfer_bsn', ['bsnIndex'])
export class TransferRow {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(3)) direction!: TransferDirection;
  /** Null of one that comes in, until it is opened here. */
  @ForeignKey(() => ClientRow, { name: 'fk_transfer_client' })
  @Column(optional(idColumn))
  clientId!: string | null;
  /** The Werkplein at the other side. */
  @Column(varchar(4)) municipality!: string;
  /** The client there, once known. */
  @Column(optional(idColumn)) otherClientId!: string | null;
  @Column(varchar(10)) state!: TransferState;
  /** First day of the new regie. */
  @Column(dayColumn) cutoverOn!: string;
  /** What came along; of one that goes out, and of one that was refused or withdrawn, null. */
  @Column(optional({ type: 'simple-json' })) package!: TransferPackage | null;
  /** Of the person that comes in, until opened or ended; sealed with the keys of this Werkplein, bound to this row. */
  @Column(optional(varchar(200))) bsnCipher!: string | null;
  @Column(optional(varchar(16))) bsnKeyId!: string | null;
  @Column(optional(varchar(64))) bsnIndex!: string | null;
  /** Going out: the client while it is open. Coming in: the blind index of the BSN while it is accepted. Unique, so that there is one. */
  @Column(optional(varchar(64))) openOf!: string | null;
  @Column(optional(varchar(64))) klantregisseurId!: string | null;
  @Column(optional(varchar(120))) klantregisseurName!: string | null;
  /** Why it is offered. */
  @Column(optional(varchar(300))) note!: string | null;
  /** Why it was refused or withdrawn. */
  @Column(optional(varchar(300))) reason!: string | null;
  @Column(varchar(64)) offeredById!: string;
  @Column(varchar(120)) offeredByName!: string;
  @Column(instantColumn) offeredAt!: Date;
  @Column(optional(instantColumn)) decidedAt!: Date | null;
  @Column(optional(instantColumn)) endedAt!: Date | null;
  @Column({ type: 'int' }) version!: number;
}
