import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import { DecisionRow } from '../decisions/decision.entity.ts';
import type { ExemptionGround, ExemptionState } from './exemption.rules.ts';

/** Days on which a client need not meet the duty to work (ontheffing, Participatiewet art. 9 lid 2 and art. 9a). Both belong to it. */
@Entity({ name: 'exemption' })
@Index('ix_exemption_end', ['status', 'endsOn', 'id'])
@Index('ix_exemption_review', ['status', 'reviewOn', 'id'])
export class ExemptionRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_exemption_client')
  @ForeignKey(() => ClientRow, { name: 'fk_exemption_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(varchar(30)) ground!: ExemptionGround;
  @Column(varchar(10)) status!: ExemptionState;
  @Column(dayColumn) startsOn!: string;
  @Column(optional(dayColumn)) endsOn!: string | null;
  @Index('ix_exemption_decision')
  @ForeignKey(() => DecisionRow, { name: 'fk_exemption_decision' })
  @Column(idColumn)
  decisionId!: string;
  /** Day of the next re-examination that the law asks. */
  @Column(optional(dayColumn)) reviewOn!: string | null;
  /** Day of the last re-examination. */
  @Column(optional(dayColumn)) reviewedOn!: string | null;
  @Column(optional(varchar(300))) endReason!: string | null;
  @Column({ type: 'int' }) version!: number;
  @Column(varchar(64)) recordedById!: string;
  @Column(instantColumn) recordedAt!: Date;
}

/** Months of exemption that a client used up in another municipality: a term that runs on wherever one lives. */
@Entity({ name: 'carried_exemption' })
@Index('uq_carried_exemption', ['clientId', 'ground', 'municipality'], { unique: true })
export class CarriedExemptionRow {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ClientRow, { name: 'fk_carried_exemption_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(varchar(30)) ground!: ExemptionGround;
  /** CBS code of where they were used. */
  @Column(varchar(4)) municipality!: string;
  @Column({ type: 'int' }) months!: number;
  @Column(varchar(64)) recordedById!: string;
  @Column(instantColumn) recordedAt!: Date;
}
