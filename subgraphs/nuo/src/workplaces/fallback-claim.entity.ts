import { dayColumn, decimalColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import type { ClaimState } from './fallback-claim.machine.ts';
import { Workplace } from './workplace.entity.ts';

/** The claim on a sheltered place (terugvaloptie) of somebody who was seconded out: open, reserved at a place, or short of one. */
@Entity({ name: 'fallback_claim' })
@Index('ix_fallback_claim_state', ['state', 'neededFrom', 'id'])
@Index('ix_fallback_claim_workplace', ['workplaceId', 'state'])
@Index('uq_fallback_claim_placement', ['placementId'], { unique: true })
export class FallbackClaim {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ShelteredEmployment, { name: 'fk_fallback_claim_employment' })
  @Index('ix_fallback_claim_employment')
  @Column(idColumn)
  employmentId!: string;
  @Index('ix_fallback_claim_participant')
  @Column(idColumn)
  participantId!: string;
  /** The secondment from which they may come back; kept no longer than its own term, so no key holds it. */
  @Column(idColumn) placementId!: string;
  @Column(varchar(12)) state!: ClaimState;
  /** Last own place before the secondment, to which they go back first. */
  @ForeignKey(() => Workplace, { name: 'fk_fallback_claim_last' })
  @Index('ix_fallback_claim_last')
  @Column(optional(idColumn))
  lastWorkplaceId!: string | null;
  /** First day on which a place is needed: the day after the secondment. */
  @Column(optional(dayColumn)) neededFrom!: string | null;
  @Column(optional(decimalColumn(5, 2))) hoursPerWeek!: number | null;
  @ForeignKey(() => Workplace, { name: 'fk_fallback_claim_workplace' })
  @Column(optional(idColumn))
  workplaceId!: string | null;
  @Column(optional(varchar(300))) note!: string | null;
  @Column({ type: 'int' }) version!: number;
}
