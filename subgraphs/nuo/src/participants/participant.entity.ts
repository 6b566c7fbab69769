import { dayColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../persons/person.entity.ts';

/** A person as the NUO knows them: a client of a Werkplein by id only, or someone with a name of their own (Wsw, others' clients). */
@Entity({ name: 'participant' })
@Index('uq_participant_client', ['clientId'], { unique: true })
@Index('uq_participant_source', ['sourceSystem', 'sourceKey'], { unique: true })
export class Participant {
  @PrimaryColumn(idColumn) id!: string;
  /** Who it is: given at the registration, another once a token says that two participants are one person. Null only while the person is being removed. */
  @Index('ix_participant_person')
  @ForeignKey(() => Person, { name: 'fk_participant_person' })
  @Column(optional(idColumn))
  personId!: string | null;
  @Column(optional(idColumn)) clientId!: string | null;
  /** CBS code of the municipality that answers for this person. */
  @Column(varchar(4)) municipality!: string;
  /** Only of Wsw employees. */
  @Column(optional(varchar(200))) name!: string | null;
  @Column(dayColumn) registeredOn!: string;
  @Column({ type: 'int', default: 1 }) version!: number;
  @Column(optional(varchar(20))) sourceSystem!: string | null;
  @Column(optional(varchar(64))) sourceKey!: string | null;
}
