import { openDatabase } from '@werkplein/kernel';
import { dialects, emptyDatabase, serveForTest } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DuplicateSignal } from './duplicates/duplicate.entity.ts';
import { Employer } from './employers/employer.entity.ts';
import { loadDemo, nuoEntities, nuoMigrations, nuoSubgraph } from './index.ts';
import { idOf, testClock, testDemo } from './testing/index.ts';

const register =
  'mutation ($input: RegisterEmployerInput!) { nuo { registerEmployer(input: $input) { ... on EmployerRegistered { alreadyKnown employer { id } } } } }';
const merge = `mutation ($input: MergeEmployersInput!) { nuo { mergeEmployers(input: $input) { __typename ... on EmployersMerged { employer { id } } ... on MergeRefused { refusal employer { id } } } } }`;

/** Two servers with a pool each, so that only the database stands between them. SQLite belongs to one process. */
const twoServers = async () => {
  const { url, drop } = await emptyDatabase('mariadb');
  onTestFinished(drop);
  const options = { url, entities: nuoEntities, migrations: nuoMigrations };
  const databases = [await openDatabase(options), await openDatabase(options)] as const;
  await databases[0].migrate();
  await loadDemo(databases[0], testDemo(20));
  const servers = await Promise.all(databases.map((db) => serveForTest('nuo', 'nuo', nuoSubgraph, db, testClock)));
  onTestFinished(async () => {
    for (const { server } of servers) await server.stop();
    for (const db of databases) await db.close();
  });
  return {
    db: databases[0],
    ask: (i: number, ...question: Parameters<(typeof servers)[0]['ask']>) => (servers[i % 2] as (typeof servers)[0]).ask(...question),
  };
};

describe.runIf(dialects.includes('mariadb'))('two servers on one MariaDB', () => {
  it('make one employer of 40 registrations, with and without a KvK number', async () => {
    const { ask, db } = await twoServers();
    const before = await db.read.em.count(Employer);
    const send = (i: number, more: object) =>
      ask(i, 'nuo.accountmanager', register, { input: { requestId: `two-servers-${JSON.stringify(more).length}-${i}`, ...more } });
    const numbered = Array.from({ length: 20 }, (_, i) => send(i, { legalName: 'Test BV Donald', kvkNumber: '68750110' }));
    const unnumbered = Array.from({ length: 20 }, (_, i) =>
      send(i, { legalName: "Bakkerij 't Hoekje", registrationReason: 'eenmanszaak', postcode: '7607AB' }),
    );
    for (const some of [numbered, unnumbered]) {
      const answers = (await Promise.all(some)).map(({ data }) => data.nuo.registerEmployer);
      expect(new Set(answers.map(({ employer }) => employer.id as string)).size).toBe(1);
      expect(answers.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
    }
    expect(await db.read.em.count(Employer)).toBe(before + 2);
  });

  it('let one of two opposite merges through, ten times', async () => {
    const { ask, db } = await twoServers();
    for (let n = 0; n < 20; n += 2) {
      const pair = [idOf('employer', n), idOf('employer', n + 1)];
      const answers = await Promise.all(
        [0, 1].map((i) => {
          const input = { requestId: `two-merges-${n}-${i}`, survivorId: pair[i], vanishingId: pair[1 - i], survivorVersion: 1, vanishingVersion: 1 };
          return ask(i, 'nuo.coordinator', merge, { input });
        }),
      );
      const [one, other] = answers.map(({ data }) => data.nuo.mergeEmployers);
      const [won, lost] = one.__typename === 'EmployersMerged' ? [one, other] : [other, one];
      expect(lost).toEqual({ __typename: 'MergeRefused', refusal: 'ALREADY_MERGED', employer: won.employer });
    }
    expect(await db.read.em.countBy(Employer, { status: 'MERGED' })).toBe(10);
    const pairs = (await db.read.em.find(DuplicateSignal)).map(({ firstId, secondId }) => `${firstId} ${secondId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});
