import { addDays, localDay, type ReadTx, type RequestContext, startOfDay } from '@werkplein/kernel';
import { loadAccounts, loadTeam, loadTerms } from '../accounts/account.loads.ts';
import { termOn } from '../accounts/account.rules.ts';
import { WHOLE } from '../accounts/account.store.ts';
import { loadColleague, refOf } from '../colleagues/colleague.store.ts';
import { outgoingOf } from '../contact-plans/contact-plan.facts.ts';
import { callerOf } from '../contact-plans/contact-plan.policy.ts';
import type { AccountTeam, ApproachFacts, Colleague } from '../contact-plans/contact-plan.rules.ts';
import { undecidedPairs } from '../duplicates/signal.store.ts';
import { ContactPerson, type Employer } from '../employers/employer.entity.ts';
import { mergesInto } from '../merging/merge.store.ts';
import { groupBy, notMerged } from '../reads.ts';
import { type Warning, warningsOf } from './warnings.rules.ts';

// Each kind of fact for all employers of the answer in one statement, or two.

const LONGEST_REST = 90;

const outgoing = async (ctx: RequestContext, { id, coolDownDays }: Employer): Promise<ApproachFacts['outgoing']> => {
  const today = localDay(ctx.clock());
  const all = await ctx.load('outgoingContacts', id, (ids) => outgoingOf(ctx.db.read, ids, startOfDay(addDays(today, -LONGEST_REST))));
  const first = addDays(today, -coolDownDays);
  return (all ?? []).filter(({ day }) => day >= first);
};

/** The same as `accountTeamOf`, for many employers: who speaks for us with the whole of it today. */
const accountTeam = async (ctx: RequestContext, employerId: string): Promise<AccountTeam | null> => {
  const account = (await loadAccounts(ctx, employerId)).find(({ scopeKey }) => scopeKey === WHOLE);
  if (!account) return null;
  const [terms, members] = await Promise.all([loadTerms(ctx, account.id), loadTeam(ctx, account.id)]);
  const term = termOn(terms, localDay(ctx.clock()));
  const row = term && (await loadColleague(ctx, term.colleagueId));
  const owner: Colleague | null = row && { employeeId: row.employeeId, organisation: row.organisation, name: row.name };
  return { owner, team: members.map(({ colleagueId }) => refOf(colleagueId)), closed: account.closed };
};

/** Counted and not shown: nobody is named. */
const refusingPersons = async (ctx: RequestContext, employerId: string): Promise<number> =>
  (await ctx.load('refusingPersons', employerId, async (ids) => {
    const rows = await ctx.db.read.em
      .createQueryBuilder(ContactPerson, 'p')
      .select('p.employerId', 'employerId')
      .addSelect('COUNT(*)', 'count')
      .where(`p.employerId IN (:...ids) AND p.doNotContact = :yes AND p.active = :yes AND ${notMerged('p.mergedIntoId')}`, { ids, yes: true })
      .groupBy('p.employerId')
      .getRawMany<{ employerId: string; count: number | string }>();
    return new Map(rows.map(({ employerId: id, count }) => [id, Number(count)]));
  })) ?? 0;

/** The other of each pair, the surest first; by employer. */
const duplicatesOf = async (tx: ReadTx, ids: readonly string[]): Promise<Map<string, string[]>> => {
  const pairs = (await undecidedPairs(tx, ids)).flatMap(({ firstId, secondId }) => [
    { id: firstId, other: secondId },
    { id: secondId, other: firstId },
  ]);
  return new Map([...groupBy(pairs, ({ id }) => id)].map(([id, some]) => [id, some.map(({ other }) => other)]));
};

export const employerWarnings = async (ctx: RequestContext, employer: Employer): Promise<Warning[]> => {
  const { id } = employer;
  const [contacts, account, refusing, duplicates, merges] = await Promise.all([
    outgoing(ctx, employer),
    accountTeam(ctx, id),
    refusingPersons(ctx, id),
    ctx.load('openDuplicates', id, (ids) => duplicatesOf(ctx.db.read, ids)),
    mergesInto(ctx, id),
  ]);
  return warningsOf(callerOf(ctx), ctx.clock(), {
    employer,
    outgoing: contacts,
    accountTeam: account,
    refusingPersons: refusing,
    duplicateIds: duplicates ?? [],
    merges: (merges ?? []).filter(({ undoneAt }) => undoneAt === null),
  });
};
