import { dayColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Participant } from '../participants/participant.entity.ts';
import type { AdvisedForm, HandicapCategory, TargetGroup } from './indication.rules.ts';

/** Copy of the decision of UWV whether, and how, someone belongs to the Wsw (Wsw art. 11). A later decision is a row of its own. */
@Entity({ name: 'indication' })
@Index('ix_indication_participant', ['participantId', 'decidedOn'])
@Index('ix_indication_until', ['validUntil', 'id'])
export class Indication {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Participant, { name: 'fk_indication_participant' })
  @Column(idColumn)
  participantId!: string;
  /** When this indication was asked for. */
  @Column(optional(dayColumn)) requestedOn!: string | null;
  @Column(dayColumn) decidedOn!: string;
  /** Last day. */
  @Column(dayColumn) validUntil!: string;
  @Column(varchar(12)) targetGroup!: TargetGroup;
  @Column(optional(varchar(8))) category!: HandicapCategory | null;
  @Column(optional(varchar(20))) advisedForm!: AdvisedForm | null;
  /** When the one after this was asked for. */
  @Column(optional(dayColumn)) reindicationRequestedOn!: string | null;
  @Column({ type: 'int' }) version!: number;
}

/** The handicap codes of an indication, for the statistics alone: no type of the graph leads here. */
@Entity({ name: 'indication_handicap' })
@Index('uq_indication_handicap_position', ['indicationId', 'position'], { unique: true })
export class IndicationHandicap {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Indication, { name: 'fk_indication_handicap_indication' })
  @Column(idColumn)
  indicationId!: string;
  /** 1, 2 or 3. */
  @Column({ type: 'int' }) position!: number;
  @Column(varchar(3)) code!: string;
}
