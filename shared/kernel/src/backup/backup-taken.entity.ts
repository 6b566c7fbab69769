import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn, varchar } from '../persistence/columns.ts';

/** A backup of this database that was written whole: who watches the program sees when that was last. Where it is kept, and whether it still is, is not known here. */
@Entity({ name: 'backup_taken' })
@Index('ix_backup_taken_at', ['takenAt'])
export class BackupTaken {
  /** Of the file with the rows, in hex, as its manifest has it. */
  @PrimaryColumn(varchar(64)) sha256!: string;
  @Column(instantColumn) takenAt!: Date;
}
