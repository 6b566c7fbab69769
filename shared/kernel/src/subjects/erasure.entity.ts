import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, instantColumn, optional, varchar } from '../persistence/columns.ts';

/** That someone was erased, in keyed hashes: enough to do it again in a restored backup, too little to know who it was. */
@Entity({ name: 'erasure' })
@Index('uq_erasure_subject', ['subjectHash'], { unique: true })
export class Erasure {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(40)) kind!: string;
  /** Of the id of the person's row. */
  @Column(varchar(64)) subjectHash!: string;
  /** Of a number by which the person may ask again; null without one. Never used to erase: the number may be registered anew. */
  @Index('ix_erasure_number')
  @Column(optional(varchar(64)))
  numberHash!: string | null;
  @Column(varchar(30)) ground!: string;
  @Column(instantColumn) erasedAt!: Date;
}
