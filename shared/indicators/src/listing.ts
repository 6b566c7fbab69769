import { decodeCursor, type Page, pageSize, toPage } from '@werkplein/kernel';
import type { CountedFact } from './evaluator.ts';

/** A page of facts that a rule chose in memory, by id. */
export const pageOfFacts = (facts: readonly CountedFact[], first: number, after: string | null): Page<CountedFact> => {
  const size = pageSize(first);
  const from = decodeCursor(after);
  const rest = facts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => from === null || id > from[1]);
  return toPage(rest.slice(0, size + 1), size, ({ id }) => ['', id]);
};
