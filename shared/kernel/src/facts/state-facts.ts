import { In, IsNull } from 'typeorm';
import type { NewId } from '../ids/index.ts';
import { insertRows } from '../persistence/insert.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import { Fact } from './fact.entity.ts';

/** What a fact says; what is left out is null. `recordedAt` is now, unless what is loaded was recorded before. */
export type StatedFact = Pick<Fact, 'kind' | 'validFrom'> & Partial<Omit<Fact, 'id' | 'kind' | 'ref' | 'validFrom' | 'withdrawnAt'>>;

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

const newFact = (ref: string, stated: StatedFact, id: string, now: Date): Fact => ({ ...blank, recordedAt: now, ...stated, id, ref, withdrawnAt: null });

/** What SQLite takes in one statement with room to spare. */
const REFS_AT_ONCE = 10_000;

/** When something was known, and ids for new rows: a request, or a loader with the date of what it loads. */
export interface Knowing {
  clock(): Date;
  newId: NewId;
  /** Since when a new fact was known, where that was before it is stated; now unless given. */
  knownSince?(fact: StatedFact): Date;
}

/**
 * States what is now known of some records: what one said before and says no more is withdrawn, what it did not say is recorded, and what it
 * says still stays as it was. A second time it changes nothing. Three statements for some thousands of records.
 * What does not `concern` whoever states is left as it is.
 */
export const stateAllFacts = async (
  tx: WriteTx,
  { clock, newId, knownSince }: Knowing,
  kinds: readonly string[],
  stated: ReadonlyMap<string, readonly StatedFact[]>,
  concerns: (fact: Fact) => boolean = () => true,
): Promise<void> => {
  const { em } = tx;
  const refs = [...stated.keys()];
  const known: Fact[][] = [];
  for (let at = 0; at < refs.length; at += REFS_AT_ONCE)
    known.push(await em.findBy(Fact, { ref: In(refs.slice(at, at + REFS_AT_ONCE)), kind: In([...kinds]), withdrawnAt: IsNull() }));
  const wanted = new Map([...stated].flatMap(([ref, facts]) => facts.map((fact) => [`${ref} ${wordsOf(fact)}`, { ref, fact }])));
  const withdrawn = known.flat().filter((fact) => concerns(fact) && !wanted.delete(`${fact.ref} ${wordsOf(fact)}`));
  const now = clock();
  for (let at = 0; at < withdrawn.length; at += REFS_AT_ONCE)
    await em.update(Fact, { id: In(withdrawn.slice(at, at + REFS_AT_ONCE).map(({ id }) => id)) }, { withdrawnAt: now });
  if (wanted.size > 0)
    await insertRows(
      tx,
      Fact,
      [...wanted.values()].map(({ ref, fact }) => newFact(ref, fact, newId(), knownSince?.(fact) ?? now)),
    );
};

/** The same of one record. A command calls it after each write with what its row comes to; whoever calls holds the record. */
export const stateFacts = (tx: WriteTx, knowing: Knowing, ref: string, kinds: readonly string[], stated: readonly StatedFact[]): Promise<void> =>
  stateAllFacts(tx, knowing, kinds, new Map([[ref, stated]]));
