import { In, IsNull } from 'typeorm';
import type { NewId } from '../ids/index.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import { Fact } from './fact.entity.ts';

/** What a fact says; what is left out is null. */
export type StatedFact = Pick<Fact, 'kind' | 'validFrom'> & Partial<Omit<Fact, 'id' | 'kind' | 'ref' | 'validFrom' | 'recordedAt' | 'withdrawnAt'>>;

const blank = {
  subject: null,
  municipality: null,
  payer: null,
  responsible: null,
  code: null,
  facet: null,
  actor: null,
  other: null,
  cause: null,
  amount: null,
  validUntil: null,
};
const keys = ['kind', 'validFrom', ...Object.keys(blank)] as const;

/** Two facts that say the same have the same words. */
const wordsOf = (fact: StatedFact): string => JSON.stringify(keys.map((key) => (fact as Record<string, unknown>)[key] ?? null));

/** A fact as a new row. */
export const newFact = (ref: string, stated: StatedFact, id: string, recordedAt: Date): Fact => ({
  ...blank,
  ...stated,
  id,
  ref,
  recordedAt,
  withdrawnAt: null,
});

/**
 * States what is now known of one record: what it said before and says no more is withdrawn, what it did not say is recorded, and what
 * it says still stays as it was. A command calls it after each write with what its row comes to; a second time it changes nothing.
 * Whoever calls holds the record.
 */
export const stateFacts = async (
  { em }: WriteTx,
  { clock, newId }: { clock(): Date; newId: NewId },
  ref: string,
  kinds: readonly string[],
  stated: readonly StatedFact[],
): Promise<void> => {
  const known = await em.findBy(Fact, { ref, kind: In([...kinds]), withdrawnAt: IsNull() });
  const wanted = new Map(stated.map((fact) => [wordsOf(fact), fact]));
  const withdrawn = known.filter((fact) => !wanted.delete(wordsOf(fact)));
  const now = clock();
  if (withdrawn.length > 0) await em.update(Fact, { id: In(withdrawn.map(({ id }) => id)) }, { withdrawnAt: now });
  if (wanted.size > 0)
    await em.insert(
      Fact,
      [...wanted.values()].map((fact) => newFact(ref, fact, newId(), now)),
    );
};
