import type { DemoAccount, DemoColleague, DemoTeam } from '@werkplein/demo';
import { insertMissing, type WriteTx } from '@werkplein/kernel';
import { Colleague } from '../colleagues/colleague.entity.ts';
import { colleagueId, newColleague } from '../colleagues/colleague.store.ts';
import { Team, TeamMember } from '../colleagues/team.entity.ts';
import { Task } from '../tasks/task.entity.ts';
import { Account, AccountMember, AccountOwner } from './account.entity.ts';
import { WHOLE } from './account.store.ts';
import { newAccount } from './assign-account-owner.ts';

const idOf = ({ id, organisation }: DemoColleague): string => colleagueId({ employeeId: id, organisation });

export const writeColleagues = (tx: WriteTx, demos: DemoColleague[]): Promise<void> =>
  insertMissing(
    tx,
    Colleague,
    demos.map((demo) => ({ ...newColleague({ employeeId: demo.id, organisation: demo.organisation }, demo.name, false), leavesOn: demo.leavesOn })),
  );

export const writeTeams = async (tx: WriteTx, demos: DemoTeam[]): Promise<void> => {
  await insertMissing(
    tx,
    Team,
    demos.map(({ id, name }) => ({ id, name, nameKey: name.toLowerCase(), version: 1 })),
  );
  const members = demos.flatMap(({ id, members: people }) => people.map((person) => ({ teamId: id, colleagueId: idOf(person) })));
  await insertMissing(tx, TeamMember, members);
};

const ownerRows = ({ id, owner, ownerId, startsOn }: DemoAccount): AccountOwner[] =>
  owner === null ? [] : [{ id: ownerId, accountId: id, colleagueId: idOf(owner), startsOn, endsOn: null, openFor: id }];

const taskRows = ({ employerId, tasks }: DemoAccount): Task[] =>
  tasks.map(({ assignee, createdBy, remindAt, createdAt, ...task }) => ({
    ...task,
    employerAliasId: employerId,
    colleagueId: assignee && idOf(assignee),
    remindAt: remindAt === null ? null : new Date(remindAt),
    contactMomentId: null,
    contactPlanId: null,
    createdById: idOf(createdBy),
    createdAt: new Date(createdAt),
    closedAt: task.status === 'DONE' ? new Date(createdAt) : null,
    version: 1,
  }));

export const writeAccounts = async (tx: WriteTx, demos: DemoAccount[]): Promise<void> => {
  const accounts = demos.map(({ id, employerId, closed, goal, agreements, opportunities }) => ({
    ...newAccount(id, employerId, { scope: 'WHOLE', scopeKey: WHOLE, branchId: null, sector: null }),
    closed,
    goal,
    agreements,
    opportunities,
    version: 1,
  }));
  await insertMissing(tx, Account, accounts);
  await insertMissing(tx, AccountOwner, demos.flatMap(ownerRows));
  const members = demos.flatMap(({ id, team }) => team.map((person) => ({ accountId: id, colleagueId: idOf(person), role: null })));
  await insertMissing(tx, AccountMember, members);
  await insertMissing(tx, Task, demos.flatMap(taskRows));
};
