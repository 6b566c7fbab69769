import { idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { ContactPlan } from './contact-plan.entity.ts';

/**
 * An attempt to plan a contact that met an obstacle: what the figure of prevented duplications counts (domain.md §8).
 * It names no candidate. Rows with one `attemptId` are one attempt, tried again.
 */
@Entity({ name: 'contact_attempt' })
@Index('ix_contact_attempt_at', ['at', 'id'])
@Index('ix_contact_attempt_employee', ['employeeId', 'organisation', 'at'])
export class ContactAttempt {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) attemptId!: string;
  @Column(instantColumn) at!: Date;
  @Index('ix_contact_attempt_employer')
  @ForeignKey(() => EmployerAlias, { name: 'fk_contact_attempt_employer' })
  @Column(idColumn)
  employerAliasId!: string;
  @Column(varchar(64)) employeeId!: string;
  @Column(varchar(4)) organisation!: string;
  /** The kind of obstacle. */
  @Column(varchar(20)) kind!: string;
  /** REFUSED, WARNED or OVERRULED. */
  @Column(varchar(20)) outcome!: string;
  /** The plan in the way, or the one that was made. */
  @Index('ix_contact_attempt_plan')
  @ForeignKey(() => ContactPlan, { name: 'fk_contact_attempt_plan' })
  @Column(optional(idColumn))
  contactPlanId!: string | null;
  /** JOINED, PLANNED_OTHERWISE, OVERRULED or TAKEN_OVER; null while nothing followed, which is waiting. */
  @Column(optional(varchar(20))) followedBy!: string | null;
}
