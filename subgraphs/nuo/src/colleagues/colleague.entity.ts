import { dayColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `<organisation>:<employee id>`: an employee id means nothing without the organisation that gave it. */
export const colleagueIdColumn = varchar(69);

/** Someone of the five organisations who works with employers. */
@Entity({ name: 'colleague' })
@Index('ix_colleague_name', ['name', 'id'])
export class Colleague {
  @PrimaryColumn(colleagueIdColumn) id!: string;
  @Column(varchar(64)) employeeId!: string;
  @Column(varchar(4)) organisation!: string;
  @Column(varchar(120)) name!: string;
  /** The name comes from a verified sign-in; until then from who named them. */
  @Column({ type: 'boolean' }) nameVerified!: boolean;
  /** First day on which they are not here any more. */
  @Column(optional(dayColumn)) leavesOn!: string | null;
  /** All their work was handed over: from then on they get no new work, also before `leavesOn`. */
  @Column(optional(instantColumn)) handedOverAt!: Date | null;
  @Column({ type: 'int' }) version!: number;
}
