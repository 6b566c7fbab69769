import { addColumns, column, createTable, type Migration, nullable } from '@werkplein/kernel';
import { colleagueId } from '../colleagues/colleague.migrations.ts';

export const accountMigrations: readonly Migration[] = [
  createTable(1764000500011, 'account', {
    columns: {
      id: column.id,
      employerAliasId: column.id,
      scope: column.varchar(10),
      scopeKey: column.varchar(80),
      branchId: nullable(column.id),
      sector: nullable(column.varchar(80)),
      closed: column.boolean,
      goal: column.text,
      agreements: column.text,
      opportunities: column.text,
      version: column.int,
    },
    primary: ['id'],
    indices: { ix_account_branch: ['branchId'] },
    uniques: { uq_account_scope: ['employerAliasId', 'scopeKey'] },
    references: {
      fk_account_employer: { column: 'employerAliasId', table: 'employer_alias' },
      fk_account_branch: { column: 'branchId', table: 'branch' },
    },
  }),
  createTable(1764000500012, 'account_owner', {
    columns: {
      id: column.id,
      accountId: column.id,
      colleagueId,
      startsOn: column.day,
      endsOn: nullable(column.day),
      openFor: nullable(column.id),
    },
    primary: ['id'],
    indices: { ix_account_owner_colleague: ['colleagueId', 'endsOn'] },
    uniques: { uq_account_owner_start: ['accountId', 'startsOn'], uq_account_owner_open: ['openFor'] },
    references: {
      fk_account_owner_account: { column: 'accountId', table: 'account' },
      fk_account_owner_colleague: { column: 'colleagueId', table: 'colleague' },
    },
  }),
  createTable(1764000500013, 'account_member', {
    columns: { accountId: column.id, colleagueId, role: nullable(column.varchar(80)) },
    primary: ['accountId', 'colleagueId'],
    indices: { ix_account_member_colleague: ['colleagueId'] },
    references: {
      fk_account_member_account: { column: 'accountId', table: 'account' },
      fk_account_member_colleague: { column: 'colleagueId', table: 'colleague' },
    },
  }),
  createTable(1764000500014, 'account_hand_over', {
    columns: {
      id: column.id,
      accountId: column.id,
      fromId: colleagueId,
      toId: colleagueId,
      status: column.varchar(10),
      note: nullable(column.varchar(500)),
      offeredAt: column.instant,
      decidedAt: nullable(column.instant),
      openFor: nullable(column.id),
    },
    primary: ['id'],
    indices: {
      ix_account_hand_over_account: ['accountId'],
      ix_account_hand_over_from: ['fromId', 'status'],
      ix_account_hand_over_to: ['toId', 'status'],
    },
    uniques: { uq_account_hand_over_open: ['openFor'] },
    references: {
      fk_account_hand_over_account: { column: 'accountId', table: 'account' },
      fk_account_hand_over_from: { column: 'fromId', table: 'colleague' },
      fk_account_hand_over_to: { column: 'toId', table: 'colleague' },
    },
  }),
  addColumns(1764000900001, 'account', {
    columns: { mergedIntoId: nullable(column.id) },
    indices: { ix_account_merged_into: ['mergedIntoId'] },
    references: { fk_account_merged_into: { column: 'mergedIntoId', table: 'account' } },
  }),
];
