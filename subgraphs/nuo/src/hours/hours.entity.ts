import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Participant } from '../participants/participant.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Secondment } from '../secondments/secondment.entity.ts';
import type { BillablePart } from './hours.rules.ts';

/**
 * Hours, revenue and direct cost of one placement in one month, as a fact that never changes: while the month is open another row replaces it, and
 * after the month was closed a `CORRECTION` holds the differences, in an open month. Known at instant K are the rows with `recordedAt` ≤ K and
 * no `withdrawnAt` ≤ K. Hours are hundredths of an hour, money is cents: both whole, so that sums are exact.
 */
@Entity({ name: 'timesheet' })
@Index('ix_timesheet_month', ['month', 'municipality'])
@Index('ix_timesheet_placement', ['placementId', 'concernsMonth'])
@Index('ix_timesheet_participant', ['participantId', 'month'])
@Index('ix_timesheet_secondment', ['secondmentId', 'month'])
@Index('uq_timesheet_current', ['currentKey'], { unique: true })
export class Timesheet {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Placement, { name: 'fk_timesheet_placement' })
  @Column(idColumn)
  placementId!: string;
  /** Copies of what the placement said when it was recorded: later changes there do not move a closed figure. */
  @ForeignKey(() => Participant, { name: 'fk_timesheet_participant' })
  @Column(idColumn)
  participantId!: string;
  @Column(varchar(4)) municipality!: string;
  @Column(varchar(30)) placementKind!: string;
  @ForeignKey(() => Secondment, { name: 'fk_timesheet_secondment' })
  @Column(optional(idColumn))
  secondmentId!: string | null;
  @Column(varchar(10)) kind!: 'SHEET' | 'CORRECTION';
  /** `YYYY-MM` in whose figures it counts. */
  @Column(varchar(7)) month!: string;
  /** `YYYY-MM` in which the work was: the same, or the closed month that a correction is about. */
  @Column(varchar(7)) concernsMonth!: string;
  /** Last day of `month`. */
  @Column(dayColumn) countsOn!: string;
  @Column({ type: 'int' }) contractHours!: number;
  @Column({ type: 'int' }) workedHours!: number;
  @Column({ type: 'int' }) billableHours!: number;
  @Column({ type: 'int' }) sickHours!: number;
  @Column({ type: 'int' }) leaveHours!: number;
  /** No work because of the season: not sickness. */
  @Column({ type: 'int' }) seasonHours!: number;
  @Column({ type: 'int' }) otherAbsentHours!: number;
  /** The billable hours by period, when they were given so. */
  @Column({ type: 'simple-json' }) billableParts!: BillablePart[];
  /** Null while it is not known: no rate, or a rate that changes inside a period of which only the total is given. */
  @Column({ type: 'int', nullable: true }) revenueCents!: number | null;
  @Column(varchar(10)) revenueBasis!: 'GIVEN' | 'COMPUTED';
  @Column({ type: 'int' }) directCostCents!: number;
  @Column(optional(varchar(300))) reason!: string | null;
  @Column(instantColumn) recordedAt!: Date;
  @Column(varchar(64)) recordedById!: string;
  @Column(optional(instantColumn)) withdrawnAt!: Date | null;
  /** The row that it replaced. */
  @Column(optional(idColumn)) replacesId!: string | null;
  /** Placement and month of the sheet that counts: one at a time. */
  @Column(optional(varchar(60))) currentKey!: string | null;
}

/** A month of the NUO's books that is closed: nothing is written in it any more. */
@Entity({ name: 'closed_month' })
export class ClosedMonth {
  @PrimaryColumn(varchar(7)) month!: string;
  @Column(instantColumn) closedAt!: Date;
  @Column(varchar(64)) closedById!: string;
  @Column(varchar(120)) closedByName!: string;
  /** Why it was closed although something was missing. */
  @Column(optional(varchar(300))) reason!: string | null;
  /** The sums at closing, to hold later ones against. */
  @Column({ type: 'simple-json' }) totals!: Record<string, number>;
}

/** What was missing when a month was closed. */
@Entity({ name: 'closed_month_gap' })
@Index('uq_closed_month_gap', ['month', 'placementId'], { unique: true })
export class ClosedMonthGap {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(7)) month!: string;
  @ForeignKey(() => Placement, { name: 'fk_closed_month_gap_placement' })
  @Index('ix_closed_month_gap_placement')
  @Column(idColumn)
  placementId!: string;
  @Column(varchar(20)) reason!: 'NO_SHEET' | 'REVENUE_UNKNOWN';
}

/** One row: up to which month the books are closed. Who writes hours shares it, who closes a month has it alone. */
@Entity({ name: 'timesheet_ledger' })
export class TimesheetLedger {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column(optional(varchar(7))) closedThrough!: string | null;
}
