import { dayColumn, idColumn, optional } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Placement } from '../placements/placement.entity.ts';
import { Workplace } from './workplace.entity.ts';

/** The days on which a placement has a place, as far as it runs on them. The one without a last day is that of `Placement.workplaceId`. */
@Entity({ name: 'workplace_stay' })
@Index('uq_workplace_stay', ['placementId', 'fromDay'], { unique: true })
export class WorkplaceStay {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Placement, { name: 'fk_workplace_stay_placement' })
  @Column(idColumn)
  placementId!: string;
  @ForeignKey(() => Workplace, { name: 'fk_workplace_stay_workplace' })
  @Index('ix_workplace_stay_workplace')
  @Column(idColumn)
  workplaceId!: string;
  @Column(dayColumn) fromDay!: string;
  /** Last day, or null while it lasts. */
  @Column(optional(dayColumn)) untilDay!: string | null;
}
