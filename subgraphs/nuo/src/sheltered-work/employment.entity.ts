import { dayColumn, decimalColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import type { Adaptation } from './adaptations.ts';
import type { Cao, EmploymentKind, EmploymentState } from './employment.machine.ts';
import type { Destination, EndReason } from './statutory-codes.ts';

/** The employment (dienstverband) of someone whom the NUO employs for a municipality, or guides at an employer. */
@Entity({ name: 'sheltered_employment' })
@Index('ix_sheltered_employment_participant', ['participantId', 'startsOn'])
@Index('ix_sheltered_employment_start', ['startsOn', 'id'])
@Index('ix_sheltered_employment_kind', ['kind', 'state', 'startsOn'])
@Index('ix_sheltered_employment_responsible', ['responsibleMunicipality', 'startsOn'])
export class ShelteredEmployment {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Participant, { name: 'fk_sheltered_employment_participant' })
  @Column(idColumn)
  participantId!: string;
  @Column(varchar(30)) kind!: EmploymentKind;
  @Column(varchar(20)) state!: EmploymentState;
  @Column(dayColumn) startsOn!: string;
  /** Last day, also one that is still to come. */
  @Column(optional(dayColumn)) endsOn!: string | null;
  /** The employer, of a kind of which it is the formal employer; otherwise a municipality is, by the terms. */
  @ForeignKey(() => EmployerAlias, { name: 'fk_sheltered_employment_employer' })
  @Index('ix_sheltered_employment_employer')
  @Column(optional(idColumn))
  employerAliasId!: string | null;
  /** Copy of the newest terms': whose regie is asked most by. */
  @Column(varchar(4)) responsibleMunicipality!: string;
  /** What work at a sheltered place must offer; nothing of why. */
  @Column({ type: 'simple-json' }) adaptations!: Adaptation[];
  /** Of beschut werk: the municipality's decision (Participatiewet art. 10b), by its id there, and its day. */
  @Column(optional(idColumn)) decisionId!: string | null;
  @Column(optional(dayColumn)) decidedOn!: string | null;
  /** The employment of another form that this one goes on with. */
  @Index('ix_sheltered_employment_continues')
  @Column(optional(idColumn))
  continuesId!: string | null;
  @Column(optional(varchar(40))) endReason!: EndReason | null;
  @Column(optional(varchar(40))) destination!: Destination | null;
  /** Why it was refused or withdrawn before it began. */
  @Column(optional(varchar(300))) note!: string | null;
  @Column({ type: 'int' }) version!: number;
  @Column(instantColumn) recordedAt!: Date;
}

/**
 * What was agreed in a period of an employment. Paying, responsible and employing municipality are three facts; where the worker lives is a fourth (`residence`).
 * Rows never change: a correction ends one by `replacedAt` and adds others, so that what was known at a moment can be told again.
 */
@Entity({ name: 'employment_terms' })
@Index('ix_employment_terms_employment', ['employmentId', 'validFrom'])
export class EmploymentTerms {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ShelteredEmployment, { name: 'fk_employment_terms_employment' })
  @Column(idColumn)
  employmentId!: string;
  @Column(dayColumn) validFrom!: string;
  /** Last day, or null without end; the end of the employment goes before it. */
  @Column(optional(dayColumn)) validUntil!: string | null;
  /** CBS code; null when an employer is the formal employer. */
  @Column(optional(varchar(4))) formalEmployer!: string | null;
  @Column(varchar(4)) payingMunicipality!: string;
  @Column(varchar(4)) responsibleMunicipality!: string;
  @Column(decimalColumn(5, 2)) hoursPerWeek!: number;
  @Column(decimalColumn(5, 2)) paidWagePct!: number;
  @Column(varchar(20)) cao!: Cao;
  @Column(instantColumn) recordedAt!: Date;
  @Column(optional(instantColumn)) replacedAt!: Date | null;
}
