import { idColumn, dayColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A resident whom this Werkplein helps towards work. */
@Entity({ name: 'client' })
@Index('ix_client_name', ['searchName', 'id'])
@Index('uq_client_bsn', ['bsnIndex'], { unique: true })
@Index('uq_client_own_reference', ['ownReference'], { unique: true })
@Index('uq_client_source', ['sourceSystem', 'sourceKey'], { unique: true })
export class ClientRow {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(120)) givenNames!: string;
  @Column(optional(varchar(20))) prefix!: string | null;
  @Column(varchar(120)) familyName!: string;
  /** Family name and given names in one spelling, to search and sort by. */
  @Column(varchar(250)) searchName!: string;
  @Index('ix_client_birth_date')
  @Column(dayColumn)
  birthDate!: string;
  @Column(optional(varchar(200))) bsnCipher!: string | null;
  @Column(optional(varchar(16))) bsnKeyId!: string | null;
  @Column(optional(varchar(64))) bsnIndex!: string | null;
  /** The number under which the municipality's own systems know the client. */
  @Column(optional(varchar(40))) ownReference!: string | null;
  @Column(optional(varchar(120))) street!: string | null;
  @Column({ type: 'int', nullable: true }) houseNumber!: number | null;
  @Column(optional(varchar(10))) houseNumberAddition!: string | null;
  @Column(optional(varchar(6))) postcode!: string | null;
  @Column(optional(varchar(80))) city!: string | null;
  @Column(dayColumn) registeredOn!: string;
  @Column({ type: 'int' }) version!: number;
  /** Where an imported client came from; a second import finds it by these two. */
  @Column(optional(varchar(20))) sourceSystem!: string | null;
  @Column(optional(varchar(60))) sourceKey!: string | null;
}
