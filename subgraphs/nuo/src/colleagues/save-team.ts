import { badInput, isUniqueViolation, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { checkColleague, unknownColleague } from './check-colleague.ts';
import { unknownColleagues } from './colleague.store.ts';
import type { ChangeTeamInput, CreateTeamInput, TeamNameTaken, TeamSaved, TeamVersionConflict } from './colleague.types.ts';
import { Team } from './team.entity.ts';
import { replaceMembers } from './team.store.ts';

const MEMBERS_MAX = 200;

const check = (input: CreateTeamInput) => {
  const checking = checkInput();
  const name = checking.required('name', input.name, (text) => parseText(text, { max: 120 }));
  if (input.members.length > MEMBERS_MAX) checking.problem('members', `Een team heeft hooguit ${MEMBERS_MAX} leden.`);
  const members = input.members.map((member, i) => checkColleague(checking, ['members', i], member));
  checking.done();
  return { name, nameKey: name.toLowerCase(), members };
};

const demandKnown = async (tx: WriteTx, members: readonly string[]): Promise<void> => {
  const [first] = await unknownColleagues(tx, members);
  if (first !== undefined) throw unknownColleague('members', members.indexOf(first));
};

const answer = <T extends TeamSaved | TeamNameTaken | TeamVersionConflict>(__typename: T['__typename'], teamId: string) => ({
  answer: { __typename, teamId } as T,
  subjectIds: [teamId],
});

/** Of two teams with one name at once the unique index lets one through; the other is told which. */
const orTaken = async (tx: WriteTx, nameKey: string, write: () => Promise<unknown>): Promise<Team | null> => {
  try {
    await write();
    return null;
  } catch (error) {
    const winner = isUniqueViolation(error) ? await tx.em.findOneBy(Team, { nameKey }) : null;
    if (!winner) throw error;
    return winner;
  }
};

export const createTeam = async (ctx: RequestContext, input: CreateTeamInput): Promise<TeamSaved | TeamNameTaken> => {
  const { name, nameKey, members } = check(input);
  return runCommand<TeamSaved | TeamNameTaken>(ctx, 'TeamCreate', input, async (tx) => {
    await demandKnown(tx, members);
    const id = ctx.newId();
    const taken = await orTaken(tx, nameKey, () => tx.em.insert(Team, { id, name, nameKey, version: 1 }));
    if (taken) return answer<TeamNameTaken>('TeamNameTaken', taken.id);
    await replaceMembers(tx, id, [...new Set(members)]);
    return answer<TeamSaved>('TeamSaved', id);
  });
};

export const changeTeam = async (ctx: RequestContext, input: ChangeTeamInput): Promise<TeamSaved | TeamNameTaken | TeamVersionConflict> => {
  const { name, nameKey, members } = check(input);
  const { teamId: id, expectedVersion: version } = input;
  return runCommand<TeamSaved | TeamNameTaken | TeamVersionConflict>(ctx, 'TeamChange', input, async (tx) => {
    if (!(await tx.em.existsBy(Team, { id }))) throw badInput([{ path: ['input', 'teamId'], message: 'Dit team bestaat niet.' }]);
    await demandKnown(tx, members);
    // The claim is the write: of two with one version the second finds none.
    let claimed = 0;
    const taken = await orTaken(tx, nameKey, async () => {
      claimed = (await tx.em.update(Team, { id, version }, { name, nameKey, version: version + 1 })).affected ?? 0;
    });
    if (taken) return answer<TeamNameTaken>('TeamNameTaken', taken.id);
    if (claimed === 0) return answer<TeamVersionConflict>('TeamVersionConflict', id);
    await replaceMembers(tx, id, [...new Set(members)]);
    return answer<TeamSaved>('TeamSaved', id);
  });
};
