// `npm run bench:duplicates`: looks for possible duplicates while someone types, among 100,000 employers, by comparing all of the area as
// before and by the rare parts of the names, one after the other on the same rows. Both must give the same.
import { demoEmployer } from '@werkplein/demo';
import type { ReadTx } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { duplicates, fillWithEmployers, type Found, nuoForTest } from '@werkplein/nuo/testing';
import { describe, expect, it } from 'vitest';

type Employers = Parameters<typeof duplicates.findMatchesOf>[1];
const { classify, differ, displayName, findMatches, findMatchesOf, keysOf, likeness, nameTrigrams, telling } = duplicates;
const COUNT = Number(process.env['EMPLOYERS'] ?? 100_000);
const QUERIES = Number(process.env['QUERIES'] ?? 200);

/** As it was: everything that shares a key, the area among them. */
const byArea = async ({ em }: ReadTx, subject: { keys: readonly string[]; names: readonly string[]; kvkNumber: string | null }): Promise<Found[]> => {
  const keys = telling(subject.keys);
  const rows = await em.query<{ matchKey: string; id: string; legalName: string; tradeNames: string; kvkNumber: string | null }[]>(
    `SELECT m.matchKey AS matchKey, e.id AS id, e.legalName AS legalName, e.tradeNames AS tradeNames, e.kvkNumber AS kvkNumber
     FROM employer_match m INNER JOIN employer e ON e.id = m.employerId WHERE m.matchKey IN (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  const shared = new Map<string, { row: (typeof rows)[number]; keys: string[] }>();
  for (const row of rows) {
    const known = shared.get(row.id);
    if (known) known.keys.push(row.matchKey);
    else shared.set(row.id, { row, keys: [row.matchKey] });
  }
  const own = nameTrigrams(subject.names);
  return [...shared.values()]
    .flatMap(({ row, keys: common }): Found[] => {
      const alike = () => likeness(own, nameTrigrams([row.legalName, ...(JSON.parse(row.tradeNames) as string[])]));
      const match = classify(common, alike, differ(subject.kvkNumber, row.kvkNumber));
      return match ? [{ ...match, employerId: row.id }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.employerId < b.employerId ? -1 : 1));
};

/** One letter too few, two that changed places, only the beginning, or another word: as someone types. */
const typings: ((name: string) => string)[] = [
  (name) => name.replace(/(.)(?=..$)/, ''),
  (name) => name.replace(/^(...)(.)(.)/, '$1$3$2'),
  (name) => name.slice(0, Math.ceil(name.length * 0.7)),
  (name) => `Firma ${name}`,
];
const subjects = Array.from({ length: QUERIES }, (_, i) => {
  const demo = demoEmployer((i * 7919) % COUNT);
  const names = [(typings[i % typings.length] as (name: string) => string)(displayName(demo))];
  return { names, kvkNumber: null, keys: keysOf({ names, postcodes: [demo.branches[0]?.postcode ?? ''], phones: ['+31546123456'] }) };
});

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

describe.each(dialects)('on %s', (dialect) => {
  it(`among ${COUNT} employers`, async () => {
    const nuo = await nuoForTest(dialect);
    const { read } = nuo.db;
    let start = performance.now();
    await fillWithEmployers(nuo.db, COUNT);
    const filled = (performance.now() - start) / 1000;
    if (dialect === 'mariadb') await read.em.query('ANALYZE TABLE employer_match, employer');
    const times: Record<'area' | 'parts', number[]> = { area: [], parts: [] };
    const timed = async (way: keyof typeof times, look: () => Promise<Found[]>): Promise<Found[]> => {
      start = performance.now();
      const found = await look();
      times[way].push(performance.now() - start);
      return found;
    };
    for (const subject of subjects.slice(0, 5)) for (const look of [byArea, findMatches]) await look(read, subject);
    let [found, similar] = [0, 0];
    for (const [i, subject] of subjects.entries()) {
      const ways = { area: () => byArea(read, subject), parts: () => findMatches(read, subject) };
      // Who goes first finds the pages cold.
      const order: readonly (keyof typeof ways)[] = i % 2 ? ['area', 'parts'] : ['parts', 'area'];
      const answers = new Map<string, Found[]>();
      for (const way of order) answers.set(way, await timed(way, ways[way]));
      expect(answers.get('parts')).toEqual(answers.get('area'));
      found += answers.get('parts')?.length ?? 0;
      similar += answers.get('parts')?.filter((one) => (one.class as string) === 'MEDIUM').length ?? 0;
    }
    const line = (share: number) => {
      const [old, now] = [at(times.area, share), at(times.parts, share)];
      return `${old.toFixed(1)} → ${now.toFixed(1)} ms (${(old / now).toFixed(1)}×)`;
    };
    process.stdout.write(
      `${dialect}, ${COUNT} employers filled in ${Math.round(filled)} s, ${QUERIES} questions, ${found} found of which ${similar} by similarity, equal both ways; ` +
        `all of the area → rare parts: median ${line(0.5)}, p95 ${line(0.95)}, slowest ${line(1)}\n`,
    );
    // An import compares its rows in batches of 500.
    const batch = await read.em.getRepository<Employers[number]>('employer').find({ take: 500, order: { id: 'ASC' } });
    start = performance.now();
    await findMatchesOf(read, batch);
    process.stdout.write(`${dialect}, a batch of ${batch.length} compared with all in ${Math.round(performance.now() - start)} ms\n`);
    expect(similar).toBeGreaterThan(0);
  }, 3_600_000);
});
