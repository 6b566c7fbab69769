import { randomUUID } from 'node:crypto';
import { type Database, type DatabaseOptions, kernelEntities, openDatabase } from '../persistence/database.ts';
import { grantsOf } from '../persistence/grants.ts';
import type { ReadTx } from '../persistence/transactions.ts';

// The same tests on databases of another kind: `npm run test:rights` and `npm run test:wider`.

const variant = process.env['TEST_DATABASES'];

export const tablesOf = async ({ em, dialect }: ReadTx): Promise<string[]> => {
  const rows = await em.query<Record<string, unknown>[]>(
    dialect === 'sqlite' ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'` : 'SHOW TABLES',
  );
  return rows.map((row) => String(Object.values(row)[0])).sort();
};

/** As the expanding step of a next version leaves the tables that this version works on. */
const widen = async (db: Database): Promise<void> => {
  for (const table of await tablesOf(db.read)) {
    if (table === 'migrations') continue;
    await db.write(({ em }) => em.query(`ALTER TABLE ${table} ADD COLUMN nextNote varchar(20) NULL`));
    await db.write(({ em }) => em.query(`ALTER TABLE ${table} ADD COLUMN nextCount int NOT NULL DEFAULT 0`));
  }
  await db.write(({ em }) => em.query('CREATE TABLE next_table (id varchar(41) PRIMARY KEY)'));
  await db.write(({ em }) => em.query("INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Next9999999999999')"));
};

/** With the account of the service, which may do what it needs and no more. */
export const withRights = async (db: Database, options: Pick<DatabaseOptions, 'url' | 'entities' | 'migrations'>): Promise<Database> => {
  const url = new URL(options.url);
  const user = `u_${randomUUID().replaceAll('-', '')}`;
  const admin = (sql: string) => db.write(({ em }) => em.query(sql));
  await admin(`CREATE USER '${user}'@'%'`);
  for (const grant of grantsOf([...kernelEntities, ...options.entities], 'program', url.pathname.slice(1), `'${user}'@'%'`)) await admin(grant);
  url.username = user;
  const limited = await openDatabase({ ...options, url: url.href });
  return {
    ...limited,
    close: async () => {
      await limited.close();
      await admin(`DROP USER '${user}'@'%'`);
      await db.close();
    },
  };
};

/** The database as the test gets it; `db` may change tables. */
export const asAsked = async (db: Database, options: DatabaseOptions): Promise<Database> => {
  if (variant === 'wider') await widen(db);
  return variant === 'rights' && db.dialect === 'mariadb' ? withRights(db, options) : db;
};
