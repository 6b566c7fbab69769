import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import type { DossierStatus, DossierStep } from './dossier.rules.ts';
import type { OutflowReason } from './outflow.rules.ts';

/** The case of one client, from registration to closing; at most one is open. */
@Entity({ name: 'dossier' })
@Index('uq_dossier_open', ['openClientId'], { unique: true })
@Index('ix_dossier_klantregisseur', ['klantregisseurId', 'status'])
@Index('ix_dossier_status', ['status', 'openClientId', 'clientId'])
@Index('ix_dossier_due', ['dueOn', 'id'])
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
  /** Null until somebody is appointed. */
  @Column(optional(varchar(64))) klantregisseurId!: string | null;
  @Column(optional(varchar(120))) klantregisseurName!: string | null;
  @Column(dayColumn) openedOn!: string;
  @Column(optional(dayColumn)) closedOn!: string | null;
  @Column(optional(varchar(30))) outflow!: OutflowReason | null;
  /** The placement at the NUO that regie confirmed, its first day, and the last day of the term that was agreed. */
  @Column(optional(idColumn)) placementId!: string | null;
  @Column(optional(dayColumn)) placedOn!: string | null;
  @Column(optional(dayColumn)) agreedUntil!: string | null;
  /** Last day for the next step, by the terms that held when the dossier came into its state. */
  @Column(optional(dayColumn)) dueOn!: string | null;
  @Column({ type: 'int', default: 1 }) version!: number;
}

/** One step that a dossier took: a fact that never changes, for figures count them. */
@Entity({ name: 'dossier_step' })
@Index('uq_dossier_step', ['dossierId', 'number'], { unique: true })
export class DossierStepRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_dossier_step_client')
  @ForeignKey(() => ClientRow, { name: 'fk_dossier_step_client' })
  @Column(idColumn)
  clientId!: string;
  @ForeignKey(() => DossierRow, { name: 'fk_dossier_step_dossier' })
  @Column(idColumn)
  dossierId!: string;
  /** The version of the dossier that it made. */
  @Column({ type: 'int' }) number!: number;
  @Column(varchar(30)) step!: DossierStep | 'register';
  @Column(optional(varchar(20))) fromStatus!: DossierStatus | null;
  @Column(varchar(20)) toStatus!: DossierStatus;
  @Column(dayColumn) takenOn!: string;
  @Column(optional(varchar(300))) reason!: string | null;
  @Column(optional(varchar(30))) outflow!: OutflowReason | null;
  /** Of a placement that was confirmed, and its first day: the dossier keeps the last one only. */
  @Column(optional(idColumn)) placementId!: string | null;
  @Column(optional(dayColumn)) placedOn!: string | null;
  /** What the employee said to have looked at elsewhere in the graph, as codes. */
  @Column({ type: 'simple-json' }) confirmed!: string[];
  @Column(varchar(64)) recordedById!: string;
  @Column(varchar(120)) recordedByName!: string;
  @Column(instantColumn) recordedAt!: Date;
}
