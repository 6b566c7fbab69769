import { dayColumn, decimalColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Branch, EmployerAlias } from '../employers/employer.entity.ts';
import { Participant } from '../participants/participant.entity.ts';

/** A participant at work: with an employer, or sheltered inside. */
@Entity({ name: 'placement' })
@Index('ix_placement_employer', ['employerAliasId', 'startsOn'])
@Index('ix_placement_client', ['clientId', 'startsOn'])
@Index('ix_placement_participant', ['participantId', 'startsOn'])
@Index('ix_placement_municipality', ['municipality', 'startsOn'])
@Index('ix_placement_status', ['municipality', 'status'])
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
  @Column(varchar(30)) kind!: string;
  @Column(varchar(20)) status!: string;
  @Column(dayColumn) startsOn!: string;
  @Column(optional(dayColumn)) expectedEndOn!: string | null;
  /** Last day. */
  @Column(optional(dayColumn)) endedOn!: string | null;
  @Column(decimalColumn(5, 2)) hoursPerWeek!: number;
  @Column({ type: 'int' }) version!: number;
  @Column(optional(varchar(20))) sourceSystem!: string | null;
  @Column(optional(varchar(64))) sourceKey!: string | null;
}
