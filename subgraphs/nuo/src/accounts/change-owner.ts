import { addDays, type WriteTx } from '@werkplein/kernel';
import { MoreThanOrEqual } from 'typeorm';
import { refOf } from '../colleagues/colleague.store.ts';
import { AccountOwner } from './account.entity.ts';
import { ownsFromNowOn, termsOf } from './account.store.ts';
import { openTerm, termOn } from './account.rules.ts';
import { type Moved, moveWork } from './open-work.ts';

/**
 * Ends the ownership at the day before `from` and begins the next one, if any, on it; held under the lock on the employer.
 * Periods that would begin later never came to be: they go. `from` is today or later, so no day that has passed changes.
 */
export const replaceOwner = async (tx: WriteTx, accountId: string, next: AccountOwner | null, from: string): Promise<string | null> => {
  const terms = await termsOf(tx, accountId);
  const before = openTerm(terms) ?? termOn(terms, from);
  await tx.em.delete(AccountOwner, { accountId, startsOn: MoreThanOrEqual(from) });
  await tx.em
    .createQueryBuilder()
    .update(AccountOwner)
    .set({ endsOn: addDays(from, -1), openFor: null })
    .where('accountId = :accountId AND (endsOn IS NULL OR endsOn >= :from)', { accountId, from })
    .execute();
  if (next) await tx.em.insert(AccountOwner, next);
  return before?.colleagueId ?? null;
};

/** After an account went to another: open work of who owned it goes along, unless they own another account of this employer. */
export const moveAlong = async (tx: WriteTx, employerId: string, from: string | null, to: string): Promise<Moved[]> =>
  from === null || from === to || (await ownsFromNowOn(tx, employerId, from)) ? [] : moveWork(tx, refOf(from), refOf(to), [employerId]);
