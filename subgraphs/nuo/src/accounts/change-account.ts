import { badInput, fault, insertRows, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { checkColleague, unknownColleague } from '../colleagues/check-colleague.ts';
import { unknownColleagues } from '../colleagues/colleague.store.ts';
import type { Employer } from '../employers/employer.entity.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { Account, AccountMember } from './account.entity.ts';
import { mayManage } from './account.store.ts';
import type { AccountSaved, AccountVersionConflict, ChangeAccountInput, CloseAccountInput } from './account.types.ts';

type Answer = AccountSaved | AccountVersionConflict;
const TEAM_MAX = 50;

/** The account, its employer held until the transaction ends: who owns it stays so. Of one that went in a merge: that which stayed. */
export const lockAccount = async (tx: WriteTx, id: string): Promise<{ account: Account; employer: Employer }> => {
  const account = await tx.em.findOneBy(Account, { id });
  const employer = account && (await lockEmployer(tx, account.employerAliasId));
  if (!employer) throw badInput([{ path: ['input', 'accountId'], message: 'Dit account bestaat niet.' }]);
  const now = await tx.em.findOneByOrFail(Account, { id });
  return now.mergedIntoId === null ? { account: now, employer } : lockAccount(tx, now.mergedIntoId);
};

/** Writes what changed at the version that the caller saw. */
const save = async (tx: WriteTx, id: string, version: number, change: Partial<Account>) => {
  const { affected } = await tx.em.update(Account, { id, version }, { ...change, version: version + 1 });
  const answer: Answer = affected === 1 ? { __typename: 'AccountSaved', accountId: id } : { __typename: 'AccountVersionConflict', accountId: id };
  return { answer, subjectIds: [id] };
};

const check = (input: ChangeAccountInput) => {
  const checking = checkInput();
  const text = (field: 'goal' | 'agreements' | 'opportunities') =>
    checking.required(field, input[field], (value) => parseText(value, { max: 4000, min: 0, multiline: true }));
  const plan = { goal: text('goal'), agreements: text('agreements'), opportunities: text('opportunities') };
  if (input.team.length > TEAM_MAX) checking.problem('team', `Een accountteam heeft hooguit ${TEAM_MAX} leden.`);
  const team = input.team.map((member, i) => ({
    colleagueId: checkColleague(checking, ['team', i], member),
    role: checking.optional(['team', i, 'role'], member.role, (value) => parseText(value, { max: 80 })),
  }));
  checking.done();
  return { plan, team: [...new Map(team.map((member) => [member.colleagueId, member])).values()] };
};

/** By the owner, or who may assign accounts. */
export const changeAccount = async (ctx: RequestContext, input: ChangeAccountInput): Promise<Answer> => {
  const { plan, team } = check(input);
  return runCommand<Answer>(ctx, 'AccountChange', input, async (tx) => {
    const { account, employer } = await lockAccount(tx, input.accountId);
    const accountId = account.id;
    if (!(await mayManage(tx, ctx, accountId))) throw fault('FORBIDDEN');
    const [unknown] = await unknownColleagues(
      tx,
      team.map(({ colleagueId }) => colleagueId),
    );
    if (unknown !== undefined) throw unknownColleague('team');
    const outcome = await save(tx, accountId, input.expectedVersion, plan);
    if (outcome.answer.__typename === 'AccountVersionConflict') return outcome;
    await publish(tx, ctx, 'AccountChanged', accountId, employer.id);
    await tx.em.delete(AccountMember, { accountId });
    await insertRows(
      tx,
      AccountMember,
      team.map((member) => ({ ...member, accountId })),
    );
    return outcome;
  });
};

export const closeAccount = (ctx: RequestContext, input: CloseAccountInput): Promise<Answer> =>
  runCommand<Answer>(ctx, 'AccountClose', input, async (tx) => {
    const { account, employer } = await lockAccount(tx, input.accountId);
    const outcome = await save(tx, account.id, input.expectedVersion, { closed: input.closed });
    if (outcome.answer.__typename === 'AccountSaved') await publish(tx, ctx, input.closed ? 'AccountClosed' : 'AccountOpened', account.id, employer.id);
    return outcome;
  });
