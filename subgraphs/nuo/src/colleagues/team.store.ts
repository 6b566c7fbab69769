import { type Cursor, insertRows, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { groupBy, rowsBy } from '../reads.ts';
import type { Colleague } from './colleague.entity.ts';
import { loadColleague } from './colleague.store.ts';
import { Team, TeamMember } from './team.entity.ts';

/** By name; one row more than `size`. */
export const listTeams = (tx: ReadTx, size: number, after: Cursor | null): Promise<Team[]> => {
  const query = tx.em
    .createQueryBuilder(Team, 't')
    .orderBy('t.nameKey')
    .limit(size + 1);
  if (after) query.where('t.nameKey > :name', { name: after[0] });
  return query.getMany();
};

export const loadMembers = async (ctx: RequestContext, teamId: string): Promise<Colleague[]> => {
  const members = await ctx.load('membersOfTeam', teamId, async (ids) => groupBy(await rowsBy(ctx.db.read, TeamMember, 'teamId', ids), (row) => row.teamId));
  const rows = await Promise.all((members ?? []).map((row) => loadColleague(ctx, row.colleagueId)));
  return rows.filter((row) => row !== null).toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

export const isMember = (tx: ReadTx, teamId: string, colleagueId: string): Promise<boolean> => tx.em.existsBy(TeamMember, { teamId, colleagueId });

export const replaceMembers = async (tx: WriteTx, teamId: string, colleagueIds: readonly string[]): Promise<void> => {
  await tx.em.delete(TeamMember, { teamId });
  await insertRows(
    tx,
    TeamMember,
    colleagueIds.map((colleagueId) => ({ teamId, colleagueId })),
  );
};
