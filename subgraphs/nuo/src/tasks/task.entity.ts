import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Colleague, colleagueIdColumn } from '../colleagues/colleague.entity.ts';
import { Team } from '../colleagues/team.entity.ts';
import { ContactPlan } from '../contact-plans/contact-plan.entity.ts';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { EmployerAlias } from '../employers/employer.entity.ts';

/** Something that one of us still has to do (in Open Klant: InterneTaak). With nobody and no team it waits for the coordinator. */
@Entity({ name: 'task' })
@Index('ix_task_colleague', ['colleagueId', 'status', 'dueOn', 'id'])
@Index('ix_task_team', ['teamId', 'status', 'dueOn', 'id'])
@Index('ix_task_employer', ['employerAliasId', 'createdAt'])
@Index('ix_task_reminder', ['colleagueId', 'status', 'remindAt'])
export class Task {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(200)) title!: string;
  @ForeignKey(() => EmployerAlias, { name: 'fk_task_employer' })
  @Column(optional(idColumn))
  employerAliasId!: string | null;
  /** Who does it; null while a team or the coordinator has it. */
  @ForeignKey(() => Colleague, { name: 'fk_task_colleague' })
  @Column(optional(colleagueIdColumn))
  colleagueId!: string | null;
  /** The team that got it; stays when one of them takes it. */
  @ForeignKey(() => Team, { name: 'fk_task_team' })
  @Column(optional(idColumn))
  teamId!: string | null;
  @Column(dayColumn) dueOn!: string;
  @Column(optional(instantColumn)) remindAt!: Date | null;
  @Column(varchar(10)) status!: string;
  /** The contact in which it was agreed. */
  @Index('ix_task_contact')
  @ForeignKey(() => ContactMoment, { name: 'fk_task_contact' })
  @Column(optional(idColumn))
  contactMomentId!: string | null;
  /** The planned contact that it is about. */
  @Index('ix_task_plan')
  @ForeignKey(() => ContactPlan, { name: 'fk_task_plan' })
  @Column(optional(idColumn))
  contactPlanId!: string | null;
  @Column(colleagueIdColumn) createdById!: string;
  @Column(instantColumn) createdAt!: Date;
  @Column(optional(instantColumn)) closedAt!: Date | null;
  @Column({ type: 'int' }) version!: number;
}
