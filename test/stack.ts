import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoToken } from '@werkplein/dev-identity';
import { type Dialect, municipalities } from '@werkplein/kernel';
import { type Answer, freePort, type TestUrl } from '@werkplein/kernel/testing';
import { copyOf, type LoadDemo, templateOf } from './stack-template.ts';
import { withoutRates } from './without-rates.ts';

const root = resolve(import.meta.dirname, '..');
export const subgraphNames: readonly string[] = ['nuo', ...municipalities.map(({ field }) => field)];

export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once('exit', done));

const TICKS_A_SECOND = 100;
const processorTimeOf = (pid: number | undefined): number => {
  try {
    // After the name, which may hold spaces: 11 fields on, user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
  } catch {
    return Number.NaN;
  }
};

/** A program of the built output as a process. */
export const startProgram = (file: string, env: NodeJS.ProcessEnv, args: string[] = []): ChildProcess =>
  spawn(process.execPath, [join(root, file), ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });

export const untilReady = async (child: ChildProcess, port: string | number): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} did not start`);
    if ((await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.ok) return;
    await wait(50);
  }
};

export interface Stack {
  url: string;
  /** The settings of its processes. */
  env: NodeJS.ProcessEnv;
  /** Of the databases, by the name of the subgraph. */
  databases: Readonly<Record<string, string>>;
  /** A token of a demo user. */
  token(user: string): Promise<string>;
  ask(
    user: string,
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer & { statements: Record<string, number>; requests: Record<string, number> }>;
  /** Processor time that a process has used, in ms; where the system does not tell, nothing. */
  processorTime(name: string): number;
  /** Resident memory of a process, in MB. */
  memory(name: string): number;
  kill(name: string): Promise<void>;
  /** Another program under the settings of this stack, to be ended with it. */
  start(name: string, file: string, more: NodeJS.ProcessEnv): void;
  /** Asks every process to stop; gives their exit codes. */
  stop(): Promise<Record<string, number | null>>;
}

export const counts = (header: string | null): Record<string, number> =>
  Object.fromEntries(
    (header ?? '')
      .split(/,\s*/)
      .filter(Boolean)
      .map((part) => part.split('=') as [string, string])
      .map(([name, count]) => [name, Number(count)]),
  );

const loadDemo: LoadDemo = (name, env, scale) => ended(startProgram(`subgraphs/${name}/dist/main.js`, env, ['demo', '--scale', String(scale)]));

/** Databases that are there already, which stay as they are. */
const givenAt = (urls: Readonly<Record<string, string>>): Map<string, TestUrl> =>
  new Map(Object.entries(urls).map(([name, url]) => [name, { url, drop: async () => undefined }]));

export interface StackOptions {
  /** Databases that are loaded already, and the keys by which their contents were sealed. */
  given?: { urls: Readonly<Record<string, string>>; keys: string };
  /** Whether trusted documents are answered by their ids; the screens, which are tested with WEB, and the command line ask so. To plan them all takes half of the gateway's start. */
  documents?: boolean;
  /** A folder for the statements of each subgraph, as `<name>.jsonl` of text and parameters. */
  recordSql?: string;
  /** Changes the databases before anybody opens them. */
  change?(urls: Readonly<Record<string, string>>): Promise<void>;
  /** A module that each subgraph loads before anything else: what a measurement changes of it. */
  preload?: string;
}

/** The five subgraphs and the gateway as separate processes of the built output, each subgraph on a database of its own with demo data. */
export const startStack = async (
  dialect: Dialect,
  scale: number,
  { given, documents = process.env['WEB'] !== undefined, recordSql, change, preload }: StackOptions = {},
): Promise<Stack> => {
  const keys = mkdtempSync(join(tmpdir(), 'werkplein-stack-'));
  if (given) cpSync(given.keys, keys, { recursive: true });
  const databases = given ? givenAt(given.urls) : await copyOf(dialect, await templateOf(dialect, scale, subgraphNames, loadDemo), keys);
  const urls = Object.fromEntries([...databases].map(([name, each]) => [name, each.url]));
  await change?.(urls);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...withoutRates,
    NODE_ENV: 'test',
    KEYS_DIR: keys,
    LOG_LEVEL: 'error',
    GATEWAY_PORT: String(await freePort()),
  };
  if (!documents) env['TRUSTED_DOCUMENTS'] = 'off';
  const identityPort = await freePort();
  env['IDENTITY_PORT'] = String(identityPort);
  for (const [name, { url }] of databases)
    Object.assign(env, { [`${name.toUpperCase()}_DATABASE_URL`]: url, [`${name.toUpperCase()}_PORT`]: String(await freePort()) });

  // People sign in to the screens by this address.
  const url = `http://localhost:${env['GATEWAY_PORT']}`;
  env['IDENTITY_REDIRECT_URIS'] = `${url}/sessie/terug`;
  const node = (file: string): ChildProcess => startProgram(file, env);
  const loaded = recordSql ? 'test/record-sql.mjs' : preload;
  const changed = { ...env, ...(recordSql && { SQL_RECORD: recordSql }), ...(loaded && { NODE_OPTIONS: `--import ${join(root, loaded)}` }) };
  const children = new Map(subgraphNames.map((name) => [name, startProgram(`subgraphs/${name}/dist/main.js`, changed)]));
  children.set('identity', node('shared/dev-identity/dist/main.js'));
  children.set('gateway', node('gateway/dist/main.js'));
  for (const name of children.keys()) {
    await untilReady(children.get(name) as ChildProcess, env[`${name.toUpperCase()}_PORT`] as string);
  }
  const token = (user: string): Promise<string> => demoToken(user, { port: identityPort, keysDir: keys });
  return {
    url,
    env,
    databases: urls,
    token,
    ask: async (user, query, variables = {}, more = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await token(user)}`, ...more },
        body: JSON.stringify({ query, variables }),
      });
      const { headers } = response;
      return {
        ...((await response.json()) as Answer),
        statements: counts(headers.get('x-sql-statements')),
        requests: counts(headers.get('x-subgraph-requests')),
      };
    },
    memory: (name) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${children.get(name)?.pid}/status`, 'utf8'))?.[1]) / 1000,
    processorTime: (name) => processorTimeOf(children.get(name)?.pid),
    kill: async (name) => {
      const child = children.get(name) as ChildProcess;
      child.kill('SIGKILL');
      await ended(child);
    },
    start: (name, file, more) => void children.set(name, startProgram(file, { ...env, ...more })),
    stop: async () => {
      for (const child of children.values()) child.kill('SIGTERM');
      const codes = Object.fromEntries(await Promise.all([...children].map(async ([name, child]) => [name, await ended(child)] as const)));
      for (const { drop } of databases.values()) await drop();
      rmSync(keys, { recursive: true, force: true });
      return codes;
    },
  };
};
