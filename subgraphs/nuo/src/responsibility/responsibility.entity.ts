import { dayColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Colleague, colleagueIdColumn } from '../colleagues/colleague.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import type { ResponsibleRole } from './responsibility.rules.ts';

/** Who answers for a participant in a role from day to day, both included. Periods of one role touch and never overlap; a stand-in lies over one. */
@Entity({ name: 'responsibility' })
@Index('uq_responsibility_start', ['participantId', 'role', 'standIn', 'startsOn'], { unique: true })
@Index('uq_responsibility_open', ['openFor', 'role'], { unique: true })
@Index('ix_responsibility_colleague', ['colleagueId', 'endsOn'])
export class Responsibility {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Participant, { name: 'fk_responsibility_participant' })
  @Column(idColumn)
  participantId!: string;
  @Column(varchar(24)) role!: ResponsibleRole;
  @ForeignKey(() => Colleague, { name: 'fk_responsibility_colleague' })
  @Column(colleagueIdColumn)
  colleagueId!: string;
  /** Takes the place of who is responsible, for these days only. */
  @Column({ type: 'boolean' }) standIn!: boolean;
  @Column(dayColumn) startsOn!: string;
  @Column(optional(dayColumn)) endsOn!: string | null;
  /** The participant while the period has no end, else null: the index lets each have one such period of a role. */
  @Column(optional(idColumn)) openFor!: string | null;
}
