import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** A statement as it was sent. */
export type Sql = readonly [text: string, parameters: readonly unknown[]];

/** What the subgraphs have sent since the last time this was asked, by their names. */
export const takeRecorded = (folder: string, names: readonly string[]): Map<string, Sql[]> =>
  new Map(
    names.map((name) => {
      const file = join(folder, `${name}.jsonl`);
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
      writeFileSync(file, '');
      return [name, lines.map((line) => JSON.parse(line) as Sql)];
    }),
  );

/** Whether it reads or changes rows that it must find. */
export const finds = ([text]: Sql): boolean => /^\s*(SELECT|WITH|UPDATE|DELETE)\b/i.test(text) && /\bFROM\b|\bUPDATE\b/i.test(text);

/** A table by each name that it has in a statement. */
export const tablesOf = (text: string): Map<string, string> => {
  const tables = new Map<string, string>();
  const named = /(?:\bFROM|\bJOIN|\bUPDATE)\s+["`]?([a-z_]\w*)["`]?(?:\s+(?:AS\s+)?["`]?(\w+)["`]?)?/gi;
  for (const [, table, alias] of text.matchAll(named)) {
    if (alias) tables.set(alias, table as string);
    tables.set(table as string, tables.get(table as string) ?? (table as string));
  }
  return tables;
};

/** Whether it is about employers or persons that the statement names. */
const OF_ONE = /"(employerId|participantId|clientId)" (= \?|IN \(\?)/;

/**
 * Tables that SQLite reads whole for a statement, by its own plan. One that is read in the order of an index, of which it needs a page, is not among them;
 * one of which it looks for every row that has nothing in a column is, for those are nearly all, and so is one of which it looks for every row in a state
 * when it was asked about somebody.
 */
export const readWhole = (db: Database, [text, parameters]: Sql): { table: string; detail: string }[] => {
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...(parameters as unknown[])) as { detail: string }[];
  const tables = tablesOf(text);
  const isPage = /\bLIMIT\b/i.test(text) && !plan.some(({ detail }) => detail.startsWith('USE TEMP B-TREE'));
  return plan.flatMap(({ detail }) => {
    const [, name, by] = /^SCAN (\w+)(.*)$/.exec(detail) ?? [];
    const [, sought, column] = /^SEARCH (\w+) USING (?:COVERING )?INDEX \w+ \((\w+)=\?\)$/.exec(detail) ?? [];
    const lacks = sought !== undefined && !isPage && text.includes(`"${sought}"."${column}" IS NULL`);
    if (lacks) return [{ table: tables.get(sought) ?? sought, detail }];
    const [, stated] = /^SEARCH (\w+) USING (?:COVERING )?INDEX \w+ \(status=\?/.exec(detail) ?? [];
    if (stated !== undefined && !isPage && OF_ONE.test(text)) return [{ table: tables.get(stated) ?? stated, detail }];
    const table = tables.get(name ?? '');
    return table === undefined || (isPage && by?.includes('INDEX')) ? [] : [{ table, detail }];
  });
};
