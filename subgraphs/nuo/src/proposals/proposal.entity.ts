import { idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import type { ProposalStatus } from './proposal.rules.ts';

/** A candidate proposed to an employer, for a vacancy or on an open application. Who the candidate is stays with the Werkplein. */
@Entity({ name: 'proposal' })
@Index('uq_proposal_open', ['openCandidateId', 'vacancyId'], { unique: true })
@Index('ix_proposal_candidate', ['candidateId', 'proposedAt'])
@Index('ix_proposal_employer', ['employerAliasId', 'proposedAt'])
@Index('ix_proposal_vacancy', ['vacancyId', 'proposedAt'])
export class Proposal {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) candidateId!: string;
  /** The candidate while the proposal is open, else null: at most one open proposal for a vacancy. */
  @Column(optional(idColumn)) openCandidateId!: string | null;
  /** CBS code of the candidate's municipality. */
  @Column(varchar(4)) municipality!: string;
  @ForeignKey(() => EmployerAlias, { name: 'fk_proposal_employer' })
  @Column(idColumn)
  employerAliasId!: string;
  @ForeignKey(() => Vacancy, { name: 'fk_proposal_vacancy' })
  @Column(optional(idColumn))
  vacancyId!: string | null;
  @Column(varchar(12)) status!: ProposalStatus;
  /** Why it was rejected or withdrawn. */
  @Column(optional(varchar(300))) reason!: string | null;
  @Column(varchar(64)) employeeId!: string;
  @Column(varchar(120)) employeeName!: string;
  @Column(varchar(4)) organisation!: string;
  @Column(instantColumn) proposedAt!: Date;
  @Column(instantColumn) changedAt!: Date;
  @Column({ type: 'int' }) version!: number;
}
