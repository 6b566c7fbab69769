import { storedInstant } from '../persistence/columns.ts';
import type { ReadTx } from '../persistence/transactions.ts';
import { addDays } from '../scalars/day.ts';
import type { RetainedTable } from './registry.ts';
import { RetentionTerm } from './retention-term.entity.ts';
import { lastStart, parseTerm, startOfDay, type Term } from './term.rules.ts';

export interface KnownTerm extends RetentionTerm {
  parsed: Term;
}

/** The term of each kind that holds on this day. */
export const termsOn = async ({ em }: ReadTx, today: string): Promise<Map<string, KnownTerm>> => {
  const rows = await em.find(RetentionTerm, { order: { validFrom: 'ASC' } });
  const terms = new Map<string, KnownTerm>();
  for (const row of rows) {
    const parsed = parseTerm(row.term);
    if (row.validFrom > today) continue;
    if (parsed) terms.set(row.kind, { ...row, parsed });
    else terms.delete(row.kind);
  }
  return terms;
};

/** SQL condition "the term of row `t` was over before today", with its parameter. */
export const overBefore = ({ starts, startsAt }: RetainedTable, term: Term, today: string): [sql: string, parameters: { limit: string }] => {
  const last = lastStart(today, term);
  return startsAt === 'day' ? [`(${starts}) <= :limit`, { limit: last }] : [`(${starts}) < :limit`, { limit: storedInstant(startOfDay(addDays(last, 1))) }];
};
