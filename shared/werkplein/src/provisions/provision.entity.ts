import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import { DecisionRow } from '../decisions/decision.entity.ts';
import type { MilestoneKind, ProvisionKind } from './provision.kinds.ts';
import type { ProvisionEndReason, ProvisionExecutor, ProvisionState } from './provision.rules.ts';

/** Something that helps a client towards work (voorziening, Participatiewet art. 7 and 10). */
@Entity({ name: 'provision' })
@Index('ix_provision_expected_end', ['status', 'expectedEndOn', 'id'])
export class ProvisionRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_provision_client')
  @ForeignKey(() => ClientRow, { name: 'fk_provision_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(varchar(30)) kind!: ProvisionKind;
  @Column(varchar(12)) status!: ProvisionState;
  /** Only where it is another than the list of codes has for this kind. */
  @Column(optional(varchar(2))) srgTypeCode!: string | null;
  @Column(varchar(10)) executor!: ProvisionExecutor;
  /** Of the NUO, by which it was asked to carry it out. */
  @Column(optional(idColumn)) serviceOrderId!: string | null;
  @Index('ix_provision_decision')
  @ForeignKey(() => DecisionRow, { name: 'fk_provision_decision' })
  @Column(optional(idColumn))
  decisionId!: string | null;
  @Column(optional(dayColumn)) expectedEndOn!: string | null;
  /** Last day on which it may be used, since a review found that it does not help. */
  @Column(optional(dayColumn)) stopBy!: string | null;
  @Column(optional(varchar(30))) endReason!: ProvisionEndReason | null;
  @Column(optional(varchar(300))) note!: string | null;
  @Column({ type: 'int' }) version!: number;
}

/** Days on which a provision was really used; both belong to it. */
@Entity({ name: 'provision_use' })
@Index('ix_provision_use_days', ['startsOn', 'endsOn'])
export class ProvisionUseRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_provision_use_provision')
  @ForeignKey(() => ProvisionRow, { name: 'fk_provision_use_provision' })
  @Column(idColumn)
  provisionId!: string;
  @Index('ix_provision_use_client')
  @ForeignKey(() => ClientRow, { name: 'fk_provision_use_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(dayColumn) startsOn!: string;
  @Column(optional(dayColumn)) endsOn!: string | null;
  @Column(varchar(64)) recordedById!: string;
  @Column(instantColumn) recordedAt!: Date;
  /** Set when a later record took its place; the row stays, so that what was known then can be shown. */
  @Column(optional(instantColumn)) supersededAt!: Date | null;
}

/** Something that the law asks during a provision, on a day: a review, an offer of training, a premium. */
@Entity({ name: 'provision_milestone' })
@Index('ix_provision_milestone_due', ['settledOn', 'dueOn', 'id'])
export class ProvisionMilestoneRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_provision_milestone_provision')
  @ForeignKey(() => ProvisionRow, { name: 'fk_provision_milestone_provision' })
  @Column(idColumn)
  provisionId!: string;
  @Index('ix_provision_milestone_client')
  @ForeignKey(() => ClientRow, { name: 'fk_provision_milestone_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(varchar(20)) kind!: MilestoneKind;
  @Column(dayColumn) dueOn!: string;
  @Column(varchar(250)) source!: string;
  @Column(optional(dayColumn)) settledOn!: string | null;
  /** Of a review: whether it helps. */
  @Column({ type: 'boolean', nullable: true }) progress!: boolean | null;
  @Column(optional(varchar(300))) note!: string | null;
  @Column(optional(varchar(64))) settledById!: string | null;
}
