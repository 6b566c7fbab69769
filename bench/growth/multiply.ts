import Sqlite from 'better-sqlite3';
import mysql, { type RowDataPacket } from 'mysql2/promise';

interface Table {
  name: string;
  columns: { name: string; mayBeNull: boolean }[];
  /** Columns that are different together in each row. */
  keys: string[][];
  references: { column: string; table: string }[];
}
interface Open {
  tables(): Promise<Table[]>;
  any(sql: string): Promise<boolean>;
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

const onSqlite = (file: string): Open => {
  const db = new Sqlite(file);
  for (const setting of ['foreign_keys = OFF', 'journal_mode = OFF', 'synchronous = OFF']) db.pragma(setting);
  const all = <T>(sql: string): T[] => db.prepare(sql).all() as T[];
  // Made again at the end: in order, which is several times quicker than row by row.
  const indices = all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
  return {
    tables: async () => {
      const found = all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) => ({
        name,
        columns: all<{ name: string; notnull: number }>(`PRAGMA table_info(${name})`).map((each) => ({ name: each.name, mayBeNull: each.notnull === 0 })),
        keys: all<{ name: string; unique: number }>(`PRAGMA index_list(${name})`)
          .filter(({ unique }) => unique === 1)
          .map((key) => all<{ name: string }>(`PRAGMA index_info(${key.name})`).map((column) => column.name)),
        references: all<{ from: string; table: string }>(`PRAGMA foreign_key_list(${name})`).map(({ from, table }) => ({ column: from, table })),
      }));
      for (const { name } of indices) db.exec(`DROP INDEX ${name}`);
      return found;
    },
    any: async (sql) => all(sql).length > 0,
    run: async (sql) => void db.exec(sql),
    close: async () => {
      for (const { sql } of indices) db.exec(sql);
      db.close();
    },
  };
};

const onMariadb = async (url: string): Promise<Open> => {
  const connection = await mysql.createConnection({ uri: url.replace(/^mariadb/, 'mysql') });
  const rows = async (sql: string): Promise<RowDataPacket[]> => (await connection.query<RowDataPacket[]>(sql))[0];
  await connection.query('SET foreign_key_checks = 0, unique_checks = 0');
  const of = (what: RowDataPacket[], table: string): RowDataPacket[] => what.filter((row) => row['t'] === table);
  return {
    tables: async () => {
      const here = 'table_schema = DATABASE()';
      const columns = await rows(
        `SELECT table_name AS t, column_name AS c, is_nullable AS n FROM information_schema.columns WHERE ${here} ORDER BY 1, ordinal_position`,
      );
      const keys = await rows(
        `SELECT table_name AS t, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS c FROM information_schema.statistics WHERE ${here} AND non_unique = 0 GROUP BY table_name, index_name`,
      );
      const references = await rows(
        `SELECT table_name AS t, column_name AS c, referenced_table_name AS r FROM information_schema.key_column_usage WHERE ${here} AND referenced_table_name IS NOT NULL`,
      );
      return [...new Set(columns.map((row) => String(row['t'])))].map((name) => ({
        name,
        columns: of(columns, name).map((row) => ({ name: String(row['c']), mayBeNull: row['n'] === 'YES' })),
        keys: of(keys, name).map((row) => String(row['c']).split(',')),
        references: of(references, name).map((row) => ({ column: String(row['c']), table: String(row['r']) })),
      }));
    },
    any: async (sql) => (await rows(sql)).length > 0,
    run: async (sql) => void (await connection.query(sql)),
    close: () => connection.end(),
  };
};

/** What there is one of however many employers there are, and facts, which have a bench of their own (bench/figures.ts). */
const ONCE = new Set(['team', 'team_member', 'performance_agreement', 'agreement_version', 'manual_value', 'fact']);
/** An id that the demo made: the organisation, and a UUID that begins with its time. */
const ID = "LIKE '%:01______-____-7%'";

/** One statement that adds a copy of a table's rows; null where no row has an id of its own. */
const copying = async (db: Open, { name: table, columns, keys, references }: Table): Promise<((copy: string) => string) | null> => {
  const toOnce = new Set(references.filter((each) => ONCE.has(each.table)).map(({ column }) => column));
  const ids = new Set<string>();
  for (const { name } of columns) if (!toOnce.has(name) && (await db.any(`SELECT 1 FROM ${table} WHERE \`${name}\` ${ID} LIMIT 1`))) ids.add(name);
  if (ids.size === 0) return null;
  const mustDiffer = new Set(keys.filter((key) => !key.some((column) => ids.has(column))).map((key) => key.at(-1)));
  // The rows of the demo, and no copy: some column has an id in each of them.
  const original = [...ids].map((column) => `\`${column}\` ${ID}`).join(' OR ');
  const copied = (copy: string): string[] =>
    columns.map(({ name, mayBeNull }) => {
      if (ids.has(name)) return `CASE WHEN \`${name}\` ${ID} THEN REPLACE(\`${name}\`, ':01', ':${copy}') ELSE \`${name}\` END`;
      if (!mustDiffer.has(name)) return `\`${name}\``;
      return mayBeNull ? 'NULL' : `CONCAT(\`${name}\`, '-${copy}')`;
    });
  const names = columns.map(({ name }) => `\`${name}\``).join(', ');
  return (copy) => `INSERT INTO ${table} (${names}) SELECT ${copied(copy).join(', ')} FROM ${table} WHERE ${original}`;
};

/**
 * Makes of the rows of the NUO's demo `times` as many, at most 200: each copy has ids of its own, by which its rows refer to each other as those of the demo
 * do. What must be unique and is no id is left out of a copy, or ends otherwise. People of a copy are known to no Werkplein.
 */
export const multiply = async (url: string, times: number): Promise<void> => {
  const db = url.startsWith('file:') ? onSqlite(url.slice('file:'.length)) : await onMariadb(url);
  for (const table of await db.tables()) {
    const copyOf = ONCE.has(table.name) ? null : await copying(db, table);
    for (let copy = 2; copyOf && copy <= times; copy += 1) await db.run(copyOf(copy.toString(16).padStart(2, '0')));
  }
  await db.close();
};
