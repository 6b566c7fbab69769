import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import { LoonwaardeRow } from '../loonwaarde/loonwaarde.entity.ts';
import type { DecisionFacts, DecisionKind, DecisionOutcome } from './decision.rules.ts';

/** What the municipality decided about a client. Published as it is written, and never changed: a correction is another that revises it. */
@Entity({ name: 'decision' })
@Index('ix_decision_loonwaarde', ['loonwaardeId', 'kind'])
@Index('ix_decision_end', ['kind', 'endsOn', 'id'])
export class DecisionRow implements DecisionFacts {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_decision_client')
  @ForeignKey(() => ClientRow, { name: 'fk_decision_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(varchar(30)) kind!: DecisionKind;
  @Column(varchar(20)) outcome!: DecisionOutcome;
  @Column(optional(dayColumn)) appliedOn!: string | null;
  @Column(optional(dayColumn)) decideBy!: string | null;
  @Column(dayColumn) decidedOn!: string;
  @Column(optional(dayColumn)) startsOn!: string | null;
  @Column(optional(dayColumn)) endsOn!: string | null;
  @Column(varchar(250)) legalBasis!: string;
  /** The newest set of law parameters by which it was judged. */
  @Column(optional(varchar(20))) parameterSet!: string | null;
  @ForeignKey(() => LoonwaardeRow, { name: 'fk_decision_loonwaarde' })
  @Column(optional(idColumn))
  loonwaardeId!: string | null;
  @Column({ type: 'boolean' }) forfait!: boolean;
  @Column({ type: 'int', nullable: true }) monthlyCents!: number | null;
  @Index('ix_decision_extends')
  @ForeignKey(() => DecisionRow, { name: 'fk_decision_extends' })
  @Column(optional(idColumn))
  extendsId!: string | null;
  /** Unique: of two corrections of one decision the second is refused by the database as well. */
  @Index('uq_decision_revises', { unique: true })
  @ForeignKey(() => DecisionRow, { name: 'fk_decision_revises' })
  @Column(optional(idColumn))
  revisesId!: string | null;
  /** The first decision of what it belongs to: the same for all its corrections and extensions. */
  @Index('ix_decision_chain')
  @Column(optional(idColumn))
  chainId!: string | null;
  @Column(optional(varchar(120))) documentRef!: string | null;
  @Column(varchar(64)) decidedBy!: string;
  @Column(instantColumn) publishedAt!: Date;
}
