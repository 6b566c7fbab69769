import { demoEmployer, demoEmployers } from '@werkplein/demo';
import type { ReadTx } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { displayName } from '../employers/name.rules.ts';
import { nuoForTest } from '../testing/index.ts';
import { keysOf } from './match.rules.ts';
import { findMatches } from './match.store.ts';

// How long it takes among 100,000: `npm run bench:duplicates`.

/** A look that tells the plan of its statement in place of its rows. */
const explained = async ({ em, dialect }: ReadTx, subject: Parameters<typeof findMatches>[1]): Promise<string[]> => {
  const plans: string[] = [];
  const query = async (sql: string, values: unknown[]): Promise<unknown[]> => {
    const rows = await em.query<Record<string, string>[]>(`${dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN'} ${sql}`, values);
    plans.push(...rows.map((row) => (dialect === 'sqlite' ? `${row['detail']}` : `${row['table']} ${row['type']} ${row['key']} ${row['Extra']}`)));
    return [];
  };
  await findMatches({ dialect, em: { query } as unknown as ReadTx['em'] }, subject);
  return plans;
};

describe.each(dialects)('possible duplicates on %s', (dialect) => {
  it('are found in three statements, by keys alone', async () => {
    const nuo = await nuoForTest(dialect, { employers: demoEmployers(0.2) });
    const query = `query ($name: String, $postcode: String) { possibleDuplicates(name: $name, postcode: $postcode) { class employer { id } } }`;
    for (let i = 0; i < 5; i += 1) {
      const demo = demoEmployer(i * 131);
      // One letter too few, as someone types.
      const name = displayName(demo).replace(/(.)(?=..$)/, '');
      const postcode = demo.branches[0]?.postcode ?? '';
      const { data, statements } = await nuo.ask('nuo.accountmanager', query, { name, postcode });
      expect(data.possibleDuplicates).toContainEqual({ class: 'MEDIUM', employer: { id: demo.id } });
      expect(statements).toBe(3);
    }
    const names = ['Bakkerij Jansen Almelo'];
    if (dialect === 'mariadb') await nuo.db.read.em.query('ANALYZE TABLE employer_match, employer');
    const plan = await explained(nuo.db.read, { names, kvkNumber: null, keys: keysOf({ names, postcodes: ['7607AB'], phones: ['+31546123456'] }) });
    if (dialect === 'sqlite') {
      expect(plan).toContain('SEARCH m USING COVERING INDEX sqlite_autoindex_employer_match_1 (matchKey=?)');
      expect(plan.filter((step) => step.startsWith('SCAN') && step !== 'SCAN c')).toEqual([]);
    } else {
      expect(plan).toContainEqual(expect.stringMatching(/^m range PRIMARY .*Using index/));
      expect(plan.filter((step) => / ALL /.test(step) && !step.startsWith('<derived'))).toEqual([]);
    }
  });
});
