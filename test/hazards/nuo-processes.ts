import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, demoKeyPair, type Dialect, NUO, openDatabase, type Principal, signer, STATEMENT_HEADER } from '@werkplein/kernel';
import { type Answer, demoUser, dialects, emptyDatabase, freePort, newAsking } from '@werkplein/kernel/testing';
import { nuoEntities, nuoMigrations } from '@werkplein/nuo';
import type { Asks } from '@werkplein/nuo/testing';
import { afterAll, beforeAll } from 'vitest';
import { ended, startProgram, untilReady } from '../stack.ts';

/** Far apart and far from Amsterdam: what took the day of its server would be wrong in both. */
export const zones = ['Pacific/Kiritimati', 'America/Los_Angeles'] as const;

/** Processes of the built nuo on one database, asked over HTTP as the gateway asks: each request with a statement on its body. */
export interface NuoProcesses {
  /** One writes a SQLite database; MariaDB is shared by two. */
  readonly count: number;
  readonly ports: readonly number[];
  readonly env: NodeJS.ProcessEnv;
  /** The same tables without a process between. */
  readonly db: Database;
  /** Process `n`, counted round. */
  at(n: number): Asks;
  /** The same request on another port, such as that of something between. */
  send(port: number, user: string | Principal, query: string, variables: object): Promise<Response>;
  /** Ends it at once, in the middle of what it does. */
  kill(n: number): Promise<void>;
  start(n: number): Promise<void>;
  child(n: number): ChildProcess;
  stop(): Promise<void>;
}

export const startNuo = async (dialect: Dialect): Promise<NuoProcesses> => {
  const keysDir = mkdtempSync(join(tmpdir(), 'werkplein-hazards-'));
  const { url, drop } = await emptyDatabase(dialect);
  const sign = signer((await demoKeyPair(keysDir, 'gateway')).privateJwk, 'gateway');
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'test', KEYS_DIR: keysDir, LOG_LEVEL: 'fatal', NUO_DATABASE_URL: url };
  const ports = dialect === 'mariadb' ? [await freePort(), await freePort()] : [await freePort()];
  const children: ChildProcess[] = [];
  const start = async (n: number): Promise<void> => {
    const child = startProgram('subgraphs/nuo/dist/main.js', { ...env, NUO_PORT: String(ports[n]), TZ: zones[n] });
    children[n] = child;
    // What nobody asked for must be seen: a test that lost its process says only that nobody answers.
    child.once('exit', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') process.stderr.write(`nuo process ${n} ended by itself: ${code ?? signal}\n`);
    });
    await untilReady(child, ports[n] as number);
  };
  // One after the other: the first makes the tables.
  for (const n of ports.keys()) await start(n);
  const db = await openDatabase({ url, entities: nuoEntities, migrations: nuoMigrations });

  const send: NuoProcesses['send'] = async (port, user, query, variables) => {
    const body = JSON.stringify({ query, variables });
    const principal = typeof user === 'string' ? demoUser(user) : user;
    const headers = { 'content-type': 'application/json', [STATEMENT_HEADER]: sign(principal, NUO, newAsking(), body) };
    return fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
  };
  const at = (n: number): Asks => ({
    ask: async (user, query, variables = {}) => {
      const response = await send(ports[n % ports.length] as number, user, query, variables);
      return { ...((await response.json()) as Answer), statements: Number(/desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1]) };
    },
  });
  return {
    count: ports.length,
    ports,
    env,
    db,
    at,
    send,
    child: (n) => children[n] as ChildProcess,
    kill: async (n) => {
      children[n]?.kill('SIGKILL');
      await ended(children[n] as ChildProcess);
    },
    start,
    stop: async () => {
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(children.map(ended));
      await db.close();
      await drop();
      rmSync(keysDir, { recursive: true, force: true });
    },
  };
};

/** The processes of both databases, started once for the tests of a file. */
export const processesOfFile = (): ((dialect: Dialect) => NuoProcesses) => {
  const started = new Map<Dialect, NuoProcesses>();
  beforeAll(async () => {
    for (const dialect of dialects) started.set(dialect, await startNuo(dialect));
  }, 120_000);
  afterAll(async () => {
    for (const processes of started.values()) await processes.stop();
  });
  return (dialect) => started.get(dialect) as NuoProcesses;
};
