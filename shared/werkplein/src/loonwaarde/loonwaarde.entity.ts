import { dayColumn, decimalColumn, idColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import type { LoonwaardeState, LoonwaardeTask } from './loonwaarde.rules.ts';

/** What a client's work in one function is worth, as a share of the minimum wage: asked, measured by an expert, established by regie. */
@Entity({ name: 'loonwaardebepaling' })
@Index('ix_loonwaardebepaling_review', ['state', 'reviewOn', 'id'])
@Index('ix_loonwaardebepaling_decide', ['state', 'lksDecideBy', 'id'])
@Index('ix_loonwaardebepaling_visit', ['expertId', 'state', 'plannedOn', 'id'])
export class LoonwaardeRow {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_loonwaardebepaling_client')
  @ForeignKey(() => ClientRow, { name: 'fk_loonwaardebepaling_client' })
  @Column(idColumn)
  clientId!: string;
  @Column(varchar(12)) state!: LoonwaardeState;
  @Column(varchar(120)) functionName!: string;
  @Column(decimalColumn(5, 2)) hoursPerWeek!: number;
  @Column(dayColumn) requestedOn!: string;
  @Column(optional(dayColumn)) plannedOn!: string | null;
  @Column(optional(varchar(64))) expertId!: string | null;
  @Column(optional(varchar(120))) expertName!: string | null;
  /** CBS code or `nuo`. */
  @Column(optional(varchar(4))) expertOrganisation!: string | null;
  @Column(optional(dayColumn)) carriedOutOn!: string | null;
  @Column({ type: 'simple-json' }) tasks!: LoonwaardeTask[];
  @Column(optional(decimalColumn(5, 2))) wageValuePct!: number | null;
  @Column(optional(dayColumn)) establishedOn!: string | null;
  @Column(optional(dayColumn)) validFrom!: string | null;
  @Column(optional(dayColumn)) reviewOn!: string | null;
  /** Last day for the decision on loonkostensubsidie, by the term that held when the loonwaarde was established. */
  @Column(optional(dayColumn)) lksDecideBy!: string | null;
  @Column(optional(varchar(300))) rejectedReason!: string | null;
  @Column({ type: 'int' }) version!: number;
}
