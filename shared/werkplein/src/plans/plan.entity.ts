import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import type { PlanContent, PlanStatus } from './plan.rules.ts';

/** One version of a client's plan van aanpak (Participatiewet art. 44a). Its content never changes once it is established. */
@Entity({ name: 'plan' })
@Index('uq_plan_number', ['clientId', 'number'], { unique: true })
@Index('uq_plan_concept', ['conceptOf'], { unique: true })
@Index('uq_plan_established', ['establishedOf'], { unique: true })
@Index('ix_plan_evaluate', ['evaluateOn', 'id'])
export class PlanRow {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ClientRow, { name: 'fk_plan_client' })
  @Column(idColumn)
  clientId!: string;
  /** First, second, third plan of this client. */
  @Column({ type: 'int' }) number!: number;
  @Column(varchar(12)) status!: PlanStatus;
  /** The client while this is the concept, or the established plan, else null: unique, so that there is one of each. */
  @Column(optional(idColumn)) conceptOf!: string | null;
  @Column(optional(idColumn)) establishedOf!: string | null;
  @Column({ type: 'simple-json' }) content!: PlanContent;
  /** Day of the next evaluation while the plan is established: that of the last evaluation, else of the content. */
  @Column(optional(dayColumn)) evaluateOn!: string | null;
  @Column({ type: 'int' }) version!: number;
  @Column(varchar(64)) writtenById!: string;
  @Column(varchar(120)) writtenByName!: string;
  @Column(instantColumn) writtenAt!: Date;
  @Column(optional(dayColumn)) establishedOn!: string | null;
  @Column(optional(dayColumn)) endedOn!: string | null;
  @Column(optional(varchar(300))) endReason!: string | null;
}

/** An evaluation of an established plan with the client. */
@Entity({ name: 'plan_evaluation' })
export class PlanEvaluationRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_plan_evaluation_plan')
  @ForeignKey(() => PlanRow, { name: 'fk_plan_evaluation_plan' })
  @Column(idColumn)
  planId!: string;
  @Index('ix_plan_evaluation_client')
  @ForeignKey(() => ClientRow, { name: 'fk_plan_evaluation_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(dayColumn) evaluatedOn!: string;
  /** Whether it was done together with the client, as the law asks. */
  @Column({ type: 'boolean' }) samenspraak!: boolean;
  @Column({ type: 'text' }) outcome!: string;
  @Column(dayColumn) nextEvaluationOn!: string;
  @Column(varchar(64)) recordedById!: string;
  @Column(varchar(120)) recordedByName!: string;
  @Column(instantColumn) recordedAt!: Date;
}
