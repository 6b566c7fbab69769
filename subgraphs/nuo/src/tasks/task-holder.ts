import { badInput, localDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { gaveAway, ownerForWork } from '../accounts/account.store.ts';
import { unknownColleague } from '../colleagues/check-colleague.ts';
import { takesWork } from '../colleagues/colleague.rules.ts';
import { lockColleague } from '../colleagues/colleague.store.ts';
import { Team } from '../colleagues/team.entity.ts';

/** Whom the caller wants to do it; both null: whoever owns the account. */
export interface Wanted {
  colleagueId: string | null;
  teamId: string | null;
}

export interface Holder extends Wanted {
  /** Why it went to another than was asked. */
  redirected: 'ACCOUNT_OWNER' | 'COORDINATOR' | null;
}

/**
 * Who gets this work, decided under the lock on the employer: what is meant for someone who gave the account away goes to its owner,
 * and what would go to nobody or to someone who takes no work goes to the coordinator. So nothing new comes to rest on who left.
 */
export const holderFor = async (tx: WriteTx, ctx: RequestContext, employerId: string | null, wanted: Wanted): Promise<Holder> => {
  const { teamId } = wanted;
  if (teamId !== null) {
    if (!(await tx.em.existsBy(Team, { id: teamId }))) throw badInput([{ path: ['input', 'teamId'], message: 'Dit team bestaat niet.' }]);
    return { colleagueId: null, teamId, redirected: null };
  }
  const owner = employerId === null ? null : await ownerForWork(tx, employerId);
  const follows = employerId !== null && owner !== null && wanted.colleagueId !== null && (await gaveAway(tx, employerId, wanted.colleagueId));
  const person = follows ? owner : (wanted.colleagueId ?? owner);
  if (person === null) return { colleagueId: null, teamId, redirected: 'COORDINATOR' };
  const colleague = await lockColleague(tx, person, 'read');
  if (!colleague) throw unknownColleague('assignee');
  if (!takesWork(colleague, localDay(ctx.clock()))) return { colleagueId: null, teamId, redirected: 'COORDINATOR' };
  return { colleagueId: person, teamId, redirected: follows ? 'ACCOUNT_OWNER' : null };
};
