import { dayColumn, decimalColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import type { Direction } from '@werkplein/indicators';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { QuarterReport } from '../reports/report.entity.ts';
import type { AgreementState } from './agreement.machine.ts';

/** What one municipality and the NUO agree for a year on one indicator. Its terms stand in versions. */
@Entity({ name: 'performance_agreement' })
@Index('uq_performance_agreement', ['year', 'municipality', 'indicator'], { unique: true })
export class PerformanceAgreement {
  @PrimaryColumn(idColumn) id!: string;
  @Column({ type: 'int' }) year!: number;
  @Column(varchar(4)) municipality!: string;
  /** Code of an indicator, or of one that is recorded by hand. */
  @Column(varchar(40)) indicator!: string;
  @Column(varchar(10)) status!: AgreementState;
  @Column(instantColumn) proposedAt!: Date;
  @Column(optional(instantColumn)) settledAt!: Date | null;
  @Column(optional(varchar(64))) settledById!: string | null;
  @Column(optional(varchar(120))) settledByName!: string | null;
  @Column(optional(varchar(300))) settlementNote!: string | null;
  /** The frozen report of the fourth quarter by which it was settled. */
  @Index('ix_performance_agreement_report')
  @ForeignKey(() => QuarterReport, { name: 'fk_performance_agreement_report' })
  @Column(optional(idColumn))
  settledByReportId!: string | null;
  @Column({ type: 'int' }) version!: number;
}

/** Terms of an agreement as somebody proposed them. What they say never changes: other terms are the next version. They hold once both sides accepted them. */
@Entity({ name: 'agreement_version' })
@Index('uq_agreement_version', ['agreementId', 'number'], { unique: true })
export class AgreementVersion {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => PerformanceAgreement, { name: 'fk_agreement_version_agreement' })
  @Column(idColumn)
  agreementId!: string;
  /** 1 is the first. */
  @Column({ type: 'int' }) number!: number;
  /** In the unit of the indicator, as are the two limits. */
  @Column(decimalColumn(14, 2)) target!: number;
  @Column(varchar(6)) direction!: Direction;
  @Column(decimalColumn(14, 2)) amberBeyond!: number;
  @Column(decimalColumn(14, 2)) redBeyond!: number;
  @Column(varchar(10)) source!: 'BUDGET' | 'AMENDMENT';
  /** Of the indicator when this was proposed. */
  @Column({ type: 'int' }) definitionVersion!: number;
  /** Why the terms are other than before. */
  @Column(optional(varchar(300))) reason!: string | null;
  @Column(instantColumn) proposedAt!: Date;
  @Column(varchar(64)) proposedById!: string;
  @Column(varchar(120)) proposedByName!: string;
  @Column(varchar(4)) proposedByOrganisation!: string;
  @Column(optional(instantColumn)) nuoAcceptedAt!: Date | null;
  @Column(optional(varchar(64))) nuoAcceptedById!: string | null;
  @Column(optional(varchar(120))) nuoAcceptedByName!: string | null;
  @Column(optional(instantColumn)) municipalityAcceptedAt!: Date | null;
  @Column(optional(varchar(64))) municipalityAcceptedById!: string | null;
  @Column(optional(varchar(120))) municipalityAcceptedByName!: string | null;
  /** When the second side accepted: from then on these terms are known to hold. */
  @Column(optional(instantColumn)) establishedAt!: Date | null;
  /** Other terms were proposed in their place, or nothing, before both accepted. */
  @Column(optional(instantColumn)) withdrawnAt!: Date | null;
}

/** What was realised until a day, of an indicator of which no source holds facts. A later row for the same day replaces it; both stay. */
@Entity({ name: 'manual_value' })
@Index('ix_manual_value_agreement', ['agreementId', 'measuredOn'])
export class ManualValue {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => PerformanceAgreement, { name: 'fk_manual_value_agreement' })
  @Column(idColumn)
  agreementId!: string;
  @Column(dayColumn) measuredOn!: string;
  @Column(decimalColumn(14, 2)) value!: number;
  /** Where it comes from. */
  @Column(varchar(300)) reason!: string;
  @Column(varchar(64)) recordedById!: string;
  @Column(varchar(120)) recordedByName!: string;
  @Column(instantColumn) recordedAt!: Date;
  @Column(optional(instantColumn)) replacedAt!: Date | null;
}
