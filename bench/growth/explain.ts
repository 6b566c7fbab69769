import Sqlite from 'better-sqlite3';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import { type Sql, tablesOf } from '../../test/query-plans.ts';

export interface Explained {
  /** Rows that the database read for it; null where it does not tell. */
  read: number | null;
  given: number;
  ms: number;
  remarks: string[];
}
export interface Explainer {
  explain(sql: Sql): Promise<Explained>;
  close(): Promise<void>;
}

const MANY = 1000;
/** As the drivers send moments and truths. */
const sent = (parameters: readonly unknown[]): unknown[] =>
  parameters.map((value) => {
    if (typeof value === 'boolean') return Number(value);
    return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? value.replace('T', ' ').replace('Z', '') : value;
  });
const timed = async <T>(work: () => T | Promise<T>): Promise<[T, number]> => {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
};
const isChange = (text: string): boolean => /^\s*(UPDATE|DELETE)/i.test(text);

const onSqlite = (file: string): Explainer => {
  const db = new Sqlite(file, { readonly: true });
  const sizes = new Map<string, number>();
  const sizeOf = (table: string): number => {
    const known = sizes.get(table) ?? (db.prepare(`SELECT COUNT(*) AS n FROM "${table}"`).get() as { n: number }).n;
    sizes.set(table, known);
    return known;
  };
  return {
    explain: async ([text, parameters]) => {
      const values = sent(parameters);
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[];
      const tables = tablesOf(text);
      const [rows, ms] = isChange(text) ? [[], 0] : await timed(() => db.prepare(text).all(...values));
      const isPage = /\bLIMIT\b/i.test(text) && !plan.some(({ detail }) => detail.startsWith('USE TEMP B-TREE'));
      const remarks = plan.flatMap(({ detail }) => {
        const [, name, by] = /^SCAN (\w+)(.*)$/.exec(detail) ?? [];
        const table = tables.get(name ?? '');
        if (!table || (isPage && by?.includes('INDEX')) || sizeOf(table) <= MANY) return [];
        return [`all ${sizeOf(table).toLocaleString('en-GB')} of ${table}${by?.includes('INDEX') ? ' by an index' : ''}`];
      });
      return { read: null, given: rows.length, ms, remarks };
    },
    close: async () => void db.close(),
  };
};

const onMariadb = async (url: string): Promise<Explainer> => {
  const connection = await mysql.createConnection({ uri: url.replace(/^mariadb/, 'mysql'), timezone: 'Z', dateStrings: ['DATE'] });
  const rowsOf = async (text: string, values: unknown[] = []): Promise<RowDataPacket[]> => (await connection.query<RowDataPacket[]>(text, values))[0];
  const status = async (name: string): Promise<number> =>
    (await rowsOf(`SHOW SESSION STATUS LIKE '${name}'`)).reduce((sum, { Value: value }) => sum + Number(value), 0);
  return {
    explain: async ([text, parameters]) => {
      if (isChange(text)) return { read: 0, given: 0, ms: 0, remarks: [] };
      const values = sent(parameters);
      // Locks are no part of what is read.
      const question = text.replace(/\s+(FOR UPDATE|LOCK IN SHARE MODE|FOR SHARE)\s*$/i, '');
      await connection.query('FLUSH STATUS');
      const [rows, ms] = await timed(() => rowsOf(question, values));
      const [read, sorted] = [await status('Handler_read%'), await status('Sort_rows')];
      const plan = await rowsOf(`EXPLAIN ${question}`, values);
      const tables = tablesOf(text);
      const whole = plan
        .filter(({ type, rows: many }) => (type === 'ALL' || type === 'index') && Number(many) > MANY)
        .flatMap(({ table, rows: many, key }) => {
          const name = tables.get(String(table));
          return name ? [`all ${Number(many).toLocaleString('en-GB')} of ${name}${key ? ` by ${key}` : ''}`] : [];
        });
      const remarks = [
        ...whole,
        ...(read > MANY && read > 100 * rows.length ? [`reads ${read.toLocaleString('en-GB')} to give ${rows.length}`] : []),
        ...(sorted > MANY ? [`sorts ${sorted.toLocaleString('en-GB')}`] : []),
      ];
      return { read, given: rows.length, ms, remarks };
    },
    close: () => connection.end(),
  };
};

/** Explains statements on the database at `url`, each by asking it again. */
export const explainer = async (url: string): Promise<Explainer> => (url.startsWith('file:') ? onSqlite(url.slice('file:'.length)) : onMariadb(url));
