import { Column, Entity, PrimaryColumn } from 'typeorm';
import { varchar } from '../persistence/columns.ts';

/** How long one kind of object is kept. Rows, not constants: a new selection list or another choice of the organisation is a new row. */
@Entity({ name: 'retention_term' })
export class RetentionTerm {
  @PrimaryColumn(varchar(40)) kind!: string;
  @PrimaryColumn({ type: 'date' }) validFrom!: string;
  /** ISO 8601, e.g. `P10Y`. */
  @Column(varchar(12)) term!: string;
  /** The law obliges to keep it so long: a request to erase is refused until then. */
  @Column({ type: 'boolean' }) statutory!: boolean;
  @Column(varchar(120)) startEvent!: string;
  @Column(varchar(250)) source!: string;
}
