import { dayColumn, idColumn, instantColumn, optional, varchar } from '@werkplein/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Colleague, colleagueIdColumn } from '../colleagues/colleague.entity.ts';
import { Branch, EmployerAlias } from '../employers/employer.entity.ts';

/** The agreement on who speaks for us with an employer, or with a branch or sector of it. */
@Entity({ name: 'account' })
@Index('uq_account_scope', ['employerAliasId', 'scopeKey'], { unique: true })
export class Account {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => EmployerAlias, { name: 'fk_account_employer' })
  @Column(idColumn)
  employerAliasId!: string;
  @Column(varchar(10)) scope!: string;
  /** Empty for the whole employer, else the branch or the sector in lower case: never null, so that the index tells two apart. */
  @Column(varchar(80)) scopeKey!: string;
  @Index('ix_account_branch')
  @ForeignKey(() => Branch, { name: 'fk_account_branch' })
  @Column(optional(idColumn))
  branchId!: string | null;
  @Column(optional(varchar(80))) sector!: string | null;
  /** Only the team may approach the employer. */
  @Column({ type: 'boolean' }) closed!: boolean;
  @Column({ type: 'text' }) goal!: string;
  @Column({ type: 'text' }) agreements!: string;
  @Column({ type: 'text' }) opportunities!: string;
  /** The account of the same scope that stayed when two employers became one; this one is history. */
  @Index('ix_account_merged_into')
  @ForeignKey(() => Account, { name: 'fk_account_merged_into' })
  @Column(optional(idColumn))
  mergedIntoId!: string | null;
  @Column({ type: 'int' }) version!: number;
}

/** Who owned an account from day to day, both included. Periods of one account touch and never overlap. */
@Entity({ name: 'account_owner' })
@Index('uq_account_owner_start', ['accountId', 'startsOn'], { unique: true })
@Index('uq_account_owner_open', ['openFor'], { unique: true })
@Index('ix_account_owner_colleague', ['colleagueId', 'endsOn'])
export class AccountOwner {
  @PrimaryColumn(idColumn) id!: string;
  @ForeignKey(() => Account, { name: 'fk_account_owner_account' })
  @Column(idColumn)
  accountId!: string;
  @ForeignKey(() => Colleague, { name: 'fk_account_owner_colleague' })
  @Column(colleagueIdColumn)
  colleagueId!: string;
  @Column(dayColumn) startsOn!: string;
  @Column(optional(dayColumn)) endsOn!: string | null;
  /** The account while the period has no end, else null: the index lets each account have one such period. */
  @Column(optional(idColumn)) openFor!: string | null;
}

/** Someone who works on an account beside its owner. */
@Entity({ name: 'account_member' })
export class AccountMember {
  @ForeignKey(() => Account, { name: 'fk_account_member_account' })
  @PrimaryColumn(idColumn)
  accountId!: string;
  @Index('ix_account_member_colleague')
  @ForeignKey(() => Colleague, { name: 'fk_account_member_colleague' })
  @PrimaryColumn(colleagueIdColumn)
  colleagueId!: string;
  @Column(optional(varchar(80))) role!: string | null;
}

/** An account offered to a next owner, and what came of it. */
@Entity({ name: 'account_hand_over' })
@Index('uq_account_hand_over_open', ['openFor'], { unique: true })
@Index('ix_account_hand_over_from', ['fromId', 'status'])
@Index('ix_account_hand_over_to', ['toId', 'status'])
export class AccountHandOver {
  @PrimaryColumn(idColumn) id!: string;
  @Index('ix_account_hand_over_account')
  @ForeignKey(() => Account, { name: 'fk_account_hand_over_account' })
  @Column(idColumn)
  accountId!: string;
  @ForeignKey(() => Colleague, { name: 'fk_account_hand_over_from' })
  @Column(colleagueIdColumn)
  fromId!: string;
  @ForeignKey(() => Colleague, { name: 'fk_account_hand_over_to' })
  @Column(colleagueIdColumn)
  toId!: string;
  @Column(varchar(10)) status!: string;
  @Column(optional(varchar(500))) note!: string | null;
  @Column(instantColumn) offeredAt!: Date;
  @Column(optional(instantColumn)) decidedAt!: Date | null;
  /** The account while nobody has decided, else null: one open offer per account. */
  @Column(optional(idColumn)) openFor!: string | null;
}
