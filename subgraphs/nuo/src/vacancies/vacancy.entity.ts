import { dayColumn, decimalColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Branch, EmployerAlias } from '../employers/employer.entity.ts';
import type { StoredVacancyStatus } from './vacancy.rules.ts';

/** Work that an employer wants done by somebody (VUM vacature). */
@Entity({ name: 'vacancy' })
@Index('ix_vacancy_employer', ['employerAliasId', 'registeredAt'])
@Index('ix_vacancy_status', ['status', 'registeredAt', 'id'])
export class Vacancy {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => EmployerAlias, { name: 'fk_vacancy_employer' })
  @Column(idColumn)
  employerAliasId!: string;
  @Index('ix_vacancy_branch')
  @ForeignKey(() => Branch, { name: 'fk_vacancy_branch' })
  @Column(optional(idColumn))
  branchId!: string | null;
  @Column(varchar(120)) title!: string;
  @Column({ type: 'text' }) description!: string;
  @Column(optional(varchar(10))) occupationCode!: string | null;
  @Column(varchar(120)) occupation!: string;
  /** Where the work is: four digits of the postcode. */
  @Column(optional(varchar(4))) postcode4!: string | null;
  @Column({ type: 'int' }) places!: number;
  @Column({ type: 'int' }) filled!: number;
  /** Day on which the last place was taken; of vacancies that were filled before it was kept it is null. */
  @Column(optional(dayColumn)) filledOn!: string | null;
  @Column(optional(decimalColumn(5, 2))) hoursMin!: number | null;
  @Column(optional(decimalColumn(5, 2))) hoursMax!: number | null;
  @Column({ type: 'int', nullable: true }) workingLevelMin!: number | null;
  @Column({ type: 'simple-json' }) drivingLicences!: string[];
  @Column({ type: 'simple-json' }) agreements!: string[];
  @Column({ type: 'boolean' }) offersAdaptation!: boolean;
  @Column({ type: 'boolean' }) offersGuidance!: boolean;
  @Column({ type: 'boolean' }) onlyDoelgroepregister!: boolean;
  @Column(optional(varchar(100))) salaryIndication!: string | null;
  @Column(optional(dayColumn)) startsOn!: string | null;
  /** Last day on which it is open. */
  @Column(optional(dayColumn)) closesOn!: string | null;
  @Column(varchar(12)) status!: StoredVacancyStatus;
  /** Organisation that registered it: `nuo` or a CBS code. */
  @Column(varchar(4)) organisation!: string;
  @Column(instantColumn) registeredAt!: Date;
  @Column({ type: 'int' }) version!: number;
}
