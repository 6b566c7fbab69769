import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Participant } from '../participants/participant.entity.ts';
import type { Gender } from './wsw-worker.rules.ts';

/** What the NUO holds of someone of the Wsw beside the participant: the sealed BSN (Wsw art. 15) and what the statistics ask of the person. */
@Entity({ name: 'wsw_worker' })
export class WswWorker {
  /** The participant's. */
  @ForeignKey(() => Participant, { name: 'fk_wsw_worker_participant' })
  @PrimaryColumn(idColumn)
  id!: string;
  @Column(optional(varchar(120))) bsnCipher!: string | null;
  @Index('ix_wsw_worker_key')
  @Column(optional(varchar(16)))
  bsnKeyId!: string | null;
  /** Keyed hash of the BSN, to find it by: two rows of one person cannot be. */
  @Index('uq_wsw_worker_bsn', { unique: true })
  @Column(optional(varchar(64)))
  bsnIndex!: string | null;
  @Column(optional(dayColumn)) birthDate!: string | null;
  @Column(optional(varchar(8))) gender!: Gender | null;
  /** Whether they had Wsw employment on the last day before the Wsw closed: without that there is none (Invoeringswet Participatiewet). */
  @Column({ type: 'boolean' }) inClosingPopulation!: boolean;
  /** When the first indication was asked for. */
  @Column(optional(dayColumn)) firstRequestedOn!: string | null;
  @Column({ type: 'int' }) version!: number;
}

/** In which municipality a worker lived in a period. Rows never change: who learns better ends one by `replacedAt` and adds another. */
@Entity({ name: 'residence' })
@Index('ix_residence_participant', ['participantId', 'validFrom'])
export class Residence {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Participant, { name: 'fk_residence_participant' })
  @Column(idColumn)
  participantId!: string;
  @Column(varchar(4)) municipality!: string;
  @Column(dayColumn) validFrom!: string;
  /** Last day, or null without end. */
  @Column(optional(dayColumn)) validUntil!: string | null;
  @Column(instantColumn) recordedAt!: Date;
  @Column(optional(instantColumn)) replacedAt!: Date | null;
}
