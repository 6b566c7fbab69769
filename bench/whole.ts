// `npm run bench:whole`: the whole stack (gateway, NUO, four Werkpleinen, their database, who may and the processing log) against the same stack with the stock
// gateway and without loaders; what the processing log costs a question; and how latency grows with callers. All in turns in one run, ratios count.
// SCALE=1 says how much demo data, SECONDS=5 how long a slice is, ROUNDS=3 how often; CALLERS=16 how many ask at once, DIALECT=sqlite takes the other database; WRITE=1 writes the drawing.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Dialect } from '@werkplein/kernel';
import { dialects, freePort } from '@werkplein/kernel/testing';
import { expect, it } from 'vitest';
import { exampleQuery } from '../scripts/example-query.ts';
import { operationsOf } from '../test/operations.ts';
import { type Stack, startStack, subgraphNames } from '../test/stack.ts';
import { installPeers, peers } from './gateways/peers.ts';
import { chart } from './growth/chart.ts';

const root = resolve(import.meta.dirname, '..');
const SCALE = Number(process.env['SCALE'] ?? 1);
const SECONDS = Number(process.env['SECONDS'] ?? 5);
const LONGEST = 60;
/** Slices. */
const WARM = 2;
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const CURVE = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const TOGETHER = Number(process.env['CALLERS'] ?? 16);
const dialect = (process.env['DIALECT'] ?? dialects.at(-1)) as Dialect;

interface Slice {
  rps: number;
  p50: number;
  p99: number;
  /** Processor time of the gateway, and of all subgraphs, for one request, in ms. */
  gateway: number;
  subgraphs: number;
  /** Answers that lacked what a subgraph did not give in time, or were none. */
  late: number;
}
interface Work {
  user: string;
  body: string;
}
interface Side {
  stack: Stack;
  url: string;
  gateway: string;
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] as number;

const load = async ({ stack, url, gateway }: Side, { user, body }: Work, callers: number, seconds: number): Promise<Slice> => {
  const busy = (): number => subgraphNames.reduce((sum, name) => sum + stack.processorTime(name), 0);
  const tokens = [await stack.token(user)];
  const [before, others] = [stack.processorTime(gateway), busy()];
  const child: ChildProcess = spawn(process.execPath, [join(peers, 'load.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin?.end(JSON.stringify({ url, connections: callers, seconds, tokens, bodies: [body], whole: true }));
  const { count, wrong, partial, p50, p99 } = JSON.parse(await text(child.stdout as NodeJS.ReadableStream)) as Record<
    'count' | 'wrong' | 'partial' | 'p50' | 'p99',
    number
  >;
  const full = count - partial;
  // So slow that none came in time.
  if (full === 0 && seconds < LONGEST) return load({ stack, url, gateway }, { user, body }, callers, seconds * 3);
  if (full === 0) throw new Error(`${gateway} with ${callers} callers: no whole answer in ${seconds} s`);
  return {
    rps: full / seconds,
    p50,
    p99,
    gateway: (stack.processorTime(gateway) - before) / count,
    subgraphs: (busy() - others) / count,
    late: wrong + partial,
  };
};

const compared = async (sides: Record<string, Side>, works: Record<string, Work>): Promise<string[]> => {
  const lines: string[] = [];
  for (const [name, work] of Object.entries(works)) {
    const slices = new Map(Object.keys(sides).map((side) => [side, [] as Slice[]]));
    // What is asked for the first time is compiled for some thousand requests on: nobody is to be measured while others have that behind them.
    for (const side of Object.values(sides)) await load(side, work, TOGETHER, SECONDS * WARM);
    for (let round = 0; round < ROUNDS; round += 1) {
      const turn = Object.entries(sides);
      for (const [side, one] of round % 2 === 0 ? turn : turn.toReversed()) slices.get(side)?.push(await load(one, work, TOGETHER, SECONDS));
    }
    const of = (side: string, key: keyof Slice): number => middle((slices.get(side) ?? []).map((each) => each[key]));
    const [first] = Object.keys(sides) as [string];
    const spent = (side: string): number => of(side, 'gateway') + of(side, 'subgraphs');
    for (const side of Object.keys(sides))
      lines.push(
        `| ${name} | ${side} | ${of(side, 'rps').toFixed(1)} | ${(of(first, 'rps') / of(side, 'rps')).toFixed(2)}× | ${Math.round(of(side, 'p50'))} | ${Math.round(of(side, 'p99'))} | ${of(side, 'gateway').toFixed(2)} | ${of(side, 'subgraphs').toFixed(2)} | ${(spent(side) / spent(first)).toFixed(2)}× | ${of(side, 'late')} |`,
      );
  }
  return lines;
};
const HEAD = [
  '| work | stack | requests/s | ours is | p50, ms | p99, ms | CPU of the gateway, ms | CPU of the subgraphs, ms | CPU to ours | not whole |',
  '|---|---|---:|---:|---:|---:|---:|---:|---:|---:|',
];

it('is measured whole', { timeout: 7_200_000 }, async () => {
  installPeers();
  const begun = performance.now();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const stacks = {
    whole: await startStack(dialect, SCALE),
    naive: await startStack(dialect, SCALE, { preload: 'bench/whole/naive-loaders.mjs' }),
    unlogged: await startStack(dialect, SCALE, { preload: 'bench/whole/no-processing-log.mjs' }),
  };
  try {
    const sideOf = (stack: Stack): Side => ({ stack, url: `${stack.url}/graphql`, gateway: 'gateway' });
    const stockOf = async (stack: Stack): Promise<Side> => {
      const port = String(await freePort());
      stack.start('stock', 'bench/whole/stock-gateway.ts', { GATEWAY_PORT: port });
      return { stack, url: `http://127.0.0.1:${port}/`, gateway: 'stock' };
    };
    const [ours, naive, stock] = [sideOf(stacks.whole), await stockOf(stacks.naive), await stockOf(stacks.whole)];
    const operations = await operationsOf(stacks.whole);
    const known = (name: string, user?: string): Work => {
      const found = operations.find((each) => each.name === name);
      if (!found) throw new Error(`there is no ${name}`);
      return { user: user ?? found.user, body: JSON.stringify({ query: found.query, variables: found.variables }) };
    };
    const works: Record<string, Work> = {
      'employers and their people': { user: 'nuo.trajectbegeleider', body: JSON.stringify({ query: exampleQuery(50) }) },
      'one employer, whole': known('EmployerView', 'nuo.trajectbegeleider'),
      'a caseload': known('CaseloadWierden'),
      'one client': known('ClientHeadWierden'),
    };
    // Both give the same before anything is timed.
    for (const [name, { user, body }] of Object.entries(works)) {
      const answers: string[] = [];
      for (const { stack, url } of [ours, naive, stock]) {
        for (;;) {
          const headers = { 'content-type': 'application/json', authorization: `Bearer ${await stack.token(user)}` };
          const response = await fetch(url, { method: 'POST', headers, body }).catch(() => null);
          if (response) {
            answers.push(JSON.stringify(((await response.json()) as { data: unknown }).data));
            break;
          }
          await new Promise((later) => setTimeout(later, 200));
        }
      }
      expect([name, new Set(answers).size]).toEqual([name, 1]);
    }
    say(`\n${dialect}, scale ${SCALE}, ${TOGETHER} callers, ${ROUNDS} rounds of ${SECONDS} s\n`);
    HEAD.forEach(say);
    for (const line of await compared({ ours, 'the stock gateway': stock, 'the stock gateway, without loaders': naive }, works)) say(line);
    say('\nThe processing log\n');
    HEAD.forEach(say);
    for (const line of await compared({ logged: ours, 'not logged': sideOf(stacks.unlogged) }, works)) say(line);
    say(
      '\nCallers\n\n| callers | requests/s | p50, ms | p99, ms | CPU of the gateway, ms | CPU of the subgraphs, ms | not whole |\n|---:|---:|---:|---:|---:|---:|---:|',
    );
    const curve: [number, Slice][] = [];
    for (const callers of CURVE) {
      const slice = await load(ours, works['a caseload'] as Work, callers, SECONDS);
      curve.push([callers, slice]);
      say(
        `| ${callers} | ${slice.rps.toFixed(1)} | ${Math.round(slice.p50)} | ${Math.round(slice.p99)} | ${slice.gateway.toFixed(2)} | ${slice.subgraphs.toFixed(2)} | ${slice.late} |`,
      );
    }
    if (process.env['WRITE']) {
      const lines = {
        'p50, ms': 'p50',
        'p99, ms': 'p99',
        'requests/s': 'rps',
        'CPU of the subgraphs, ms': 'subgraphs',
        'CPU of the gateway, ms': 'gateway',
      } as const;
      const drawn = Object.entries(lines).map(([name, key]) => ({ name, points: curve.map(([callers, slice]): [number, number] => [callers, slice[key]]) }));
      writeFileSync(join(root, 'docs/growth-callers.svg'), chart('callers at once', drawn));
    }
    say(`\nmeasured in ${Math.round((performance.now() - begun) / 1000)} s`);
  } finally {
    for (const stack of Object.values(stacks)) await stack.stop();
  }
});
