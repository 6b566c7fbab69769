import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';

/** Parts of a client that the NUO can be shown. */
export const disclosureParts = ['NAME', 'CONTACT', 'KLANTREGISSEUR', 'DOELGROEP'] as const;
export type DisclosurePart = (typeof disclosureParts)[number];

/** What this Werkplein shares of a client with the NUO, for what purpose and until when. Without one the NUO sees nothing. */
@Entity({ name: 'disclosure' })
@Index('ix_disclosure_client', ['clientId', 'validUntil'])
export class DisclosureRow {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => ClientRow, { name: 'fk_disclosure_client' })
  @Column(idColumn)
  clientId!: string;
  @Column({ type: 'simple-json' }) parts!: DisclosurePart[];
  @Column(varchar(200)) purpose!: string;
  @Column(dayColumn) validFrom!: string;
  @Column(dayColumn) validUntil!: string;
  @Column(optional(instantColumn)) withdrawnAt!: Date | null;
}
