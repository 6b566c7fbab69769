import { dayColumn, decimalColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Colleague, colleagueIdColumn } from '../colleagues/colleague.entity.ts';
import { Branch, EmployerAlias } from '../employers/employer.entity.ts';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Proposal } from '../proposals/proposal.entity.ts';
import { Secondment } from '../secondments/secondment.entity.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { Workplace } from '../workplaces/workplace.entity.ts';
import type { PlacementKindName } from './placement-kinds.rules.ts';
import type { GuidanceForm, InterruptionReason, PlacementResult, PlacementState, PlacementStep } from './placement-states.rules.ts';

/** A participant at work: with an employer, or sheltered inside. */
@Entity({ name: 'placement' })
@Index('ix_placement_employer', ['employerAliasId', 'startsOn'])
@Index('ix_placement_client', ['clientId', 'startsOn'])
@Index('ix_placement_participant', ['participantId', 'startsOn'])
@Index('ix_placement_municipality', ['municipality', 'startsOn'])
@Index('ix_placement_status', ['municipality', 'status', 'startsOn', 'id'])
@Index('ix_placement_state', ['status', 'startsOn', 'id'])
@Index('ix_placement_waiting', ['municipality', 'status', 'proposedOn', 'id'])
@Index('ix_placement_term', ['municipality', 'status', 'termEndsOn', 'id'])
@Index('ix_placement_clock', ['status', 'implicitAgreementOn'])
@Index('ix_placement_workplace', ['workplaceId', 'status'])
@Index('uq_placement_source', ['sourceSystem', 'sourceKey'], { unique: true })
export class Placement {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Participant, { name: 'fk_placement_participant' })
  @Column(idColumn)
  participantId!: string;
  /** Copy of the participant's: what is asked most by. */
  @Column(optional(idColumn)) clientId!: string | null;
  /** Municipality that answered for the participant at the start. */
  @Column(varchar(4)) municipality!: string;
  /** Null for sheltered work inside. */
  @ForeignKey(() => EmployerAlias, { name: 'fk_placement_employer' })
  @Column(optional(idColumn))
  employerAliasId!: string | null;
  @Index('ix_placement_branch')
  @ForeignKey(() => Branch, { name: 'fk_placement_branch' })
  @Column(optional(idColumn))
  branchId!: string | null;
  @Column(varchar(30)) kind!: PlacementKindName;
  @Column(varchar(20)) status!: PlacementState;
  @Column(dayColumn) startsOn!: string;
  @Column(optional(dayColumn)) expectedEndOn!: string | null;
  /** Last day. */
  @Column(optional(dayColumn)) endedOn!: string | null;
  @Column(decimalColumn(5, 2)) hoursPerWeek!: number;
  /** The order under which uitvoering acts; null for a Wsw worker, and for what came in from a file. */
  @Index('ix_placement_order')
  @ForeignKey(() => ServiceOrder, { name: 'fk_placement_order' })
  @Column(optional(idColumn))
  serviceOrderId!: string | null;
  @Index('ix_placement_vacancy')
  @ForeignKey(() => Vacancy, { name: 'fk_placement_vacancy' })
  @Column(optional(idColumn))
  vacancyId!: string | null;
  @Index('ix_placement_proposal')
  @ForeignKey(() => Proposal, { name: 'fk_placement_proposal' })
  @Column(optional(idColumn))
  proposalId!: string | null;
  /** Of sheltered work inside or on location: the place that it takes hours of. */
  @ForeignKey(() => Workplace, { name: 'fk_placement_workplace' })
  @Column(optional(idColumn))
  workplaceId!: string | null;
  /** The agreement under which the person is lent; only of secondments. */
  @Index('ix_placement_secondment')
  @ForeignKey(() => Secondment, { name: 'fk_placement_secondment' })
  @Column(optional(idColumn))
  secondmentId!: string | null;
  @Column(optional(dayColumn)) proposedOn!: string | null;
  /** The day on which it is agreed if regie says nothing; stored, so that a later change of the term moves no day. Null where a decision is needed. */
  @Column(optional(dayColumn)) implicitAgreementOn!: string | null;
  @Column(optional(dayColumn)) agreedOn!: string | null;
  /** Id of the colleague, or `IMPLICIT`, or `NOT_NEEDED`. */
  @Column(optional(colleagueIdColumn)) agreedBy!: string | null;
  /** Decisions at the Werkplein that it rests on; what they say stays there. */
  @Column(optional({ type: 'simple-json' })) decisionIds!: string[] | null;
  /** Of the contract or agreement with the employer. */
  @Column(optional(varchar(100))) agreementReference!: string | null;
  /** Last day that the law gives to a kind with a term, as extended. */
  @Column(optional(dayColumn)) termEndsOn!: string | null;
  @Column(optional(varchar(16))) guidanceForm!: GuidanceForm | null;
  @Column(optional(decimalColumn(5, 2))) guidanceHoursPerMonth!: number | null;
  /** Regie asks to end it: since when, and by which last day. */
  @Column(optional(dayColumn)) endRequestedOn!: string | null;
  @Column(optional(dayColumn)) endRequestedFor!: string | null;
  @Column(optional(varchar(12))) result!: PlacementResult | null;
  /** The day on which one that never ran was rejected or cancelled. */
  @Column(optional(dayColumn)) closedOn!: string | null;
  @Column({ type: 'int' }) version!: number;
  @Column(optional(varchar(20))) sourceSystem!: string | null;
  @Column(optional(varchar(64))) sourceKey!: string | null;
}

/** One step of a placement: who took it, for which organisation, why, and which facts it changed. Never changed. */
@Entity({ name: 'placement_event' })
@Index('uq_placement_event_version', ['placementId', 'version'], { unique: true })
@Index('ix_placement_event_by', ['byId'])
export class PlacementEvent {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Placement, { name: 'fk_placement_event_placement' })
  @Column(idColumn)
  placementId!: string;
  /** That the placement got by it: steps of one instant have an order too. */
  @Column({ type: 'int' }) version!: number;
  @Column(varchar(16)) step!: PlacementStep;
  @Column(optional(varchar(12))) fromStatus!: PlacementState | null;
  @Column(varchar(12)) toStatus!: PlacementState;
  @Column(instantColumn) at!: Date;
  /** The day from which it holds, which may lie before the day of recording. */
  @Column(dayColumn) onDay!: string;
  /** Null when the clock or the order took the step. */
  @ForeignKey(() => Colleague, { name: 'fk_placement_event_by' })
  @Column(optional(colleagueIdColumn))
  byId!: string | null;
  @Column(varchar(4)) organisation!: string;
  @Column(optional(varchar(300))) reason!: string | null;
  /** Facts as they were and as they became, by column. */
  @Column(optional({ type: 'simple-json' })) facts!: Record<string, [before: unknown, after: unknown]> | null;
}

/** Days on which a placement stands still; both belong to it. */
@Entity({ name: 'placement_interruption' })
@Index('uq_placement_interruption', ['placementId', 'startsOn'], { unique: true })
export class PlacementInterruption {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Placement, { name: 'fk_placement_interruption_placement' })
  @Column(idColumn)
  placementId!: string;
  @Column(dayColumn) startsOn!: string;
  /** Null while it lasts. */
  @Column(optional(dayColumn)) endsOn!: string | null;
  @Column(varchar(12)) reason!: InterruptionReason;
}
