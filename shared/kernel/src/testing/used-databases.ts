import { type Database, type DatabaseOptions, openDatabase } from '../persistence/database.ts';
import type { Dialect, ReadTx } from '../persistence/transactions.ts';
import { asAsked, tablesOf } from './variants.ts';

// Making the tables takes longer than most tests: a database that a test has left is emptied for the next one of this process.

type Options = Omit<DatabaseOptions, 'url'>;
type Row = Record<string, unknown>;

export interface Opened {
  db: Database;
  /** The same, as a test gets it. */
  given: Database;
  drop(): Promise<void>;
}

interface Kept extends Opened {
  /** What the migrations put there, by table. */
  seeds: ReadonlyMap<string, Row[]>;
}

const idle = new Map<string, Kept[]>();

const numbers = new WeakMap<object, number>();
let counted = 0;
const numberOf = (part: object): number => {
  const known = numbers.get(part) ?? (counted += 1);
  numbers.set(part, known);
  return known;
};
/** The same for the same classes only: two tests may give a migration one name. */
const keyOf = (dialect: Dialect, { entities, migrations, poolSize }: Options): string =>
  JSON.stringify([dialect, poolSize, entities.map(numberOf), migrations.map(numberOf)]);

const rowsOf = ({ em }: ReadTx, table: string): Promise<Row[]> => em.query<Row[]>(`SELECT * FROM ${table}`);

/** Tables that hold rows, in one statement. */
const filled = async ({ em }: ReadTx, tables: readonly string[]): Promise<string[]> => {
  const [found = {}] = await em.query<Row[]>(`SELECT ${tables.map((table) => `EXISTS(SELECT 1 FROM ${table}) AS ${table}`).join(', ')}`);
  return tables.filter((table) => Number(found[table]) === 1);
};

const seedsOf = async (tx: ReadTx): Promise<Map<string, Row[]>> => {
  const tables = await tablesOf(tx);
  const full = new Set(await filled(tx, tables));
  const seeds = new Map<string, Row[]>();
  for (const table of tables) seeds.set(table, full.has(table) ? await rowsOf(tx, table) : []);
  return seeds;
};

/** As it was after its migrations; false when a test changed the tables themselves. */
const emptied = async ({ db, seeds }: Kept): Promise<boolean> => {
  if (JSON.stringify(await tablesOf(db.read)) !== JSON.stringify([...seeds.keys()])) return false;
  await db.write(async (tx) => {
    await tx.em.query(tx.dialect === 'sqlite' ? 'PRAGMA defer_foreign_keys = ON' : 'SET foreign_key_checks = 0');
    for (const table of await filled(tx, [...seeds.keys()])) {
      const before = seeds.get(table) ?? [];
      if (before.length > 0 && JSON.stringify(await rowsOf(tx, table)) === JSON.stringify(before)) continue;
      await tx.em.query(`DELETE FROM ${table}`);
    }
    const full = new Set(await filled(tx, [...seeds.keys()]));
    for (const [table, rows] of seeds) {
      if (full.has(table)) continue;
      for (const row of rows) {
        const columns = Object.keys(row);
        await tx.em.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, Object.values(row));
      }
    }
    if (tx.dialect === 'mariadb') await tx.em.query('SET foreign_key_checks = 1');
  });
  return true;
};

const away = async ({ given, drop }: Opened): Promise<void> => {
  await given.close();
  await drop();
};

const giveBack = async (key: string, kept: Kept): Promise<void> => {
  kept.given.commits.removeAllListeners();
  if (await emptied(kept).catch(() => false)) idle.set(key, [...(idle.get(key) ?? []), kept]);
  else await away(kept);
};

/** A migrated database without rows but those of its migrations; `close` gives it to the next test. */
export const usedDatabase = async (dialect: Dialect, options: Options, empty: () => Promise<{ url: string; drop(): Promise<void> }>): Promise<Database> => {
  const key = keyOf(dialect, options);
  let kept = idle.get(key)?.pop();
  if (!kept) {
    const { url, drop } = await empty();
    const db = await openDatabase({ ...options, url });
    await db.migrate();
    const given = await asAsked(db, { ...options, url });
    kept = { db, given, drop, seeds: await seedsOf(db.read) };
  }
  const mine = kept;
  let given = false;
  return {
    ...mine.given,
    close: async () => {
      if (given) return;
      given = true;
      await giveBack(key, mine);
    },
  };
};
