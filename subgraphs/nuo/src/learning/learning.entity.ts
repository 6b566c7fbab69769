import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Participant } from '../participants/participant.entity.ts';
import type { LearningStepState } from './learning.machine.ts';

/** What a participant learns by working, through all phases at the NUO and beside any placement. One is open at a time. */
@Entity({ name: 'learning_line' })
@Index('ix_learning_line_start', ['startsOn', 'id'])
@Index('uq_learning_line_open', ['openParticipantId'], { unique: true })
export class LearningLine {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_learning_line_participant')
  @ForeignKey(() => Participant, { name: 'fk_learning_line_participant' })
  @Column(idColumn)
  participantId!: string;
  /** The participant while the line is open. */
  @Column(optional(idColumn)) openParticipantId!: string | null;
  /** The order of the regie that it is done for. */
  @Column(optional(idColumn)) serviceOrderId!: string | null;
  @Column(varchar(500)) goal!: string;
  @Column(dayColumn) startsOn!: string;
  @Column(optional(dayColumn)) expectedEndOn!: string | null;
  @Column(optional(dayColumn)) endedOn!: string | null;
  @Column(optional(varchar(300))) endReason!: string | null;
  @Column(instantColumn) recordedAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

@Entity({ name: 'learning_step' })
@Index('ix_learning_step_line', ['lineId', 'position'])
export class LearningStep {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => LearningLine, { name: 'fk_learning_step_line' })
  @Column(idColumn)
  lineId!: string;
  @Column({ type: 'int' }) position!: number;
  @Column(varchar(120)) module!: string;
  /** Kind of work in which it is learnt. */
  @Column(varchar(120)) workKind!: string;
  @Column(varchar(500)) goal!: string;
  @Column(varchar(10)) status!: LearningStepState;
  /** Where it is learnt, when that is a placement; kept no longer than its own term, so no key holds it. */
  @Index('ix_learning_step_placement')
  @Column(optional(idColumn))
  placementId!: string | null;
  @Column(optional(dayColumn)) startedOn!: string | null;
  /** Achieved or stopped on. */
  @Column(optional(dayColumn)) finishedOn!: string | null;
  @Column(optional(varchar(300))) stopReason!: string | null;
  @Column(instantColumn) changedAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

/** A praktijkverklaring: what somebody showed in practice, by a recognised training company. */
@Entity({ name: 'practice_certificate' })
@Index('uq_practice_certificate_number', ['issuer', 'number'], { unique: true })
export class PracticeCertificate {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_practice_certificate_line')
  @ForeignKey(() => LearningLine, { name: 'fk_practice_certificate_line' })
  @Column(idColumn)
  lineId!: string;
  @Index('ix_practice_certificate_step')
  @ForeignKey(() => LearningStep, { name: 'fk_practice_certificate_step' })
  @Column(idColumn)
  stepId!: string;
  @Column(varchar(60)) number!: string;
  @Column(dayColumn) issuedOn!: string;
  @Column(varchar(200)) issuer!: string;
  @Column(instantColumn) recordedAt!: Date;
  @Column(varchar(64)) recordedById!: string;
}

/** For the NUO's own people; regie never sees it. */
@Entity({ name: 'learning_note' })
@Index('ix_learning_note_line', ['lineId', 'writtenAt'])
export class LearningNote {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => LearningLine, { name: 'fk_learning_note_line' })
  @Column(idColumn)
  lineId!: string;
  @Index('ix_learning_note_step')
  @ForeignKey(() => LearningStep, { name: 'fk_learning_note_step' })
  @Column(optional(idColumn))
  stepId!: string | null;
  @Column(varchar(2000)) text!: string;
  @Column(varchar(64)) authorId!: string;
  @Column(varchar(120)) authorName!: string;
  @Column(instantColumn) writtenAt!: Date;
}
