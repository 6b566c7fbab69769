import { decodeCursor, Fact, type Page, pageSize, type ReadTx, toPage } from '@werkplein/kernel';
import { In } from 'typeorm';
import type { CountedFact } from './evaluator.ts';
import { asCounted } from './population.ts';

/** A page of facts that a rule chose in memory, by id. */
export const pageOfFacts = (facts: readonly CountedFact[], first: number, after: string | null): Page<CountedFact> => {
  const size = pageSize(first);
  const from = decodeCursor(after);
  const rest = facts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => from === null || id > from[1]);
  return toPage(rest.slice(0, size + 1), size, ({ id }) => ['', id]);
};

/** The same of ids: only the facts of the page are read, and each counts as one. */
export const pageOfIds = async (tx: ReadTx, ids: readonly string[], { first, after }: { first: number; after: string | null }): Promise<Page<CountedFact>> => {
  const size = pageSize(first);
  const from = decodeCursor(after);
  const rest = ids.filter((id) => from === null || id > from[1]).toSorted();
  const shown = rest.slice(0, size + 1);
  const facts = shown.length === 0 ? [] : await tx.em.find(Fact, { where: { id: In(shown) }, order: { id: 'ASC' } });
  return toPage(
    facts.map((fact) => asCounted(fact, 1)),
    size,
    ({ id }) => ['', id],
  );
};
