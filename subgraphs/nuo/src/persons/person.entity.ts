import { idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One human being behind one or more participants: clients of two municipalities, or a Wsw worker and a client. What a person
 * can have only one of is decided under the lock on this row.
 */
@Entity({ name: 'person' })
@Index('uq_person_token', ['token'], { unique: true })
export class Person {
  @PrimaryColumn(idColumn) id!: string;
  /** Keyed one-way hash of the BSN, made by the Werkpleinen with a key that the NUO does not have; null until one is heard. */
  @Column(optional(varchar(100))) token!: string | null;
}
