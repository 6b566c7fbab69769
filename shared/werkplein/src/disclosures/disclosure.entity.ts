import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import type { DisclosurePart } from './disclosure.rules.ts';

/** What this Werkplein shares of a client with the NUO, for what purpose and until when. Without one the NUO sees nothing. */
@Entity({ name: 'disclosure' })
@Index('ix_disclosure_client', ['clientId', 'validUntil'])
export class DisclosureRow {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ClientRow, { name: 'fk_disclosure_client' })
  @Column(idColumn)
  clientId!: string;
  @Column({ type: 'simple-json' }) parts!: DisclosurePart[];
  /** Code of the kernel's list of purposes. */
  @Column(varchar(200)) purpose!: string;
  @Column(dayColumn) validFrom!: string;
  @Column(dayColumn) validUntil!: string;
  /** From then on it shows nothing. */
  @Column(optional(instantColumn)) withdrawnAt!: Date | null;
  @Column({ type: 'int', default: 1 }) version!: number;
  @Column(optional(varchar(300))) note!: string | null;
  @Column(optional(varchar(64))) recordedById!: string | null;
  @Column(optional(varchar(120))) recordedByName!: string | null;
  @Column(optional(instantColumn)) recordedAt!: Date | null;
  /** The disclosure of which this row is an earlier wording: a change leaves what was shown until then. */
  @Column(optional(idColumn)) changedInto!: string | null;
}
