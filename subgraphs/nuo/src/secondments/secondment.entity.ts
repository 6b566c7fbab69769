import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Branch, EmployerAlias } from '../employers/employer.entity.ts';
import type { SecondmentState } from './secondment.machine.ts';

/** The agreement by which the NUO lends one person or a group to a hirer. Who is lent are the placements that refer to it. */
@Entity({ name: 'secondment' })
@Index('ix_secondment_employer', ['employerAliasId', 'startsOn'])
@Index('ix_secondment_start', ['startsOn', 'id'])
@Index('ix_secondment_status', ['status', 'startsOn', 'id'])
@Index('uq_secondment_source', ['sourceSystem', 'sourceKey'], { unique: true })
export class Secondment {
  @PrimaryColumn(idColumn) id!: string;
  /** The hirer. */
  @ForeignKey(() => EmployerAlias, { name: 'fk_secondment_employer' })
  @Column(idColumn)
  employerAliasId!: string;
  @Index('ix_secondment_branch')
  @ForeignKey(() => Branch, { name: 'fk_secondment_branch' })
  @Column(optional(idColumn))
  branchId!: string | null;
  /** CBS code of the municipality whose green maintenance team hires; the hirer is then the municipality itself. */
  @Column(optional(varchar(4))) greenTeamOf!: string | null;
  @Column(varchar(10)) kind!: 'INDIVIDUAL' | 'GROUP';
  /** The work. */
  @Column(varchar(120)) title!: string;
  @Column(varchar(10)) origin!: 'SOWECO' | 'NUO';
  @Column(varchar(12)) status!: SecondmentState;
  @Column(dayColumn) startsOn!: string;
  /** Last day as agreed; null without an agreed end. */
  @Column(optional(dayColumn)) endsOn!: string | null;
  @Column({ type: 'int' }) noticeMonths!: number;
  /** Whether the rate rises each year by the percentage that is set for all. */
  @Column({ type: 'boolean' }) indexed!: boolean;
  @Column(optional(dayColumn)) signedOn!: string | null;
  @Column(optional(dayColumn)) noticeGivenOn!: string | null;
  @Column(optional(varchar(10))) noticeBy!: 'HIRER' | 'NUO' | null;
  /** Last day by the notice. */
  @Column(optional(dayColumn)) noticeEndsOn!: string | null;
  /** Last day as it was. */
  @Column(optional(dayColumn)) endedOn!: string | null;
  @Column(optional(varchar(300))) endReason!: string | null;
  @Column(instantColumn) recordedAt!: Date;
  @Column({ type: 'int' }) version!: number;
  @Column(optional(varchar(20))) sourceSystem!: string | null;
  @Column(optional(varchar(64))) sourceKey!: string | null;
}

/**
 * What the hirer pays an hour from a day on. A row never changes: another rate from the same day replaces it, so that what was known on a day can be told.
 * One below the floor holds from its approval on.
 */
@Entity({ name: 'secondment_rate' })
@Index('ix_secondment_rate_day', ['secondmentId', 'validFrom'])
@Index('uq_secondment_rate_index', ['secondmentId', 'indexedYear'], { unique: true })
export class SecondmentRate {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Secondment, { name: 'fk_secondment_rate_secondment' })
  @Column(idColumn)
  secondmentId!: string;
  @Column(dayColumn) validFrom!: string;
  @Column({ type: 'int' }) centsPerHour!: number;
  /** The year whose indexation made it; null when agreed. */
  @Column({ type: 'int', nullable: true }) indexedYear!: number | null;
  /** The floor that it is below; null when it is not. */
  @Column({ type: 'int', nullable: true }) belowFloorCents!: number | null;
  @Column(optional(instantColumn)) approvedAt!: Date | null;
  @Column(optional(varchar(64))) approvedById!: string | null;
  @Column(optional(varchar(120))) approvedByName!: string | null;
  @Column(optional(varchar(300))) approvalReason!: string | null;
  @Column(instantColumn) recordedAt!: Date;
  @Column(varchar(64)) recordedById!: string;
  @Column(optional(instantColumn)) withdrawnAt!: Date | null;
  @Column(optional(idColumn)) replacedById!: string | null;
}
