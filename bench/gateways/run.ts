// `npm run bench [-- --quick] [-- --write]`: our gateway beside its peers, in one interleaved run, over the same subgraphs with the same answers.
// The gateways have core 0 in turns; callers and subgraphs have core 1. What counts is processor time of the gateway for one request.
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { demoToken } from '@werkplein/dev-identity';
import { freePort } from '../../shared/kernel/dist/testing/free-port.js';
import { withoutRates } from '../../test/without-rates.ts';
import { installPeers, peers } from './peers.ts';
import { cpuOf, cpuOfMachine, firstLine, memoryOf, onCore, untilAnswers } from './processes.ts';
import { kindsOfWork } from './work.ts';

const root = resolve(import.meta.dirname, '../..');
const quick = process.argv.includes('--quick');
const [WARM_S, SLICE_S, ROUNDS] = quick ? [1, 2, 2] : [2, 5, 3];
const CALLERS = quick ? [32] : [1, 32, 128];
const BODIES = 200;

installPeers();

const [GATEWAY_CORE, OTHER_CORE] = [0, 1];
const node = process.execPath;
const children: ChildProcess[] = [];
const start = (core: number, command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
  const child = onCore(core, command, env);
  children.push(child);
  return child;
};
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

const subgraphs = start(OTHER_CORE, [node, join(root, 'bench/gateways/subgraphs.ts')], {});
const ports = JSON.parse(await firstLine(subgraphs)) as Record<string, number>;
const urlOf = (name: string): string => `http://127.0.0.1:${ports[name]}/graphql`;

const folder = mkdtempSync(join(tmpdir(), 'werkplein-bench-'));
const supergraph = join(folder, 'supergraph.graphql');
writeFileSync(
  supergraph,
  readFileSync(join(root, 'schema/supergraph.graphql'), 'utf8').replaceAll(/urn:werkplein:(\w+)/g, (_, name: string) => urlOf(name)),
);

// Its stitching stops at fields that require others, of which none is asked here.
const forHive = join(folder, 'supergraph-hive.graphql');
writeFileSync(forHive, readFileSync(supergraph, 'utf8').replaceAll(/, requires: "[^"]*"/g, ''));

const identityPort = await freePort();
start(OTHER_CORE, [node, join(root, 'shared/dev-identity/dist/main.js')], { KEYS_DIR: folder, IDENTITY_PORT: String(identityPort), LOG_LEVEL: 'error' });
const tokens: string[] = [];

interface Gateway {
  name: string;
  child: ChildProcess;
  url: string;
}
const settings: NodeJS.ProcessEnv = {
  SUPERGRAPH: supergraph,
  SUPERGRAPH_FILE: supergraph,
  SUBGRAPH_PORTS: JSON.stringify(ports),
  KEYS_DIR: folder,
  IDENTITY_PORT: String(identityPort),
  LOG_LEVEL: 'error',
  ...withoutRates,
  TRUSTED_DOCUMENTS: 'off',
  ...Object.fromEntries(Object.keys(ports).map((name) => [`${name.toUpperCase()}_URL`, urlOf(name)])),
};
const hive = (runtime: string) => async (port: number) =>
  start(
    GATEWAY_CORE,
    [node, join(peers, 'node_modules/.bin/hive-gateway'), 'supergraph', '-c', join(peers, 'hive.config.mjs'), '--host', '127.0.0.1', '--port', String(port)],
    { ...settings, SUPERGRAPH: forHive, HIVE_RUNTIME: runtime },
  );
const commands: Record<string, (port: number) => Promise<ChildProcess>> = {
  ours: async (port) => start(GATEWAY_CORE, [node, join(root, 'gateway/dist/main.js')], { ...settings, GATEWAY_PORT: String(port) }),
  'ours, stock executor': async (port) =>
    start(GATEWAY_CORE, [node, join(root, 'gateway/dist/main.js')], { ...settings, GATEWAY_PORT: String(port), EXECUTION: 'stock' }),
  'stock Apollo': async (port) => start(GATEWAY_CORE, [node, join(root, 'bench/gateways/stock.ts')], { ...settings, PORT: String(port) }),
  'Hive, router-runtime': hive('router'),
  'Hive, default': hive('default'),
  floor: async (port) => start(GATEWAY_CORE, [node, join(root, 'bench/gateways/floor.ts')], { ...settings, PORT: String(port) }),
};
const PATHS: Record<string, string> = { 'stock Apollo': '/' };

const first = JSON.stringify((kindsOfWork['client'] as (at: number) => object)(0));
const gateways: Gateway[] = [];
const unable = ['@mercuriusjs/gateway cannot compose this schema'];
for (const [name, begin] of Object.entries(commands)) {
  const port = await freePort();
  const child = await begin(port);
  const url = `http://127.0.0.1:${port}${PATHS[name] ?? '/graphql'}`;
  if (tokens.length === 0) for (let n = 0; n < 128; n += 1) tokens.push(await demoToken('nuo.coordinator', { port: identityPort, keysDir: folder }));
  const problem = await untilAnswers(child, url, first, tokens[0] as string);
  if (problem === null) gateways.push({ name, child, url });
  else {
    unable.push(`${name} cannot serve this schema: ${problem}`);
    child.kill('SIGKILL');
  }
}

const bodiesOf = (work: string): string[] => Array.from({ length: BODIES }, (_, at) => JSON.stringify((kindsOfWork[work] as (at: number) => object)(at)));

const SHOWN = 80;
const short = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

/** The first place where two answers differ, also in the order of their fields. */
const difference = (one: unknown, other: unknown, at: string): string | null => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? null : `${at} is ${short(one)} and not ${short(other)}`;
  const [mine, theirs] = [Object.keys(one), Object.keys(other)];
  if (mine.join() !== theirs.join()) return `${at} has ${mine.join()} and not ${theirs.join()}`;
  for (const key of mine) {
    const found = difference(one[key as never], other[key as never], `${at}.${key}`);
    if (found) return found;
  }
  return null;
};

/** Null when this gateway gives the answer that ours gives; else what it gives. */
const differs = async (gateway: Gateway, ours: Gateway, body: string): Promise<string | null> => {
  const ask = async ({ url }: Gateway): Promise<{ data?: unknown; errors?: { message: string }[] }> => {
    const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${tokens[0]}` };
    return (await fetch(url, { method: 'POST', headers, body })).json() as never;
  };
  const [mine, theirs] = [await ask(ours), await ask(gateway)];
  if (mine.errors) throw new Error(`ours: ${JSON.stringify(mine.errors)}`);
  if (theirs.errors) return theirs.errors[0]?.message ?? 'errors';
  return difference(theirs.data, mine.data, 'data');
};

interface Slice {
  rps: number;
  p50: number;
  p99: number;
  cpu: number;
  foreign: number;
}
const load = async (gateway: Gateway, callers: number, seconds: number, bodies: readonly string[]) => {
  const child = onCore(OTHER_CORE, [node, join(peers, 'load.mjs')], {});
  child.stdin?.end(JSON.stringify({ url: gateway.url, connections: callers, seconds, tokens, bodies }));
  let text = '';
  for await (const part of child.stdout ?? []) text += String(part);
  return JSON.parse(text) as { count: number; wrong: number; p50: number; p99: number };
};
const known = (): number =>
  children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).reduce((sum, child) => sum + cpuOf(child), 0);
const slice = async (gateway: Gateway, callers: number, bodies: readonly string[]): Promise<Slice> => {
  await load(gateway, callers, WARM_S, bodies);
  const [cpu, all, ours] = [cpuOf(gateway.child), cpuOfMachine(), known()];
  const { count, wrong, p50, p99 } = await load(gateway, callers, SLICE_S, bodies);
  if (wrong > 0) throw new Error(`${gateway.name}: ${wrong} wrong answers`);
  // The callers are in it; on a quiet machine they are all of it.
  const foreign = (cpuOfMachine() - all - (known() - ours)) / (SLICE_S * 1000);
  return { rps: count / SLICE_S, p50, p99, cpu: (cpuOf(gateway.child) - cpu) / count, foreign };
};
const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) / 2)] as number;

const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const version = (file: string): string => (JSON.parse(readFileSync(join(root, file, 'package.json'), 'utf8')) as { version: string }).version;
say(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus()[0]?.model ?? ''} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB; @apollo/gateway ${version('node_modules/@apollo/gateway')}, @apollo/server ${version('node_modules/@apollo/server')}, Hive Gateway ${version('bench/peers/node_modules/@graphql-hive/gateway')}, router-runtime ${version('bench/peers/node_modules/@graphql-hive/router-runtime')}; ${ROUNDS} rounds of ${SLICE_S} s after ${WARM_S} s. ${unable.join('; ')}.`,
);
const [ours] = gateways as [Gateway, ...Gateway[]];
for (const work of Object.keys(kindsOfWork)) {
  const bodies = bodiesOf(work);
  const able: Gateway[] = [];
  for (const gateway of gateways) {
    let problem: string | null = null;
    for (const body of bodies.slice(0, 20)) problem ??= await differs(gateway, ours, body);
    if (problem === null) able.push(gateway);
    else say(`\n${gateway.name} cannot do ${work}: ${problem}`);
  }
  for (const callers of CALLERS) {
    const slices = new Map(able.map(({ name }) => [name, [] as Slice[]]));
    for (let round = 0; round < ROUNDS; round += 1) for (const gateway of able) slices.get(gateway.name)?.push(await slice(gateway, callers, bodies));
    const of = (name: string, key: keyof Slice): number => median((slices.get(name) ?? []).map((each) => each[key]));
    const mine = of(ours.name, 'cpu');
    say(`\n${work}, ${callers} callers\n`);
    say('| gateway | CPU, ms/request | to ours | requests/s | p50, ms | p99, ms | memory, MB | other load, cores |');
    say('|---|---:|---:|---:|---:|---:|---:|---:|');
    for (const { name, child } of able)
      say(
        `| ${name} | ${of(name, 'cpu').toFixed(3)} | ${(of(name, 'cpu') / mine).toFixed(2)}× | ${Math.round(of(name, 'rps'))} | ${of(name, 'p50').toFixed(2)} | ${of(name, 'p99').toFixed(1)} | ${Math.round(memoryOf(child))} | ${of(name, 'foreign').toFixed(2)} |`,
      );
  }
}
if (process.argv.includes('--write')) {
  const file = join(root, 'bench/RESULTS.md');
  const before = existsSync(file) ? readFileSync(file, 'utf8').replace(/^# .*\n\n.*\n\n/, '') : '';
  writeFileSync(
    file,
    `# Results\n\nOne section a run, newest first; ratios within a run count, numbers of different runs do not compare.\n\n## ${lines.join('\n')}\n\n${before}`,
  );
}
process.exit(0);
