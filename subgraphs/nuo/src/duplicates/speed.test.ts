import { demoEmployer } from '@werkplein/demo';
import { insertRows, localDay } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Branch, Employer, EmployerAlias } from '../employers/employer.entity.ts';
import { freshBranch, freshEmployer } from '../employers/fresh.ts';
import { displayName, nameKey } from '../employers/name.rules.ts';
import { nuoForTest, testClock, type TestNuo } from '../testing/index.ts';
import { indexEmployers } from './match.store.ts';

/** The target is 100,000: `EMPLOYERS=100000 npx vitest run duplicates/speed`. */
const COUNT = Number(process.env['EMPLOYERS'] ?? 3000);
const BATCH = 2000;
const query = `query ($name: String, $postcode: String, $phone: String) { possibleDuplicates(name: $name, postcode: $postcode, phone: $phone) {
  class score reasons employer { id legalName kvkNumber } } }`;

const fill = async ({ db }: TestNuo): Promise<void> => {
  for (let from = 0; from < COUNT; from += BATCH) {
    const demos = Array.from({ length: Math.min(BATCH, COUNT - from) }, (_, i) => demoEmployer(from + i));
    const employers = demos.map((demo) => ({ ...freshEmployer, ...demo, nameKey: nameKey(displayName(demo)), registeredOn: localDay(testClock()) }));
    await db.write(async (tx) => {
      await insertRows(tx, Employer, employers);
      await insertRows(
        tx,
        EmployerAlias,
        demos.map(({ id }) => ({ id, employerId: id })),
      );
      const branches = demos.flatMap((demo) =>
        demo.branches.map((branch) => ({ ...freshBranch, ...branch, employerId: demo.id, kvkNumber: null, vestigingsnummer: null, houseNumber: '1' })),
      );
      await insertRows(tx, Branch, branches);
      await indexEmployers(
        tx,
        demos.map(({ id }) => id),
      );
    });
  }
};

const typed = Array.from({ length: 20 }, (_, i) => demoEmployer((i * 7919) % COUNT)).map((demo) => ({
  // One letter too few, as someone types.
  name: displayName(demo).replace(/(.)(?=..$)/, ''),
  postcode: demo.branches[0]?.postcode,
}));

describe.each(dialects)('possible duplicates on %s', (dialect) => {
  it(`answer within 300 ms among ${COUNT} employers, in two statements`, async () => {
    const nuo = await nuoForTest(dialect);
    const start = performance.now();
    await fill(nuo);
    const filled = performance.now() - start;
    await nuo.ask('nuo.accountmanager', query, typed[0]);
    const times: number[] = [];
    for (const variables of typed) {
      const begin = performance.now();
      const { data, statements } = await nuo.ask('nuo.accountmanager', query, variables);
      times.push(performance.now() - begin);
      expect(data.possibleDuplicates.length).toBeGreaterThan(0);
      expect(statements).toBe(2);
    }
    times.sort((a, b) => a - b);
    console.info(
      `${dialect}, ${COUNT} employers: filled in ${Math.round(filled)} ms, median ${Math.round(times[10] ?? 0)} ms, slowest ${Math.round(times.at(-1) ?? 0)} ms`,
    );
    expect(times.at(-1)).toBeLessThan(300);
  }, 600_000);
});
