// `npm run bench:capacity`: what one request of each kind takes of each program, on MariaDB with the demo of one region. Writes bench/capacity/costs.json.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { NUO } from '@werkplein/kernel';
import type { Answer } from '@werkplein/kernel/testing';
import mysql from 'mysql2/promise';
import { expect, it } from 'vitest';
import { counts, type Stack, startStack, subgraphNames } from '../test/stack.ts';
import type { Costs, Kind } from './capacity/costs.ts';

const root = resolve(import.meta.dirname, '..');
const registry = Object.values(
  JSON.parse(readFileSync(join(root, 'schema/trusted-documents.json'), 'utf8')) as Record<string, { name: string; document: string }>,
);
const textOf = (name: string): string => registry.find((each) => each.name === name)?.document ?? expect.fail(`there is no document ${name}`);

/** Of the processes whose command line holds this, in ms. */
const processorTimeOf = (words: string): number => {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words)) continue;
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // ended meanwhile
    }
  }
  return ticks * 10;
};

interface Asked {
  user: string;
  query: string;
  variables(): Record<string, unknown>;
}

const logTables = ['processing_log', 'access_event', 'audit_event', 'outbox_event'];
const TRIES = Number(process.env['TRIES'] ?? 60);
const AT_ONCE = 2;
const IDLE_MS = 15_000;

it('costs', async () => {
  // A busy machine is measured as well: what is counted is processor time.
  process.env['SUBGRAPH_TIMEOUT_MS'] = '30000';
  const stack = await startStack('mariadb', Number(process.env['SCALE'] ?? 0.25));
  try {
    const port = new URL(stack.env['NUO_DATABASE_URL'] ?? '').port;
    const spent = (): Record<string, number> => ({
      gateway: stack.processorTime('gateway'),
      nuo: stack.processorTime(NUO),
      werkplein: subgraphNames.filter((name) => name !== NUO).reduce((sum, name) => sum + stack.processorTime(name), 0),
      database: processorTimeOf(`--port=${port}`),
      callers: (process.cpuUsage().user + process.cpuUsage().system) / 1000,
    });
    // A token lasts; asking one for each request would be the work of the identity provider.
    const tokens = new Map<string, Promise<string>>();
    const ask = async (user: string, query: string, variables: Record<string, unknown> = {}) => {
      const token = tokens.get(user) ?? stack.token(user);
      tokens.set(user, token);
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await token}` };
      for (let tries = 1; ; tries += 1) {
        const response = await fetch(`${stack.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
        const answer = (await response.json()) as Answer;
        if (!answer.errors) return { ...answer, statements: counts(response.headers.get('x-sql-statements')) };
        // A machine that is taken by others makes the programs give up now and then.
        if (tries === 5) expect(answer.errors).toBeUndefined();
      }
    };
    const databases = await Promise.all(
      subgraphNames.map((name) => mysql.createConnection((stack.env[`${name.toUpperCase()}_DATABASE_URL`] ?? '').replace(/^mariadb/, 'mysql'))),
    );
    /** Rows of all organisations together. */
    const rowsOf = async (table: string): Promise<number> => {
      const found = await Promise.all(
        databases.map(async (each) => ((await each.query(`SELECT COUNT(*) AS n FROM ${table}`).catch(() => [[{ n: 0 }]]))[0] as { n: number }[])[0]?.n ?? 0),
      );
      return found.reduce((sum, n) => sum + n, 0);
    };
    const logRows = async (): Promise<number[]> => Promise.all(logTables.map(rowsOf));
    const [manager, regie, coach] = ['nuo.accountmanager', 'almelo.klantregisseur', 'nuo.trajectbegeleider'];
    const list = async (user: string, query: string, read: (data: Record<string, never>) => { id: string }[]): Promise<() => string> => {
      const ids = read((await ask(user, query)).data as never).map(({ id }) => id);
      let at = 0;
      return () => ids[(at += 1) % ids.length] as string;
    };
    const employer = await list(
      manager,
      '{ employers(first: 200) { nodes { id } } }',
      (data: { employers?: { nodes: { id: string }[] } }) => data.employers?.nodes ?? [],
    );
    const client = await list(
      regie,
      '{ almelo { caseload(first: 60) { nodes { id } } } }',
      (data: { almelo?: { caseload: { nodes: { id: string }[] } } }) => data.almelo?.caseload.nodes ?? [],
    );
    const none = (): Record<string, unknown> => ({});
    const asked: Record<string, Asked> = {
      'own tasks': { user: manager, query: textOf('MyTasks'), variables: none },
      employers: { user: manager, query: textOf('Employers'), variables: () => ({ first: 25 }) },
      'one employer': { user: manager, query: textOf('EmployerPage'), variables: () => ({ id: employer() }) },
      'employers and their people': {
        user: coach,
        query:
          '{ employers(first: 25) { nodes { name contactMoments(last: 2) { nodes { occurredAt organisation { name } } } placements(first: 4) { nodes { kind client { id displayName } } } } } }',
        variables: none,
      },
      caseload: { user: regie, query: textOf('CaseloadAlmelo'), variables: none },
      'one client': { user: regie, query: textOf('ClientHeadAlmelo'), variables: () => ({ client: client(), id: client() }) },
      'line of services': {
        user: regie,
        query: readFileSync(join(root, 'docs/questions/q02-line-of-services.graphql'), 'utf8'),
        variables: () => ({ client: client() }),
      },
      'a command': {
        user: manager,
        query: 'mutation Record($input: RecordContactMomentInput!) { nuo { recordContactMoment(input: $input) { __typename } } }',
        variables: () => ({
          input: {
            requestId: randomUUID(),
            employerId: employer(),
            occurredAt: '2026-01-05T09:00:00Z',
            channel: 'PHONE',
            direction: 'OUTGOING',
            steering: 'VRAAGGESTUURD',
            subject: 'Meting',
            report: '',
          },
        }),
      },
      dashboard: {
        user: 'nuo.coordinator',
        query:
          '{ figures(municipalities: ["0141"], total: true, from: "2026-01-01", until: "2026-12-31", measuredOn: "2026-10-31") { indicator { code } municipality value text complete } }',
        variables: none,
      },
    };
    // What the programs do by themselves, looking each second for what others left, is no part of a request.
    const [idleFrom, idleBegin] = [spent(), performance.now()];
    await wait(IDLE_MS);
    const [idleTo, idleMs] = [spent(), performance.now() - idleBegin];
    const idle = (part: string): number => ((idleTo[part] ?? 0) - (idleFrom[part] ?? 0)) / idleMs;
    const kinds: Record<string, Kind> = {};
    for (const [name, { user, query, variables }] of Object.entries(asked)) {
      const tries = name === 'dashboard' ? Math.ceil(TRIES / 10) : TRIES;
      // The middle of the caches and of the compiler.
      for (let n = 0; n < Math.ceil(tries / 2); n += 1) await ask(user, query, variables());
      const rowsBefore = await logRows();
      const [before, begin] = [spent(), performance.now()];
      const first = await ask(user, query, variables());
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let n = 0; n < Math.ceil((tries - 1) / AT_ONCE); n += 1) await ask(user, query, variables());
        }),
      );
      const count = 1 + AT_ONCE * Math.ceil((tries - 1) / AT_ONCE);
      const [after, elapsed] = [spent(), performance.now() - begin];
      const each = (part: string): number => Math.round((Math.max(0, (after[part] ?? 0) - (before[part] ?? 0) - idle(part) * elapsed) / count) * 100) / 100;
      const rowsAfter = await logRows();
      const statements = Object.values(first.statements).reduce((sum, n) => sum + n, 0);
      kinds[name] = {
        gateway: each('gateway'),
        nuo: each('nuo'),
        werkplein: each('werkplein'),
        database: each('database'),
        callers: each('callers'),
        ofNuo: statements === 0 ? 0 : (first.statements[NUO] ?? 0) / statements,
        statements,
        rows: Object.fromEntries(logTables.map((table, n) => [table, Math.round((((rowsAfter[n] ?? 0) - (rowsBefore[n] ?? 0)) / count) * 100) / 100])),
      };
      process.stdout.write(`${name}: ${JSON.stringify(kinds[name])}\n`);
    }

    const memory = Object.fromEntries(await memoryOf(stack));
    const storage: Costs['storage'] = {};
    for (const [n, name] of subgraphNames.entries()) {
      const database = databases[n] as mysql.Connection;
      const [tables] = await database.query(
        "SELECT table_name AS t, data_length + index_length AS bytes FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
      );
      const sizes = await Promise.all(
        (tables as { t: string; bytes: number }[]).map(async ({ t, bytes }) => {
          const [[row]] = (await database.query(`SELECT COUNT(*) AS n FROM ${t}`)) as unknown as [[{ n: number }]];
          return { table: t, rows: row.n, bytes };
        }),
      );
      storage[name] = { bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0), tables: sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 12) };
    }
    for (const database of databases) await database.end();
    const costs: Costs = { measured: new Date().toISOString().slice(0, 16), kinds, memory, storage };
    writeFileSync(join(root, 'bench/capacity/costs.json'), `${JSON.stringify(costs, null, 2)}\n`);
    expect(Object.keys(kinds).length).toBeGreaterThan(0);
  } finally {
    await stack.stop();
  }
}, 1_800_000);

/** Resident memory of each program, in MB. */
const memoryOf = async (stack: Stack): Promise<[string, number][]> => ['gateway', ...subgraphNames].map((name) => [name, Math.round(stack.memory(name))]);
