import { Entity, PrimaryColumn } from 'typeorm';
import { idColumn } from '../persistence/columns.ts';

/**
 * A line, or the access event that is its parent, that the Logboek Dataverwerkingen elsewhere has not acknowledged.
 * A row of its own and no position in the log: of two transactions the later id may be committed first, and a position would pass over the other.
 */
@Entity({ name: 'processing_unshipped' })
export class UnshippedLine {
  @PrimaryColumn(idColumn) id!: string;
}
