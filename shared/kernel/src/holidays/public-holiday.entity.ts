import { Column, Entity, PrimaryColumn } from 'typeorm';
import { varchar } from '../persistence/columns.ts';

/** A day that is no working day although it is no Saturday or Sunday. */
@Entity({ name: 'public_holiday' })
export class PublicHoliday {
  @PrimaryColumn({ type: 'date' }) day!: string;
  @Column(varchar(60)) name!: string;
  @Column(varchar(250)) source!: string;
}
