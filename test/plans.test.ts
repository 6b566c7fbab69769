import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Operation, operationsOf } from './operations.ts';
import { finds, readWhole, type Sql, takeRecorded } from './query-plans.ts';
import { type Stack, startStack, subgraphNames } from './stack.ts';

// Every question of docs/questions and every query of the screens: its statements go by an index, and there are as many of them however many rows there are. SQLite
// plans the same for few rows as for many; what MariaDB does with many is measured by `npm run bench:explain`.

/** Tables that hold a few rows, however many people and employers there are. */
const SMALL = new Set(['law_parameter', 'nuo_parameter', 'retention_term', 'srg_delivery']);

/** What reads a table whole, and why it may. */
const WHOLE: Readonly<Record<string, string>> = {
  'CaseloadWierden client': 'how many clients there are is counted, in an index',
  'KlantregisseursWierden responsibility': 'who has clients is told by their clients, in an index (decision 78)',
  'ClientSubjectAccessWierden audit_event': 'asked for one person at a time (AVG art. 15), of an audit that is written to and hardly read',
  'ContactPersonSubjectAccess audit_event': 'the same',
  'ParticipantSubjectAccess audit_event': 'the same',
};

/** The most that each sent to a subgraph, in the demo of a region (docs/query-plans.md); `npm run bench:explain` writes it. */
const most = JSON.parse(readFileSync(resolve(import.meta.dirname, 'statements.json'), 'utf8')) as Record<string, Record<string, number>>;
/** A list that is empty on one day asks less, and one that has a row of each kind a little more; a statement for each row would be more than this. */
const SLACK = 8;

let stack: Stack;
let operations: Operation[];
const folder = mkdtempSync(join(tmpdir(), 'werkplein-sql-'));
const databases = new Map<string, Sqlite.Database>();
beforeAll(async () => {
  stack = await startStack('sqlite', 0.05, { recordSql: folder });
  operations = await operationsOf(stack);
  for (const name of subgraphNames) databases.set(name, new Sqlite(stack.databases[name]?.slice('file:'.length) ?? '', { readonly: true }));
}, 400_000);
afterAll(async () => {
  for (const database of databases.values()) database.close();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const short = (text: string): string => text.replace(/^SELECT.*? FROM/s, 'SELECT … FROM');

it('goes by an index and in few statements, whoever asks what', { timeout: 400_000 }, async () => {
  const problems: string[] = [];
  const used = new Set<string>();
  for (const { name, user, purpose, query, variables } of operations) {
    takeRecorded(folder, subgraphNames);
    const { errors, statements: sent } = await stack.ask(user, query, variables, purpose ? { 'x-purpose': purpose } : {});
    // Fields that are not for this user are no part of what is measured.
    const refused = errors?.filter(({ extensions }) => extensions['code'] !== 'FORBIDDEN') ?? [];
    if (refused.length > 0) problems.push(`${name}: ${JSON.stringify(refused)}`);
    for (const [subgraph, n] of Object.entries(sent))
      if (n > (most[name]?.[subgraph] ?? 0) + SLACK) problems.push(`${name}: ${n} statements to ${subgraph}, and ${most[name]?.[subgraph] ?? 0} before`);
    const recorded = takeRecorded(folder, subgraphNames);
    for (const [subgraph, statements] of recorded) {
      for (const sql of new Map(statements.filter(finds).map((each): [string, Sql] => [each[0], each])).values())
        for (const { table, detail } of readWhole(databases.get(subgraph) as Sqlite.Database, sql)) {
          const known = `${name} ${table}`;
          used.add(known);
          if (!SMALL.has(table) && !(known in WHOLE)) problems.push(`${name}, ${subgraph}: ${detail}: ${short(sql[0])}`);
        }
    }
  }
  expect(problems).toEqual([]);
  expect(Object.keys(WHOLE).filter((known) => !used.has(known))).toEqual([]);
});
