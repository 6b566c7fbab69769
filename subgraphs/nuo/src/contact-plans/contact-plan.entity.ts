import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Branch, ContactPerson, EmployerAlias } from '../employers/employer.entity.ts';
import type { Colleague, Obstacle } from './contact-plan.rules.ts';
import type { StoredStatus } from './plan-status.rules.ts';

/** A claim to contact an employer in a window of days (contactvoornemen): others see it, and do not approach beside it. */
@Entity({ name: 'contact_plan' })
@Index('ix_contact_plan_employer', ['employerAliasId', 'status', 'windowUntil'])
@Index('ix_contact_plan_owner', ['ownerId', 'ownerOrganisation', 'startsAt'])
@Index('ix_contact_plan_expiry', ['status', 'expiresAt'])
export class ContactPlan {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => EmployerAlias, { name: 'fk_contact_plan_employer' })
  @Column(idColumn)
  employerAliasId!: string;
  @Index('ix_contact_plan_branch')
  @ForeignKey(() => Branch, { name: 'fk_contact_plan_branch' })
  @Column(optional(idColumn))
  branchId!: string | null;
  @Index('ix_contact_plan_person')
  @ForeignKey(() => ContactPerson, { name: 'fk_contact_plan_person' })
  @Column(optional(idColumn))
  contactPersonId!: string | null;
  @Column(varchar(20)) purpose!: string;
  @Column(varchar(20)) steering!: string;
  @Column(varchar(20)) channel!: string;
  @Column(dayColumn) windowFrom!: string;
  @Column(dayColumn) windowUntil!: string;
  @Column(optional(instantColumn)) plannedAt!: Date | null;
  /** `plannedAt`, or the beginning of the window: the order of calendars. */
  @Column(instantColumn) startsAt!: Date;
  @Column(varchar(64)) ownerId!: string;
  @Column(varchar(120)) ownerName!: string;
  @Column(varchar(4)) ownerOrganisation!: string;
  @Column(varchar(20)) status!: StoredStatus;
  /** Null once it is scheduled. A reservation whose time has come counts as expired, whatever `status` says. */
  @Column(optional(instantColumn)) expiresAt!: Date | null;
  /** The warnings that its owner overruled, as they were then. */
  @Column({ type: 'simple-json' }) overrides!: Obstacle[];
  @Column(optional(varchar(500))) overrideReason!: string | null;
  @Column(optional({ type: 'simple-json' })) offeredTo!: Colleague | null;
  /** The plan that this one took over. */
  @Index('uq_contact_plan_previous', { unique: true })
  @ForeignKey(() => ContactPlan, { name: 'fk_contact_plan_previous' })
  @Column(optional(idColumn))
  previousId!: string | null;
  @Column(instantColumn) createdAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

/** A colleague who joined: one visit, several organisations. */
@Entity({ name: 'contact_plan_participant' })
@Index('ix_contact_plan_participant_employee', ['employeeId', 'organisation'])
export class ContactPlanParticipant {
  @ForeignKey(() => ContactPlan, { name: 'fk_contact_plan_participant' })
  @PrimaryColumn(idColumn)
  contactPlanId!: string;
  @PrimaryColumn(varchar(4)) organisation!: string;
  @PrimaryColumn(varchar(64)) employeeId!: string;
  @Column(varchar(120)) name!: string;
  @Column(instantColumn) joinedAt!: Date;
}

/** A candidate on whose behalf the contact is planned; others see only how many there are. */
@Entity({ name: 'contact_plan_candidate' })
export class ContactPlanCandidate {
  @ForeignKey(() => ContactPlan, { name: 'fk_contact_plan_candidate' })
  @PrimaryColumn(idColumn)
  contactPlanId!: string;
  @PrimaryColumn(idColumn) candidateId!: string;
}
