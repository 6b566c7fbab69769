import { dayColumn, decimalColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Colleague, colleagueIdColumn } from '../colleagues/colleague.entity.ts';
import { EmployerAlias } from '../employers/employer.entity.ts';
import type { Adaptation } from '../sheltered-work/adaptations.ts';
import type { WorkplaceKind } from './workplace.rules.ts';

/** A group that works together under one work supervisor: at a hirer, or in the green of a municipality. */
@Entity({ name: 'work_group' })
export class WorkGroup {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(120)) name!: string;
  @Column(varchar(12)) kind!: WorkplaceKind;
  /** Who hires the group. */
  @ForeignKey(() => EmployerAlias, { name: 'fk_work_group_employer' })
  @Index('ix_work_group_employer')
  @Column(optional(idColumn))
  employerAliasId!: string | null;
  /** CBS code, when a municipality hires it for its own buitendienst; it can be commissioner and formal employer of the same people. */
  @Column(optional(varchar(4))) hirerMunicipality!: string | null;
  /** CBS code of who commissioned it, when a municipality did. */
  @Column(optional(varchar(4))) commissionerMunicipality!: string | null;
  @ForeignKey(() => Colleague, { name: 'fk_work_group_supervisor' })
  @Index('ix_work_group_supervisor')
  @Column(optional(colleagueIdColumn))
  supervisorId!: string | null;
  @Column(dayColumn) startsOn!: string;
  @Column(optional(dayColumn)) endsOn!: string | null;
  @Column({ type: 'int' }) version!: number;
}

/** A place to work with room for so many hours a week, inside, on location or in the green. */
@Entity({ name: 'workplace' })
@Index('ix_workplace_municipality', ['municipality', 'name', 'id'])
export class Workplace {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(120)) name!: string;
  @Column(varchar(12)) kind!: WorkplaceKind;
  /** Where it is, in words. */
  @Column(varchar(120)) location!: string;
  /** CBS code of where it is. */
  @Column(varchar(4)) municipality!: string;
  @Column(decimalColumn(7, 2)) capacityHours!: number;
  /** Of a place that belongs to no group; a group has its own. */
  @ForeignKey(() => Colleague, { name: 'fk_workplace_supervisor' })
  @Index('ix_workplace_supervisor')
  @Column(optional(colleagueIdColumn))
  supervisorId!: string | null;
  @ForeignKey(() => WorkGroup, { name: 'fk_workplace_group' })
  @Index('ix_workplace_group')
  @Column(optional(idColumn))
  workGroupId!: string | null;
  /** What it offers (`adaptations` of an employment name what someone needs). */
  @Column({ type: 'simple-json' }) adaptations!: Adaptation[];
  @Column(dayColumn) opensOn!: string;
  /** Last day, or null without end. */
  @Column(optional(dayColumn)) closesOn!: string | null;
  @Column({ type: 'int' }) version!: number;
}
