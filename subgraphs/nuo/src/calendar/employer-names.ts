import type { ReadTx } from '@werkplein/kernel';
import { employersByAlias } from '../employers/employer.store.ts';
import { displayName } from '../employers/name.rules.ts';

/** More entries of one kind than a calendar is read for. */
export const ENTRIES_MAX = 500;

/** What the employers are called now, by the ids under which rows hold them. */
export const employerNames = async (tx: ReadTx, aliases: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const distinct = [...new Set(aliases.filter((alias) => alias !== null))];
  if (distinct.length === 0) return new Map();
  return new Map([...(await employersByAlias(tx, distinct))].map(([alias, employer]) => [alias, displayName(employer)]));
};
