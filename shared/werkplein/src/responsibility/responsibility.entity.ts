import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';

/** Who was klantregisseur of a dossier on which days, or stood in for them. Both days belong to it. */
@Entity({ name: 'responsibility' })
@Index('ix_responsibility_employee', ['employeeId', 'employeeName', 'endsOn'])
export class ResponsibilityRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_responsibility_client')
  @ForeignKey(() => ClientRow, { name: 'fk_responsibility_client' })
  @Column(idColumn)
  clientId!: string;
  @Index('ix_responsibility_dossier')
  @ForeignKey(() => DossierRow, { name: 'fk_responsibility_dossier' })
  @Column(idColumn)
  dossierId!: string;
  @Column(varchar(64)) employeeId!: string;
  @Column(varchar(120)) employeeName!: string;
  @Column(dayColumn) startsOn!: string;
  @Column(optional(dayColumn)) endsOn!: string | null;
  /** Stands in for the klantregisseur for some days: no hand-over. */
  @Column({ type: 'boolean' }) standIn!: boolean;
  @Column(varchar(64)) recordedById!: string;
  @Column(instantColumn) recordedAt!: Date;
}
