import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const colleagueId = column.varchar(69);

export const colleagueMigrations: readonly Migration[] = [
  createTable(1764000500001, 'colleague', {
    columns: {
      id: colleagueId,
      employeeId: column.varchar(64),
      organisation: column.varchar(4),
      name: column.varchar(120),
      nameVerified: column.boolean,
      leavesOn: nullable(column.day),
      handedOverAt: nullable(column.instant),
      version: column.int,
    },
    primary: ['id'],
    indices: { ix_colleague_name: ['name', 'id'] },
  }),
  createTable(1764000500002, 'team', {
    columns: { id: column.id, name: column.varchar(120), nameKey: column.varchar(120), version: column.int },
    primary: ['id'],
    uniques: { uq_team_name: ['nameKey'] },
  }),
  createTable(1764000500003, 'team_member', {
    columns: { teamId: column.id, colleagueId },
    primary: ['teamId', 'colleagueId'],
    indices: { ix_team_member_colleague: ['colleagueId'] },
    references: { fk_team_member_team: { column: 'teamId', table: 'team' }, fk_team_member_colleague: { column: 'colleagueId', table: 'colleague' } },
  }),
];
