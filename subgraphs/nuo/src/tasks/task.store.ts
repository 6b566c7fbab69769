import { type Cursor, decodeCursor, fault, type Page, pageSize, type ReadTx, type RequestContext, scopeOf, toPage } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { colleagueId } from '../colleagues/colleague.store.ts';
import { TeamMember } from '../colleagues/team.entity.ts';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { loadById, pageOf, topPerGroup } from '../reads.ts';
import { Task } from './task.entity.ts';
import { divideTasks } from './task.policy.ts';
import { TaskHolder, type TaskFilter, type TaskStatus } from './task.types.ts';

export const loadTask = (ctx: RequestContext, id: string): Promise<Task | null> => loadById(ctx, 'task', Task, id);

const ofTeams = (tx: ReadTx): string =>
  `t.colleagueId IS NULL AND t.teamId IN (${tx.em.createQueryBuilder(TeamMember, 'm').select('m.teamId').where('m.colleagueId = :me').getQuery()})`;

const narrow = (query: SelectQueryBuilder<Task>, tx: ReadTx, me: string, filter: TaskFilter): SelectQueryBuilder<Task> => {
  const holders: Record<TaskHolder, string> = { ME: 't.colleagueId = :me', MY_TEAMS: ofTeams(tx), COORDINATOR: 't.colleagueId IS NULL AND t.teamId IS NULL' };
  query.where(`${holders[filter.of]} AND t.status = :status`, { me, status: filter.status });
  if (filter.dueUntil) query.andWhere('t.dueOn <= :dueUntil', { dueUntil: filter.dueUntil });
  if (!filter.employerId) return query;
  // The employer that the id leads to now, and all ids that lead there.
  const current = tx.em.createQueryBuilder(EmployerAlias, 'n').select('n.employerId').where('n.id = :employerId').getQuery();
  const aliases = tx.em.createQueryBuilder(EmployerAlias, 'a').select('a.id').where(`a.employerId = (${current})`).getQuery();
  return query.andWhere(`t.employerAliasId IN (${aliases})`, { employerId: filter.employerId });
};

const dueFirst = async (tx: ReadTx, query: SelectQueryBuilder<Task>, first: number, after: string | null | undefined): Promise<Page<Task>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  query
    .orderBy('t.dueOn')
    .addOrderBy('t.id')
    .limit(size + 1);
  if (cursor) query.andWhere('t.dueOn >= :due AND (t.dueOn > :due OR t.id > :id)', { due: cursor[0], id: cursor[1] });
  return toPage(await query.getMany(), size, (row) => [row.dueOn, row.id]);
};

/** Tasks of the caller, their teams or nobody, first due first. */
export const myTasks = async (ctx: RequestContext, filter: TaskFilter, first: number, after?: string | null): Promise<Page<Task>> => {
  if (filter.of === TaskHolder.COORDINATOR && scopeOf(ctx.principal, divideTasks) === null) throw fault('FORBIDDEN');
  const tx = ctx.db.read;
  return dueFirst(tx, narrow(tx.em.createQueryBuilder(Task, 't'), tx, colleagueId(ctx.principal), filter), first, after);
};

/** Open tasks that someone holds, first due first. */
export const openTasksOf = (ctx: RequestContext, holder: string, first: number, after?: string | null): Promise<Page<Task>> => {
  const tx = ctx.db.read;
  const query = tx.em.createQueryBuilder(Task, 't').where('t.colleagueId = :holder AND t.status = :open', { holder, open: 'OPEN' });
  return dueFirst(tx, query, first, after);
};

/** Open tasks of the caller whose reminder has come, the longest waiting first. */
export const dueReminders = async (ctx: RequestContext, first: number, after?: string | null): Promise<Page<Task>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const query = ctx.db.read.em
    .createQueryBuilder(Task, 't')
    .where('t.colleagueId = :me AND t.status = :open AND t.remindAt <= :now', { me: colleagueId(ctx.principal), open: 'OPEN', now: ctx.clock() })
    .orderBy('t.remindAt')
    .addOrderBy('t.id')
    .limit(size + 1);
  if (cursor) query.andWhere('t.remindAt >= :at AND (t.remindAt > :at OR t.id > :id)', { at: new Date(cursor[0]), id: cursor[1] });
  return toPage(await query.getMany(), size, (row) => [(row.remindAt as Date).toISOString(), row.id]);
};

const cursorOf = (row: Task): Cursor => [row.createdAt.toISOString(), row.id];

/** Tasks about one employer, newest first; of many employers in one statement. */
export const tasksOf = async (ctx: RequestContext, employerId: string, status: TaskStatus, first: number, after?: string | null): Promise<Page<Task>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const rows = await ctx.load(`tasks:${JSON.stringify([size, status, after ?? null])}`, employerId, (keys) =>
    topPerGroup(ctx.db.read, {
      entity: Task,
      alias: 't',
      group: 'a.employerId',
      order: ['t.createdAt', 't.id'],
      keys,
      limit: size + 1,
      narrow: (query) => {
        joinAlias(query, 't.employerAliasId').where('t.status = :status', { status });
        if (cursor) query.andWhere('t.createdAt <= :at AND (t.createdAt < :at OR t.id < :id)', { at: new Date(cursor[0]), id: cursor[1] });
        return query;
      },
    }),
  );
  return pageOf(rows, size, cursorOf);
};
