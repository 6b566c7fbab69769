import { addDays, localDay, type ReadTx, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { loadNames, refOf } from '../colleagues/colleague.store.ts';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';
import type { Merging } from '../merging/merge-registry.ts';
import { type MergeDemand, MergeSide } from '../merging/merge.types.ts';
import { groupBy, notMerged } from '../reads.ts';
import { Account, AccountHandOver, AccountOwner } from './account.entity.ts';
import { openTerm } from './account.rules.ts';
import { ownsFromNowOn, WHOLE } from './account.store.ts';
import { moveWork, workOf } from './open-work.ts';

interface Side {
  account: Account;
  /** Periods that run on this day or come later. */
  terms: AccountOwner[];
}
interface Pair {
  scopeKey: string;
  survivor: Side;
  vanishing: Side;
}

const accountsOf = (tx: ReadTx, employerId: string): Promise<Account[]> =>
  joinAlias(tx.em.createQueryBuilder(Account, 'x'), 'x.employerAliasId')
    .where(`a.employerId = :employerId AND ${notMerged('x.mergedIntoId')}`, { employerId })
    .getMany();

/** Scopes in which both have an account, with who owns each from this day on. */
const pairsOf = async (tx: ReadTx, ofSurvivor: readonly Account[], ofVanishing: readonly Account[], day: string): Promise<Pair[]> => {
  const ids = [...ofSurvivor, ...ofVanishing].map(({ id }) => id);
  const terms = ids.length === 0 ? [] : await tx.em.find(AccountOwner, { where: { accountId: In(ids) }, order: { startsOn: 'ASC' } });
  const running = groupBy(
    terms.filter(({ endsOn }) => endsOn === null || endsOn >= day),
    ({ accountId }) => accountId,
  );
  const side = (account: Account): Side => ({ account, terms: running.get(account.id) ?? [] });
  return ofVanishing.flatMap((account) => {
    const other = ofSurvivor.find(({ scopeKey }) => scopeKey === account.scopeKey);
    return other ? [{ scopeKey: account.scopeKey, survivor: side(other), vanishing: side(account) }] : [];
  });
};

const subjectOf = (scopeKey: string): string => (scopeKey === WHOLE ? 'account' : `account:${scopeKey}`);
const owners = ({ terms }: Side): string[] => [...new Set(terms.map(({ colleagueId }) => colleagueId))];
const differ = ({ survivor, vanishing }: Pair): boolean =>
  survivor.terms.length > 0 && vanishing.terms.length > 0 && owners(survivor).join() !== owners(vanishing).join();

/** Both have an owner, now or later, and one employer has one: the coordinator chooses whose account stays. */
export const chooseOwners = async (tx: ReadTx, survivorId: string, vanishingId: string, day: string): Promise<MergeDemand[]> => {
  const pairs = (await pairsOf(tx, await accountsOf(tx, survivorId), await accountsOf(tx, vanishingId), day)).filter(differ);
  const names = await loadNames(
    tx,
    pairs.flatMap(({ survivor, vanishing }) => [...owners(survivor), ...owners(vanishing)]),
  );
  const named = (side: Side): string =>
    owners(side)
      .map((id) => names.get(id) ?? id)
      .join(', ');
  return pairs.map(({ scopeKey, survivor, vanishing }) => ({
    subject: subjectOf(scopeKey),
    message: `Beide hebben een accounthouder: ${named(survivor)} bij de werkgever die blijft, ${named(vanishing)} bij de andere. Kies wiens account blijft.`,
  }));
};

const keepsVanishing = (pair: Pair, choices: Merging['choices']): boolean =>
  differ(pair) ? choices.get(subjectOf(pair.scopeKey)) === MergeSide.VANISHING : pair.survivor.terms.length === 0 && pair.vanishing.terms.length > 0;

/** Ends what runs or would begin: a period of the past stays as it was. */
const endAccount = async (tx: WriteTx, merging: Merging, { account, terms }: Side, into: string, day: string): Promise<void> => {
  for (const term of terms) {
    await merging.set(AccountOwner, term, 'endsOn', addDays(day, -1));
    if (term.openFor !== null) await merging.set(AccountOwner, term, 'openFor', null);
  }
  const offer = await tx.em.findOneBy(AccountHandOver, { openFor: account.id });
  if (offer) {
    await merging.set(AccountHandOver, offer, 'status', 'WITHDRAWN');
    await merging.set(AccountHandOver, offer, 'decidedAt', merging.at);
    await merging.set(AccountHandOver, offer, 'openFor', null);
  }
  await merging.set(Account, account, 'mergedIntoId', into);
};

/** What someone who is no longer an owner here has open goes to who is. */
const moveTo = async (tx: WriteTx, merging: Merging, from: string, to: string): Promise<void> => {
  const { id } = merging.survivor;
  if (from === to || (await ownsFromNowOn(tx, id, from))) return;
  const changes = await workOf(tx, refOf(from), refOf(to), [id]);
  for (const { entity, row, column, value } of changes) merging.remember(entity, row, column, value);
  await moveWork(tx, refOf(from), refOf(to), [id]);
};

/** One account for each scope stays; the other is history, and its open work goes to the owner that stays. */
export const joinAccounts = async (tx: WriteTx, merging: Merging): Promise<string[]> => {
  const { survivor, at, choices } = merging;
  const day = localDay(at);
  const came = new Set(merging.moved(EmployerAlias));
  const all = await accountsOf(tx, survivor.id);
  const [ofSurvivor, ofVanishing] = [false, true].map((vanished) => all.filter(({ employerAliasId }) => came.has(employerAliasId) === vanished));
  const lines: string[] = [];
  for (const pair of await pairsOf(tx, ofSurvivor ?? [], ofVanishing ?? [], day)) {
    const [kept, gone] = keepsVanishing(pair, choices) ? [pair.vanishing, pair.survivor] : [pair.survivor, pair.vanishing];
    await endAccount(tx, merging, gone, kept.account.id, day);
    const owner = (openTerm(kept.terms) ?? kept.terms[0])?.colleagueId;
    const left = owner === undefined ? [] : owners(gone).filter((id) => id !== owner);
    for (const from of left) await moveTo(tx, merging, from, owner as string);
    const names = await loadNames(tx, [...left, ...(owner === undefined ? [] : [owner])]);
    for (const from of left) lines.push(`${names.get(from)} is hier geen accounthouder meer; open werk ging naar ${names.get(owner as string)}.`);
  }
  return lines;
};
