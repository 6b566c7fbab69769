import { addColumns, column, createTable, type Migration, nullable } from '@werkplein/kernel';
import { colleagueId } from '../colleagues/colleague.migrations.ts';

export const taskMigrations: readonly Migration[] = [
  createTable(1764000500021, 'task', {
    columns: {
      id: column.id,
      title: column.varchar(200),
      employerAliasId: nullable(column.id),
      colleagueId: nullable(colleagueId),
      teamId: nullable(column.id),
      dueOn: column.day,
      remindAt: nullable(column.instant),
      status: column.varchar(10),
      contactMomentId: nullable(column.id),
      createdById: colleagueId,
      createdAt: column.instant,
      closedAt: nullable(column.instant),
      version: column.int,
    },
    primary: ['id'],
    indices: {
      ix_task_colleague: ['colleagueId', 'status', 'dueOn', 'id'],
      ix_task_team: ['teamId', 'status', 'dueOn', 'id'],
      ix_task_employer: ['employerAliasId', 'createdAt'],
      ix_task_reminder: ['colleagueId', 'status', 'remindAt'],
      ix_task_contact: ['contactMomentId'],
    },
    references: {
      fk_task_employer: { column: 'employerAliasId', table: 'employer_alias' },
      fk_task_colleague: { column: 'colleagueId', table: 'colleague' },
      fk_task_team: { column: 'teamId', table: 'team' },
      fk_task_contact: { column: 'contactMomentId', table: 'contact_moment' },
    },
  }),
  addColumns(1764000900002, 'task', {
    columns: { contactPlanId: nullable(column.id) },
    indices: { ix_task_plan: ['contactPlanId'] },
    references: { fk_task_plan: { column: 'contactPlanId', table: 'contact_plan' } },
  }),
];
