import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { dayColumn, idColumn, instantColumn, optional, varchar } from '../persistence/columns.ts';

/**
 * Indexes that hold all that a count asks, so that it reads no rows. Of the days of a kind: first what figures divide by, in that order, so that facts
 * of a day come out in groups and nothing is sorted. Of a record, a person or a cause: what facts are joined to. Of what happened to one employer.
 */
export const factIndices = {
  ix_fact_begun: [
    'kind',
    'validFrom',
    'municipality',
    'code',
    'facet',
    'amount',
    'validUntil',
    'other',
    'subject',
    'payer',
    'responsible',
    'cause',
    'ref',
    'recordedAt',
    'withdrawnAt',
  ],
  ix_fact_ended: ['kind', 'validUntil', 'municipality', 'code', 'payer', 'validFrom', 'amount', 'subject', 'other', 'facet', 'recordedAt', 'withdrawnAt'],
  ix_fact_ref: ['ref', 'kind', 'validFrom', 'municipality', 'other', 'amount', 'recordedAt', 'withdrawnAt'],
  ix_fact_subject: ['subject', 'kind', 'validFrom', 'validUntil', 'code', 'amount', 'payer', 'responsible', 'recordedAt', 'withdrawnAt'],
  ix_fact_cause: ['cause', 'kind', 'validFrom', 'ref', 'recordedAt', 'withdrawnAt'],
  ix_fact_other: ['other', 'kind', 'validFrom', 'facet', 'municipality', 'amount', 'ref', 'recordedAt', 'withdrawnAt'],
} as const;

/**
 * Something that figures count: true in the world from one day until another, and known here from one instant until another.
 * A correction withdraws it and records what is right; nothing is ever changed or removed before its term, so that what was known
 * at an instant can be told for ever. Ids and codes only.
 */
@Entity({ name: 'fact' })
@Index('ix_fact_municipality', ['kind', 'municipality', 'validFrom'])
@Index('ix_fact_payer', ['kind', 'payer', 'validFrom'])
@Index('ix_fact_begun', [...factIndices.ix_fact_begun])
@Index('ix_fact_ended', [...factIndices.ix_fact_ended])
@Index('ix_fact_ref', [...factIndices.ix_fact_ref])
@Index('ix_fact_subject', [...factIndices.ix_fact_subject])
@Index('ix_fact_cause', [...factIndices.ix_fact_cause])
@Index('ix_fact_other', [...factIndices.ix_fact_other])
export class Fact {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(40)) kind!: string;
  /** The record of which this is a fact. */
  @Column(idColumn) ref!: string;
  /** Whom it is about, for facts that are counted once a person. */
  @Column(optional(idColumn)) subject!: string | null;
  /** CBS code to which the figure attributes it (W or R, by the definition of the indicator); null when it has none. */
  @Column(optional(varchar(4))) municipality!: string | null;
  /** CBS code of who pays (B). */
  @Column(optional(varchar(4))) payer!: string | null;
  /** CBS code of who answers for it by law (V). */
  @Column(optional(varchar(4))) responsible!: string | null;
  /** What figures choose and divide by: the kind of a placement, a reason, a step. */
  @Column(optional(varchar(40))) code!: string | null;
  @Column(optional(varchar(40))) facet!: string | null;
  /** Organisation that did it: `nuo` or a CBS code. */
  @Column(optional(varchar(4))) actor!: string | null;
  /** A second record that it concerns, such as the employer of a placement. */
  @Column(optional(idColumn)) other!: string | null;
  /** The record that led to it, such as the order of a placement. */
  @Column(optional(idColumn)) cause!: string | null;
  /** In whole units that the kind names: hundredths of hours or of percents, cents, steps. */
  @Column(optional({ type: 'bigint', transformer: { to: (value: unknown) => value, from: (value: unknown) => (value === null ? null : Number(value)) } }))
  amount!: number | null;
  @Column(dayColumn) validFrom!: string;
  /** Last day; null while it lasts. */
  @Column(optional(dayColumn)) validUntil!: string | null;
  @Column(instantColumn) recordedAt!: Date;
  /** From then on it is known not to be so. */
  @Column(optional(instantColumn)) withdrawnAt!: Date | null;
}
