import { dayColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../persons/person.entity.ts';
import type { ThirdParty } from './commissioner.rules.ts';

/**
 * A person as the NUO knows them: a client of a Werkplein by id only, someone with a name of their own (Wsw),
 * or a person of a third party (UWV, another municipality) under the number that it gave.
 */
@Entity({ name: 'participant' })
@Index('uq_participant_client', ['clientId'], { unique: true })
@Index('uq_participant_commissioner', ['commissionerCode', 'commissionerReference'], { unique: true })
@Index('uq_participant_source', ['sourceSystem', 'sourceKey'], { unique: true })
@Index('ix_participant_registered', ['registeredOn', 'id'])
@Index('ix_participant_left', ['exitedOn', 'registeredOn', 'id'])
export class Participant {
  @PrimaryColumn(idColumn) id!: string;
  /** Who it is: given at the registration, another once a token says that two participants are one person. Null only while the person is being removed. */
  @Index('ix_participant_person')
  @ForeignKey(() => Person, { name: 'fk_participant_person' })
  @Column(optional(idColumn))
  personId!: string | null;
  @Column(optional(idColumn)) clientId!: string | null;
  /** Who answers for this person: CBS code of a municipality, or `uwv`. */
  @Column(varchar(4)) municipality!: string;
  /** Only of Wsw employees and of persons of a third party. */
  @Column(optional(varchar(200))) name!: string | null;
  /** Of a person of a third party: which, and under which number it knows the person. */
  @Column(optional(varchar(20))) commissionerKind!: ThirdParty | null;
  /** OIN of UWV, CBS code of a municipality. */
  @Column(optional(varchar(20))) commissionerCode!: string | null;
  @Column(optional(varchar(64))) commissionerReference!: string | null;
  @Column(dayColumn) registeredOn!: string;
  /** Last day as a participant; null while they are one. */
  @Column(optional(dayColumn)) exitedOn!: string | null;
  @Column(optional(varchar(300))) exitReason!: string | null;
  @Column({ type: 'int', default: 1 }) version!: number;
  @Column(optional(varchar(20))) sourceSystem!: string | null;
  @Column(optional(varchar(64))) sourceKey!: string | null;
}
