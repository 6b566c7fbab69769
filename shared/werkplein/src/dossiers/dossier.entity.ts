import { dayColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import type { DossierStatus } from './dossier.rules.ts';

/** The case of one client, from registration to closing; at most one is open. */
@Entity({ name: 'dossier' })
@Index('uq_dossier_open', ['openClientId'], { unique: true })
@Index('ix_dossier_klantregisseur', ['klantregisseurId', 'status'])
@Index('ix_dossier_status', ['status'])
export class DossierRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_dossier_client')
  @ForeignKey(() => ClientRow, { name: 'fk_dossier_client' })
  @Column(idColumn)
  clientId!: string;
  /** The client while the dossier is open, else null: unique, so that the database keeps "one open dossier". */
  @Column(optional(idColumn)) openClientId!: string | null;
  @Column(varchar(20)) status!: DossierStatus;
  /** Where a suspended dossier goes back to. */
  @Column(optional(varchar(20))) suspendedFrom!: DossierStatus | null;
  @Column(optional(varchar(300))) statusReason!: string | null;
  @Column(dayColumn) statusSince!: string;
  @Column(varchar(64)) klantregisseurId!: string;
  @Column(varchar(120)) klantregisseurName!: string;
  @Column(dayColumn) openedOn!: string;
  @Column(optional(dayColumn)) closedOn!: string | null;
}
