import { facts } from '@werkplein/almelo';
import { createWerkplein } from '@werkplein/client-regie';
import { keysFor } from '@werkplein/client-regie/testing';
import { type Database, type DatabaseOptions, openDatabase } from '@werkplein/kernel';
import { dialects, emptyDatabase } from '@werkplein/kernel/testing';
import { nuoEntities, nuoMigrations } from '@werkplein/nuo';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase as openRaw } from '../../scripts/audit/open-database.ts';
import { program } from '../programs.ts';
import { cuttingMariadb } from './cutting-mariadb.ts';

/** `npm run test:migrations` kills at every statement; here it is one in so many. */
const EACH = Number(process.env['MIGRATIONS_KILL_EACH'] ?? 12);

type Tables = Pick<DatabaseOptions, 'entities' | 'migrations'>;
const sources: [string, Tables][] = [
  ['the NUO', { entities: nuoEntities, migrations: nuoMigrations }],
  ['a Werkplein', createWerkplein(facts, keysFor(facts.municipality))],
];

/** That a migration ran. */
const RAN = /^INSERT INTO `(?:\w+`\.`)?migrations`.*'(\w+\d{13})'/;
/** What leaves something behind. The row that says a migration ran goes with its COMMIT. */
const WRITES = /^(CREATE|ALTER|DROP|RENAME|TRUNCATE|INSERT|UPDATE|DELETE|REPLACE|COMMIT)\b/;
const CHANGES_TABLES = /^(CREATE|ALTER|DROP|RENAME|TRUNCATE)\b/;

/** Asked through something that sees every statement, and cuts where it is told to. */
const through = async (tables: Tables, cut: (sql: string) => boolean): Promise<Database> => {
  const { url, drop } = await emptyDatabase('mariadb');
  const proxy = await cuttingMariadb(url, cut);
  const db = await openDatabase({ ...tables, url: proxy.url });
  onTestFinished(async () => {
    await db.close();
    await proxy.close();
    await drop();
  });
  return db;
};

const rowsOf = async ({ read: { em } }: Database): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {};
  for (const row of await em.query<Record<string, string>[]>('SHOW TABLES')) {
    const table = Object.values(row)[0] as string;
    counted[table] = Number((await em.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM \`${table}\``))[0]?.n);
  }
  return counted;
};

/** Name of each migration → the statements that changed tables. */
const stepsOf = async (tables: Tables): Promise<{ db: Database; steps: Map<string, string[]> }> => {
  const steps = new Map<string, string[]>();
  let changes: string[] = [];
  const db = await through(tables, (sql) => {
    const name = RAN.exec(sql)?.[1];
    if (name !== undefined) {
      steps.set(name, changes);
      changes = [];
    } else if (CHANGES_TABLES.test(sql) && !sql.includes('`migrations`')) changes.push(sql);
    return false;
  });
  await db.migrate();
  return { db, steps };
};

/** Several statements, each of which the migration leaves out when it was done: an index of another form, columns that go one by one. */
const byStep = /^(Set_indices_of|Drop_from)_/;

/**
 * Migrations after which code of the version before does not work, with the version that was the first not to need what they take away.
 * A new one comes a release after the code that stopped using it, or not at all: docs/operations.md, "Migrations".
 */
const narrowing: Readonly<Record<string, string>> = {
  Drop_from_contact_attempt1764000400006: 'before the first release',
};

/** Whether code that knows nothing of it can fail on the table that a statement leaves: it takes away, or demands. */
const narrows = (sql: string): boolean => {
  if (/\b(DROP (COLUMN|TABLE|CONSTRAINT|PRIMARY)|RENAME|CHANGE|TRUNCATE)\b/.test(sql)) return true;
  if (sql.startsWith('CREATE TABLE')) return false;
  const added = [...sql.matchAll(/ADD COLUMN `(\w+)`/g)].map(([, name]) => name as string);
  const demands = sql.split(/, (?=ADD |MODIFY )/).some((part) => /\b(ADD|MODIFY) COLUMN\b/.test(part) && /NOT NULL/.test(part) && !/DEFAULT/.test(part));
  const uniques = [...sql.matchAll(/UNIQUE INDEX `\w+` (?:ON `\w+` ?)?\(([^)]*)\)/g)].map(([, columns]) => columns as string);
  // Of a column that the code before does not fill, no two rows are equal.
  return demands || uniques.some((columns) => !added.some((name) => columns.includes(`\`${name}\``)));
};

it.each([
  ['ALTER TABLE `t` ADD COLUMN `a` varchar(40) NULL, ADD UNIQUE INDEX `u` (`a`, `b`)', false],
  ['ALTER TABLE `t` ADD COLUMN `a` int NOT NULL DEFAULT 0, ADD INDEX `i` (`a`)', false],
  ['ALTER TABLE `t` MODIFY COLUMN `a` varchar(64) NULL', false],
  ['CREATE TABLE `t` (`a` int NOT NULL, UNIQUE INDEX `u` (`a`))', false],
  ['CREATE INDEX `i` ON `t` (`a`)', false],
  ['ALTER TABLE `t` ADD COLUMN `a` int NOT NULL', true],
  ['ALTER TABLE `t` ADD COLUMN `b` int NOT NULL DEFAULT 0, ADD COLUMN `a` int NOT NULL', true],
  ['ALTER TABLE `t` MODIFY COLUMN `a` varchar(64) NOT NULL', true],
  ['ALTER TABLE `t` ADD COLUMN `a` int NULL, ADD UNIQUE INDEX `u` (`b`)', true],
  ['CREATE UNIQUE INDEX `u` ON `t` (`a`)', true],
  ['ALTER TABLE `t` DROP COLUMN `a`', true],
  ['ALTER TABLE `t` CHANGE `a` `b` int', true],
  ['DROP TABLE `t`', true],
])('%s can break the version before: %s', (sql, expected) => {
  expect(narrows(sql)).toBe(expected);
});

describe.runIf(dialects.includes('mariadb')).each(sources)('the migrations of %s on mariadb', { timeout: 900_000 }, (of, tables) => {
  it('change one thing each, and leave tables on which the version before goes on working', async () => {
    const { db, steps } = await stepsOf(tables);
    expect(await db.drift()).toEqual([]);
    expect(steps.size).toBeGreaterThan(40);
    expect([...steps].filter(([name, changes]) => changes.length > 1 && !byStep.test(name))).toEqual([]);
    expect([...steps].filter(([name, changes]) => changes.some(narrows) && !(name in narrowing))).toEqual([]);
  });

  it('go on where they were killed, at whichever statement', async () => {
    const seen = new Set<string>();
    let last = '';
    let killed = 0;
    const db = await through(tables, (sql) => {
      if (!WRITES.test(sql) || RAN.test(sql)) return false;
      // The next try of the same statement may be of another moment.
      const place = sql === 'COMMIT' ? `COMMIT after ${last}` : sql.replaceAll(/'\d{4}-\d\d-\d\d [\d:.]+'/g, '?');
      last = place;
      if (seen.has(place)) return false;
      seen.add(place);
      const kill = seen.size % EACH === 0;
      killed += Number(kill);
      return kill;
    });
    for (let done = false; !done; )
      done = await db.migrate().then(
        () => true,
        (error: unknown) => {
          if ((error as { code?: string }).code !== 'PROTOCOL_CONNECTION_LOST') throw error;
          return false;
        },
      );
    process.stdout.write(`${of}: killed at ${killed} of ${seen.size} statements\n`);
    expect(killed).toBe(Math.floor(seen.size / EACH));
    expect(await db.drift()).toEqual([]);
    const { db: straight } = await stepsOf(tables);
    expect(await rowsOf(db)).toEqual(await rowsOf(straight));
  });
});

describe.each(dialects)('a program that migrates on %s', { timeout: 240_000 }, (dialect) => {
  it('goes on where it was killed', async () => {
    const { url, drop } = await emptyDatabase(dialect);
    onTestFinished(drop);
    const env = { NUO_DATABASE_URL: url };
    const ranSoFar = async (): Promise<number> => {
      const raw = await openRaw(url).catch(() => null);
      const rows = await raw?.query('SELECT COUNT(*) AS n FROM migrations').catch(() => undefined);
      await raw?.close();
      return Number(rows?.[0]?.['n'] ?? 0);
    };
    for (const enough of [1, 70]) {
      const running = program('nuo', ['migrate'], env);
      while ((await ranSoFar()) < enough) await new Promise((next) => setTimeout(next, 1));
      running.kill();
      expect((await running.ended).code).toBeNull();
    }
    const killedAt = await ranSoFar();
    const { code, out } = await program('nuo', ['migrate'], env).ended;
    const db = await openDatabase({ url, entities: nuoEntities, migrations: nuoMigrations });
    onTestFinished(() => db.close());
    const all = await ranSoFar();
    expect([code, out]).toEqual([0, expect.stringContaining(`${all - killedAt} migrations ran`)]);
    expect(killedAt).toBeLessThan(all);
    expect([await db.drift(), await db.ready()]).toEqual([[], true]);
  });
});
