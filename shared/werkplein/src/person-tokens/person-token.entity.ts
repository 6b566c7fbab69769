import { idColumn, instantColumn, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';

/** That the NUO was told a one-way hash of this client's BSN, and under which key; never the hash itself. */
@Entity({ name: 'person_token' })
@Index('uq_person_token_client', ['clientId'], { unique: true })
export class PersonTokenRow {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ClientRow, { name: 'fk_person_token_client' })
  @Column(idColumn)
  clientId!: string;
  @Index('ix_person_token_key')
  @Column(varchar(8))
  keyId!: string;
  /** Blind index of the BSN that was hashed: a corrected BSN is told anew. */
  @Column(varchar(64)) bsnIndex!: string;
  @Column(instantColumn) toldAt!: Date;
}
