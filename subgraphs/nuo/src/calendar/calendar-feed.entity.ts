import { idColumn, instantColumn, varchar } from '@werkplein/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A calendar address of one employee. Who knows its secret reads the calendar, so only a hash of it is kept. */
@Entity({ name: 'calendar_feed' })
@Index('uq_calendar_feed_employee', ['organisation', 'employeeId'], { unique: true })
@Index('uq_calendar_feed_secret', ['secretHash'], { unique: true })
export class CalendarFeed {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(4)) organisation!: string;
  @Column(varchar(64)) employeeId!: string;
  /** SHA-256: the secret has 256 random bits, so nobody finds it by trying. */
  @Column(varchar(64)) secretHash!: string;
  @Column(instantColumn) createdAt!: Date;
  @Column(instantColumn) expiresAt!: Date;
}
