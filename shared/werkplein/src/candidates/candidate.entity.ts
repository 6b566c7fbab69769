import { dayColumn, decimalColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import type { Occupation } from '@werkplein/matching';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import type { Visibility } from './candidate.rules.ts';

/** What a client offers an employer, under an id of its own: who works with it need not know who it is. */
@Entity({ name: 'candidate' })
@Index('uq_candidate_client', ['clientId'], { unique: true })
@Index('ix_candidate_visible', ['withdrawnOn', 'visibility', 'id'])
export class CandidateRow {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ClientRow, { name: 'fk_candidate_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(varchar(12)) visibility!: Visibility;
  /** Day on which the client was told who sees this (AVG art. 13). */
  @Column(optional(dayColumn)) informedOn!: string | null;
  @Column({ type: 'simple-json' }) occupations!: Occupation[];
  @Column(optional(decimalColumn(5, 2))) hoursMin!: number | null;
  @Column(optional(decimalColumn(5, 2))) hoursMax!: number | null;
  /** Four digits: a whole postcode can be a single house. */
  @Column(optional(varchar(4))) postcode4!: string | null;
  @Column({ type: 'int', nullable: true }) maxTravelKm!: number | null;
  @Column({ type: 'int', nullable: true }) workingLevel!: number | null;
  @Column({ type: 'simple-json' }) drivingLicences!: string[];
  @Column({ type: 'boolean' }) needsAdaptation!: boolean;
  @Column({ type: 'boolean' }) needsGuidance!: boolean;
  @Column(optional(dayColumn)) availableFrom!: string | null;
  @Column(optional(dayColumn)) withdrawnOn!: string | null;
  @Column({ type: 'int' }) version!: number;
}
