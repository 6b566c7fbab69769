import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Colleague, colleagueIdColumn } from '../colleagues/colleague.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import type { CommissionerKind } from '../participants/commissioner.rules.ts';
import type { Service, ServiceOrderStatus, ServiceOrderStep } from './service-order.rules.ts';

/** What a commissioner asks the NUO to do for one person (opdracht): the hand-over from regie to uitvoering and back. */
@Entity({ name: 'service_order' })
@Index('uq_service_order_active', ['activeFor', 'service'], { unique: true })
@Index('ix_service_order_participant', ['participantId', 'startsOn'])
@Index('ix_service_order_client', ['clientId', 'startsOn'])
@Index('ix_service_order_municipality', ['municipality', 'status', 'respondBy', 'id'])
@Index('ix_service_order_status', ['status', 'respondBy', 'id'])
export class ServiceOrder {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Participant, { name: 'fk_service_order_participant' })
  @Column(idColumn)
  participantId!: string;
  /** Copy of the participant's: what is asked most by. */
  @Column(optional(idColumn)) clientId!: string | null;
  /** Copy of the participant's when it was saved or offered: who has the regie, a CBS code or `uwv`. */
  @Column(varchar(4)) municipality!: string;
  @Column(varchar(20)) commissionerKind!: CommissionerKind;
  /** CBS code of a municipality, OIN of UWV. */
  @Column(varchar(20)) commissionerCode!: string;
  /** Number at the Werkplein of what it shares of the client for this order; the order itself grants nothing. */
  @Column(optional(idColumn)) disclosureId!: string | null;
  @Column(varchar(20)) service!: Service;
  @Column(varchar(1000)) goal!: string;
  @Column({ type: 'int', nullable: true }) budgetCents!: number | null;
  @Column(dayColumn) startsOn!: string;
  /** Last day for an answer; of a concept as if it were offered now. */
  @Column(dayColumn) respondBy!: string;
  /** Null while only the commissioner knows of it. */
  @Column(optional(dayColumn)) offeredOn!: string | null;
  /** The day on which the commissioner gave notice. */
  @Column(optional(dayColumn)) noticeOn!: string | null;
  /** Last day of the order, in whatever way it closed. */
  @Column(optional(dayColumn)) endsOn!: string | null;
  @Column(varchar(12)) status!: ServiceOrderStatus;
  /** What came of it, when completed. */
  @Column(optional(varchar(1000))) result!: string | null;
  /** Why it was refused, withdrawn, handed back or ended. */
  @Column(optional(varchar(1000))) reason!: string | null;
  /** What uitvoering advises when it hands back. */
  @Column(optional(varchar(1000))) advice!: string | null;
  @Column(optional(varchar(1000))) evaluation!: string | null;
  /** The participant while the order is active, else null: the index lets each have one of a service. */
  @Column(optional(idColumn)) activeFor!: string | null;
  @Column({ type: 'int' }) version!: number;
}

/** One step of an order: who took it, for which organisation, and why. Never changed. */
@Entity({ name: 'service_order_event' })
@Index('uq_service_order_event_version', ['orderId', 'version'], { unique: true })
@Index('ix_service_order_event_by', ['byId'])
export class ServiceOrderEvent {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ServiceOrder, { name: 'fk_service_order_event_order' })
  @Column(idColumn)
  orderId!: string;
  /** The version that the order has by this step: of two at once only one can be written. */
  @Column({ type: 'int' }) version!: number;
  @Column(varchar(12)) step!: ServiceOrderStep;
  @Column(optional(varchar(12))) fromStatus!: ServiceOrderStatus | null;
  @Column(varchar(12)) toStatus!: ServiceOrderStatus;
  @Column(instantColumn) at!: Date;
  @ForeignKey(() => Colleague, { name: 'fk_service_order_event_by' })
  @Column(colleagueIdColumn)
  byId!: string;
  /** For whom: `nuo`, a CBS code, or the OIN of a commissioner whose letter was recorded. */
  @Column(varchar(20)) organisation!: string;
  /** The commissioner's letter, when somebody of the NUO recorded what it says. */
  @Column(optional(varchar(64))) reference!: string | null;
  /** The reason, result or evaluation that was given. */
  @Column(optional(varchar(1000))) text!: string | null;
}
