import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { idColumn, instantColumn, optional, varchar } from '../persistence/columns.ts';

/** Something that happened, written in the transaction that made it happen. Ids only: no name, no free text. */
@Entity({ name: 'outbox_event' })
@Index('uq_outbox_event_id', ['id'], { unique: true })
@Index('uq_outbox_event_position', ['position'], { unique: true })
@Index('ix_outbox_event_topic', ['topicId', 'position'])
export class OutboxEvent {
  /** Order of writing. Two transactions that wait for each other get it in the order in which they committed. */
  @PrimaryGeneratedColumn({ type: 'int' }) entry!: number;
  @Column(idColumn) id!: string;
  /** Place in the one order that readers follow; given after the commit, so null for a moment. */
  @Column(optional({ type: 'int' })) position!: number | null;
  @Column(varchar(60)) type!: string;
  /** Of what kind `aggregateId` is, e.g. `ContactMoment`. */
  @Column(varchar(40)) kind!: string;
  @Column(idColumn) aggregateId!: string;
  /** The record by which readers choose; at the NUO the employer, under the id that it had then. */
  @Column(optional(idColumn)) topicId!: string | null;
  @Column({ type: 'simple-json' }) relatedIds!: string[];
  /** Organisation that caused it: `nuo` or a CBS code. */
  @Column(varchar(4)) organisation!: string;
  @Column(instantColumn) at!: Date;
  /** W3C trace of the command. */
  @Column(varchar(55)) traceparent!: string;
}

/** One row, locked by whoever gives positions: of all processes one at a time. */
@Entity({ name: 'outbox_sequence' })
export class OutboxSequence {
  @PrimaryColumn({ type: 'int' }) id!: number;
  /** The highest position given. */
  @Column({ type: 'int' }) last!: number;
  /** Up to here events have been removed. */
  @Column({ type: 'int' }) removed!: number;
}
