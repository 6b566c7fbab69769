import { countStatements, Fact, type ReadTx } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { indicatorOf, type Side, type Span } from '@werkplein/indicators';
import { describe, expect, it, vi } from 'vitest';
import { nuoForTest } from '../testing/index.ts';
import { evaluators } from './evaluators.ts';
import { closeMonths, manyFacts } from './histories.testing.ts';

const span: Span = { from: '2026-01-01', until: '2026-02-28', measuredOn: '2026-02-28', knownAt: new Date('2026-06-01T00:00:00.000Z') };
type Sql = [text: string, parameters: unknown[]];

/** Everything that an indicator can be asked: of each, of all, of nobody, and the facts of its sides. */
const askAll = async (tx: ReadTx, code: string): Promise<void> => {
  const { count, total, without, facts } = evaluators[code] as (typeof evaluators)[string];
  const counts = await count(tx, span);
  await total?.(tx, span, counts);
  await without?.(tx, span);
  const sides: Side[] = (indicatorOf(code)?.denominator ?? []).includes('nuo') ? ['NUMERATOR', 'DENOMINATOR'] : ['NUMERATOR'];
  for (const side of sides) for (const municipality of ['0141', null]) await facts(tx, span, side, municipality, { first: 20, after: null });
};

/** Whoever is joined to a fact is found by its record, never by its kind. */
const byRecord = /ix_fact_(ref|subject|cause)|PRIMARY|autoindex/;
/** Names of the facts that are counted themselves: these are found by kind and day. */
const counted = new Set(['f', 'Fact']);

/** What a plan reads whole, or finds in a way that grows with what is counted. */
const slowOf = async (tx: ReadTx, [text, parameters]: Sql): Promise<string[]> => {
  // Aliases of the table in this statement: `FROM "fact" "f"`, `JOIN fact e`.
  const aliases = new Set([...text.matchAll(/(?:FROM|JOIN)\s+["`]?fact["`]?\s+["`]?(\w+)["`]?/gi)].map(([, alias]) => alias as string));
  if (tx.dialect === 'sqlite') {
    const plan = (await tx.em.query(`EXPLAIN QUERY PLAN ${text}`, parameters)) as { detail: string }[];
    return plan
      .map(({ detail }) => ({ detail, name: /^(?:SCAN|SEARCH) (\w+)/.exec(detail)?.[1] ?? '' }))
      .filter(({ name, detail }) => aliases.has(name) && (detail.startsWith('SCAN') || !(counted.has(name) || byRecord.test(detail))))
      .map(({ detail }) => detail);
  }
  const plan = (await tx.em.query(`EXPLAIN ${text}`, parameters)) as { select_type: string; table: string | null; type: string | null; key: string | null }[];
  // MariaDB may read those of whom none may exist once, by kind and day, instead of looking each up; which of the two it takes differs by its statistics.
  const once = (selectType: string): boolean => selectType === 'MATERIALIZED';
  return plan
    .filter(
      ({ select_type: selectType, table, type, key }) =>
        aliases.has(table ?? '') && (type === 'ALL' || type === 'index' || !(counted.has(table ?? '') || once(selectType) || byRecord.test(key ?? ''))),
    )
    .map(({ table, type, key }) => `${table} ${type} ${key}`);
};

describe.each(dialects)('what the figures ask of the database on %s', (dialect) => {
  it('goes by an index, in as many statements for many facts as for none', { timeout: 120_000 }, async () => {
    const nuo = await nuoForTest(dialect);
    const tx = nuo.db.read;
    const statements = async (): Promise<Record<string, number>> => {
      const counts: Record<string, number> = {};
      for (const code of Object.keys(evaluators))
        counts[code] = (await countStatements(() => (evaluators[code] as (typeof evaluators)[string]).count(tx, span))).statements;
      return counts;
    };
    await nuo.db.write((write) => closeMonths(write, new Date('2026-03-01T00:00:00.000Z')));
    const few = await statements();
    await nuo.db.write((write) => manyFacts(write, 12_000));
    // SQLite knows nothing of how many there are, as in use.
    if (dialect === 'mariadb') await nuo.db.write((write) => write.em.query('ANALYZE TABLE fact'));
    const many = await statements();
    expect(await tx.em.count(Fact)).toBeGreaterThan(10_000);
    // Trials: without any nothing is looked for that could have followed.
    expect(many).toEqual({ ...few, DOORSTROOM_PROEF_NAAR_CONTRACT_PCT: 2 });
    expect(Math.max(...Object.values(many))).toBeLessThanOrEqual(4);

    const asked: Sql[] = [];
    const { logger } = tx.em.connection;
    const spy = vi.spyOn(logger, 'logQuery').mockImplementation((text, parameters) => void asked.push([text, (parameters ?? []) as unknown[]]));
    const byIndicator = new Map<string, Sql[]>();
    try {
      for (const code of Object.keys(evaluators)) {
        asked.length = 0;
        await askAll(tx, code);
        byIndicator.set(code, [...asked]);
      }
    } finally {
      spy.mockRestore();
    }
    const slow: string[] = [];
    for (const [code, texts] of byIndicator) {
      expect([code, texts.length > 0]).toEqual([code, true]);
      for (const sql of texts)
        slow.push(...(await slowOf(tx, sql)).map((detail) => `${code}, ${detail}: ${sql[0].replace(/SELECT.*? FROM/, 'SELECT … FROM')}`));
    }
    expect(slow).toEqual([]);
  });
});
