// `npm run bench:explain`: every question of docs/questions and every query of the screens through the graph, on each database and scale of one run: how many
// statements it sends, how long it takes, what its statements read beside what they give, and which read a table whole or sort much.
// SCALES=1,10 says which demo data are loaded (1 unless given), DIALECT=sqlite that the other database is left out; DATABASES=<file.json> adds databases that are loaded already, as in bench/figures.ts. ONLY=<regular expression>
// picks operations. WRITE=1 writes docs/query-plans.md. COPIES=10,100 takes the demo data at scale 1 with the rows of the NUO so many times, and DRAW=1 draws
// the pages of SQLite against their rows.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Dialect } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { expect, it } from 'vitest';
import { operationsOf } from '../test/operations.ts';
import { finds, type Sql, takeRecorded } from '../test/query-plans.ts';
import { type Stack, startStack, subgraphNames } from '../test/stack.ts';
import { chart } from './growth/chart.ts';
import { type Explained, explainer } from './growth/explain.ts';
import { multiply } from './growth/multiply.ts';

interface Given {
  dialect: Dialect;
  scale: number;
  urls?: Record<string, string>;
  keys?: string;
  /** Of the rows of the NUO, beside Werkpleinen at `scale`. */
  copies?: number;
}
interface Measured {
  name: string;
  statements: Record<string, number>;
  /** Of the answer, the middle of the tries, on the clock; and of the NUO and all Werkpleinen together in processor time. */
  ms: number;
  cpu: number;
  /** Of its statements: rows read, where the database tells, rows given, and what they took one after another. */
  read: number | null;
  given: number;
  sqlMs: number;
  remarks: string[];
  failed: string | null;
}
interface Run {
  title: string;
  dialect: Dialect;
  /** As many employers as of the demo data at this scale. */
  size: number;
  measured: Measured[];
}

const TRIES = Number(process.env['TRIES'] ?? 5);
const ONLY = new RegExp(process.env['ONLY'] ?? '');
const numbers = (text = ''): number[] => text.split(',').filter(Boolean).map(Number);
const scales = numbers(process.env['SCALES'] ?? '1');
const chosen = dialects.filter((dialect) => (process.env['DIALECT'] ?? dialect) === dialect);
const given: Given[] = [
  ...scales.flatMap((scale) => chosen.map((dialect) => ({ dialect, scale }))),
  ...numbers(process.env['COPIES']).flatMap((copies) => chosen.map((dialect) => ({ dialect, scale: 1, copies }))),
  ...(process.env['DATABASES'] ? (JSON.parse(readFileSync(process.env['DATABASES'], 'utf8')) as Given[]) : []),
];

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] as number;
const busy = (stack: Stack): number => subgraphNames.reduce((sum, name) => sum + stack.processorTime(name), 0);

const measure = async ({ dialect, scale, urls, keys, copies = 1 }: Given): Promise<Run> => {
  const begun = performance.now();
  const title = `${dialect === 'sqlite' ? 'SQLite' : 'MariaDB'} ${scale}×${copies > 1 ? `, the NUO ${copies}×` : ''}`;
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-sql-'));
  const change = async ({ nuo }: Readonly<Record<string, string>>): Promise<void> => {
    if (copies > 1) await multiply(nuo as string, copies);
  };
  const stack = await startStack(dialect, scale, { recordSql: folder, change, ...(urls && keys && { given: { urls, keys } }) });
  const explain = new Map(await Promise.all(subgraphNames.map(async (name) => [name, await explainer(stack.databases[name] as string)] as const)));
  const measured: Measured[] = [];
  try {
    const operations = await operationsOf(stack);
    process.stdout.write(`${title} stands after ${Math.round((performance.now() - begun) / 1000)} s\n`);
    for (const { name, user, purpose, query, variables } of operations.filter((each) => ONLY.test(each.name))) {
      const ask = () => stack.ask(user, query, variables, purpose ? { 'x-purpose': purpose } : {});
      await ask();
      takeRecorded(folder, subgraphNames);
      const { errors, statements } = await ask();
      const recorded = takeRecorded(folder, subgraphNames);
      const [times, cpu] = [[] as number[], busy(stack)];
      for (let n = 0; n < TRIES; n += 1) {
        const start = performance.now();
        await ask();
        times.push(performance.now() - start);
      }
      const spent = (busy(stack) - cpu) / TRIES;
      const explained: Explained[] = [];
      for (const [subgraph, list] of recorded)
        for (const sql of new Map(list.filter(finds).map((each): [string, Sql] => [each[0], each])).values())
          explained.push(await (explain.get(subgraph) as Awaited<ReturnType<typeof explainer>>).explain(sql));
      const sum = (of: (each: Explained) => number): number => explained.reduce((total, each) => total + of(each), 0);
      const refused = errors?.filter(({ extensions }) => extensions['code'] !== 'FORBIDDEN') ?? [];
      measured.push({
        name,
        statements,
        ms: middle(times),
        cpu: spent,
        read: explained.some(({ read }) => read === null) ? null : sum(({ read }) => read ?? 0),
        given: sum(({ given: rows }) => rows),
        sqlMs: sum(({ ms }) => ms),
        remarks: [...new Set(explained.flatMap(({ remarks }) => remarks))],
        failed: refused.length > 0 ? (refused[0]?.message ?? '') : null,
      });
    }
  } finally {
    for (const { close } of explain.values()) await close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${title}: ${measured.length} operations, ${Math.round((performance.now() - begun) / 1000)} s\n`);
  return { title, dialect, size: scale * copies, measured };
};

const cost = (statements: Record<string, number>): string =>
  Object.entries(statements)
    .map(([source, n]) => `${source} ${n}`)
    .join(', ');
const ms = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB'));

const page = (runs: readonly Run[]): string => {
  const names = [...new Set(runs.flatMap(({ measured }) => measured.map(({ name }) => name)))];
  const of = (run: Run, name: string): Measured | undefined => run.measured.find((each) => each.name === name);
  const counted = (name: string): string => {
    const each = runs.map((run) => cost(of(run, name)?.statements ?? {}));
    return new Set(each).size === 1 ? (each[0] as string) : each.join('; ');
  };
  const times = (run: Run, name: string): string => {
    const found = of(run, name);
    if (!found) return '–';
    return `${ms(found.ms)} (${Math.round(found.cpu)})${found.failed ? ', not whole' : ''}`;
  };
  const read = (run: Run, name: string): string => {
    const found = of(run, name);
    return found ? `${found.read === null ? '' : `${found.read.toLocaleString('en-GB')} → `}${found.given.toLocaleString('en-GB')}` : '–';
  };
  const remarks = runs.flatMap((run) =>
    run.measured.filter((each) => each.remarks.length > 0).map((each) => `| ${each.name} | ${run.title} | ${each.remarks.join('; ')} | ${ms(each.sqlMs)} |`),
  );
  return [
    '# What is asked of the databases',
    '',
    `Written by \`npm run bench:explain\`; ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores at load ${(loadavg()[0] as number).toFixed(0)}. Every question of [questions](questions) and every query of the screens (those of one Werkplein for Wierden), asked through the gateway of the demo data at some scales (1× is one region: 3,500 employers, 20,000 contacts, 2,600 clients in Almelo). Time is on the clock, the middle of ${TRIES} tries, and in brackets processor time of all subgraphs. That statements go by an index is held by \`test/plans.test.ts\`.`,
    '',
    `| operation | SQL statements${runs.length > 1 ? ` (${runs.map(({ title }) => title).join('; ')} where they differ)` : ''} | ${runs.map(({ title }) => `${title}, ms`).join(' | ')} | ${runs.map(({ title }) => `${title}, rows read → given`).join(' | ')} |`,
    `|---|---|${runs.map(() => '---:|---:|').join('')}`,
    ...names.map(
      (name) => `| ${name} | ${counted(name)} | ${runs.map((run) => times(run, name)).join(' | ')} | ${runs.map((run) => read(run, name)).join(' | ')} |`,
    ),
    '',
    '## What reads much or sorts much',
    '',
    'A table or an index of more than a thousand rows that is read whole, more than a thousand rows that are read and a hundred times as many as are given, or a sort of more than a thousand.',
    '',
    '| operation | database | what | its SQL, ms |',
    '|---|---|---|---:|',
    ...remarks,
    '',
  ].join('\n');
};

const counts = resolve(import.meta.dirname, '../test/statements.json');
/** The most of SQLite so far, which sends a transaction in fewer statements: what test/plans.test.ts holds every operation to. */
const most = (runs: readonly Run[]): Record<string, Record<string, number>> => {
  const found = JSON.parse(readFileSync(counts, 'utf8')) as Record<string, Record<string, number>>;
  for (const { measured } of runs.filter(({ dialect }) => dialect === 'sqlite'))
    for (const { name, statements } of measured)
      for (const [subgraph, n] of Object.entries(statements)) found[name] = { ...found[name], [subgraph]: Math.max(n, found[name]?.[subgraph] ?? 0) };
  return found;
};

/** Of the demo data at scale 1. */
const EMPLOYERS = 3505;
/** Pages and pieces that must not notice how much there is. */
const PAGED = ['Employers', 'EmployerPage', 'EmployerTimeline', 'EmployerView', 'Orders', 'Participants', 'Placements', 'CaseloadWierden'];

it('asks all of each', { timeout: 7_200_000 }, async () => {
  const runs: Run[] = [];
  for (const each of given) runs.push(await measure(each));
  const text = page(runs);
  process.stdout.write(`${text}\n`);
  const docs = resolve(import.meta.dirname, '../docs');
  if (process.env['WRITE']) {
    writeFileSync(join(docs, 'query-plans.md'), text);
    writeFileSync(counts, `${JSON.stringify(most(runs), null, 2)}\n`);
  }
  if (process.env['DRAW']) {
    const drawn = runs.filter(({ dialect }) => dialect === 'sqlite').toSorted((one, other) => one.size - other.size);
    const lines = (of: (one: Measured) => number) =>
      PAGED.map((name) => ({
        name,
        points: drawn.flatMap(({ size, measured }) => measured.filter((one) => one.name === name).map((one): [number, number] => [size * EMPLOYERS, of(one)])),
      }));
    const employers = 'employers, with 5.7 contacts for each';
    writeFileSync(
      join(docs, 'growth-rows.svg'),
      chart(
        `p50 in ms against ${employers}`,
        lines(({ ms: p50 }) => p50),
      ),
    );
    writeFileSync(
      join(docs, 'growth-rows-cpu.svg'),
      chart(
        `processor time of all subgraphs in ms against ${employers}`,
        lines(({ cpu }) => cpu),
      ),
    );
  }
  expect(runs.every(({ measured }) => measured.length > 0)).toBe(true);
});
