import { idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContactPlan } from '../contact-plans/contact-plan.entity.ts';
import { ContactPerson, EmployerAlias } from '../employers/employer.entity.ts';

/** A contact with an employer that took place: a fact, never changed; a mistake is replaced by a new fact (`correctionOfId`). */
@Entity({ name: 'contact_moment' })
@Index('ix_contact_moment_at', ['occurredAt', 'direction'])
@Index('ix_contact_moment_employer', ['employerAliasId', 'occurredAt'])
@Index('uq_contact_moment_correction', ['correctionOfId'], { unique: true })
@Index('uq_contact_moment_source', ['sourceSystem', 'sourceKey'], { unique: true })
export class ContactMoment {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => EmployerAlias, { name: 'fk_contact_moment_employer' })
  @Column(idColumn)
  employerAliasId!: string;
  @Index('ix_contact_moment_person')
  @ForeignKey(() => ContactPerson, { name: 'fk_contact_moment_person' })
  @Column(optional(idColumn))
  contactPersonId!: string | null;
  @Column(instantColumn) occurredAt!: Date;
  @Column(varchar(20)) channel!: string;
  @Column(varchar(20)) direction!: string;
  @Column(varchar(20)) steering!: string;
  @Column(varchar(200)) subject!: string;
  @Column({ type: 'text' }) report!: string;
  /** Null: not known. */
  @Column(optional({ type: 'boolean' })) succeeded!: boolean | null;
  /** Organisation that recorded it: `nuo` or a CBS code. */
  @Column(varchar(4)) organisation!: string;
  @ForeignKey(() => ContactMoment, { name: 'fk_contact_moment_correction' })
  @Column(optional(idColumn))
  correctionOfId!: string | null;
  /** The plan that this contact carried out. */
  @Index('ix_contact_moment_plan')
  @ForeignKey(() => ContactPlan, { name: 'fk_contact_moment_plan' })
  @Column(optional(idColumn))
  contactPlanId!: string | null;
  @Column(instantColumn) recordedAt!: Date;
  @Column(optional(varchar(20))) sourceSystem!: string | null;
  @Column(optional(varchar(64))) sourceKey!: string | null;
}

/** One of our employees at a contact; the first is who recorded it. */
@Entity({ name: 'contact_moment_participant' })
@Index('ix_contact_moment_participant_employee', ['organisation', 'employeeId'])
export class ContactMomentParticipant {
  @ForeignKey(() => ContactMoment, { name: 'fk_contact_moment_participant' })
  @PrimaryColumn(idColumn)
  contactMomentId!: string;
  @PrimaryColumn({ type: 'int' }) position!: number;
  @Column(varchar(64)) employeeId!: string;
  @Column(varchar(120)) name!: string;
  @Column(varchar(4)) organisation!: string;
}
