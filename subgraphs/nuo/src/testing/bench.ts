import { demoEmployer } from '@werkplein/demo';
import { type Database, insertRows, localDay } from '@werkplein/kernel';
import { classify, differ, keysOf, likeness, nameTrigrams, telling } from '../duplicates/match.rules.ts';
import { findMatches, findMatchesOf, type Found, indexEmployers } from '../duplicates/match.store.ts';
import { Branch, Employer, EmployerAlias } from '../employers/employer.entity.ts';
import { freshBranch, freshEmployer } from '../employers/fresh.ts';
import { displayName, nameKey } from '../employers/name.rules.ts';
import { testClock } from './clock.ts';

/** What bench/possible-duplicates.ts measures, and of what the way before was made. */
export const duplicates = { classify, differ, displayName, findMatches, findMatchesOf, keysOf, likeness, nameTrigrams, telling };
export type { Found };

const BATCH = 2000;

/** Demo employers with their search keys, and nothing else. */
export const fillWithEmployers = async (db: Database, count: number): Promise<void> => {
  const registeredOn = localDay(testClock());
  for (let from = 0; from < count; from += BATCH) {
    const demos = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => demoEmployer(from + i));
    const ids = demos.map(({ id }) => id);
    const employers = demos.map((demo) => ({ ...freshEmployer, ...demo, nameKey: nameKey(displayName(demo)), registeredOn }));
    const aliases = ids.map((id) => ({ id, employerId: id }));
    const branches = demos.flatMap((demo) =>
      demo.branches.map((branch) => ({ ...freshBranch, ...branch, employerId: demo.id, kvkNumber: null, vestigingsnummer: null, houseNumber: '1' })),
    );
    await db.write(async (tx) => {
      await insertRows(tx, Employer, employers);
      await insertRows(tx, EmployerAlias, aliases);
      await insertRows(tx, Branch, branches);
      await indexEmployers(tx, ids);
    });
  }
};
