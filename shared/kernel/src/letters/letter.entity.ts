import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { idColumn, instantColumn, optional, varchar } from '../persistence/columns.ts';

/** `WAITING` is tried again by itself; `REFUSED` waits for functional administration; `SET_ASIDE` is what they gave up. */
export const letterStates = ['WAITING', 'DELIVERED', 'REFUSED', 'SET_ASIDE'] as const;
export type LetterState = (typeof letterStates)[number];

/** Something that this organisation tells another, written in the transaction of its effect. */
@Entity({ name: 'letter_out' })
@Index('uq_letter_out_id', ['id'], { unique: true })
@Index('ix_letter_out_due', ['addressee', 'state', 'nextTryAt'])
@Index('ix_letter_out_aggregate', ['addressee', 'aggregateId', 'state', 'entry'])
export class LetterOut {
  /** Order of writing: of one aggregate the order of what happened, for whoever writes holds its lock. */
  @PrimaryGeneratedColumn({ type: 'int' }) entry!: number;
  @Column(idColumn) id!: string;
  /** `nuo` or a CBS code. */
  @Column(varchar(4)) addressee!: string;
  @Column(varchar(40)) kind!: string;
  /** What it is about; letters to one addressee about one thing arrive in their order. */
  @Column(idColumn) aggregateId!: string;
  /** JSON, as it is signed; gone when the addressee has it. */
  @Column(optional({ type: 'text' })) body!: string | null;
  @Column(instantColumn) writtenAt!: Date;
  /** W3C trace of what caused it. */
  @Column(varchar(55)) traceparent!: string;
  @Column(varchar(10)) state!: LetterState;
  @Column({ type: 'int' }) tries!: number;
  @Column(instantColumn) nextTryAt!: Date;
  /** Why the last try failed: a code, never a text of the other side. */
  @Column(optional(varchar(40))) problem!: string | null;
  /** When it was delivered or set aside. */
  @Column(optional(instantColumn)) endedAt!: Date | null;
}

/** A letter of another organisation that was taken in, in the transaction of its effect: the second time it has none. */
@Entity({ name: 'letter_in' })
export class LetterIn {
  @PrimaryColumn(varchar(4)) sender!: string;
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(40)) kind!: string;
  @Index('ix_letter_in_taken')
  @Column(instantColumn)
  takenAt!: Date;
}
