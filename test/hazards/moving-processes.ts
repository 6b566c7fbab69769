import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, demoKeyPair, demoUsers, type Dialect, newTrace, openDatabase, type Principal, signer, STATEMENT_HEADER } from '@werkplein/kernel';
import { type Answer, emptyDatabase, freePort } from '@werkplein/kernel/testing';
import { onTestFinished } from 'vitest';
import { ended, startProgram, untilReady } from '../stack.ts';

export const movers = ['wierden', 'almelo', 'nuo'] as const;
export type Mover = (typeof movers)[number];

export interface MovingProcesses {
  /** Asks a subgraph as the gateway would. */
  ask(name: Mover, user: string, query: string, variables?: object): Promise<Answer>;
  kill(...names: Mover[]): Promise<void>;
  start(...names: Mover[]): Promise<void>;
  /** Asks all to stop; gives their exit codes. */
  stop(): Promise<(number | null)[]>;
  /** Reads a database beside its process. */
  rows<T>(name: Mover, sql: string): Promise<T[]>;
  /** Changes a database whose process is down. */
  write(name: Mover, sql: string): Promise<unknown>;
}

/** Two Werkpleinen and the NUO as processes of the built output, which send each other letters. Gone when the test has finished. */
export const movingProcesses = async (dialect: Dialect): Promise<MovingProcesses> => {
  const keysDir = mkdtempSync(join(tmpdir(), 'werkplein-moving-'));
  const databases = new Map(await Promise.all(movers.map(async (name) => [name, await emptyDatabase(dialect)] as const)));
  const ports = new Map(await Promise.all(movers.map(async (name) => [name, await freePort()] as const)));
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'test', KEYS_DIR: keysDir, LOG_LEVEL: 'fatal' };
  for (const name of movers)
    Object.assign(env, { [`${name.toUpperCase()}_DATABASE_URL`]: databases.get(name)?.url, [`${name.toUpperCase()}_PORT`]: String(ports.get(name)) });
  const children = new Map<Mover, ChildProcess>();
  const start = async (...names: Mover[]): Promise<void> => {
    for (const name of names) children.set(name, startProgram(`subgraphs/${name}/dist/main.js`, env));
    for (const name of names) await untilReady(children.get(name) as ChildProcess, ports.get(name) as number);
  };
  const opened: Database[] = [];
  onTestFinished(async () => {
    for (const child of children.values()) child.kill('SIGKILL');
    await Promise.all([...children.values()].map(ended));
    for (const db of opened) await db.close();
    for (const { drop } of databases.values()) await drop();
    rmSync(keysDir, { recursive: true, force: true });
  });
  await start(...movers);
  const sign = signer((await demoKeyPair(keysDir, 'gateway')).privateJwk, 'gateway');
  const readers = new Map<Mover, Database>();
  const database = async (name: Mover): Promise<Database> => {
    const db = readers.get(name) ?? (await openDatabase({ url: databases.get(name)?.url as string, entities: [], migrations: [] }));
    if (!readers.has(name)) opened.push(db);
    readers.set(name, db);
    return db;
  };
  return {
    start,
    ask: async (name, user, query, variables = {}) => {
      const body = JSON.stringify({ query, variables });
      const statement = sign(demoUsers.get(user) as Principal, name, { trace: newTrace(), operation: 'Moving', purpose: null }, body);
      const headers = { 'content-type': 'application/json', [STATEMENT_HEADER]: statement };
      const answer = await fetch(`http://127.0.0.1:${ports.get(name)}/graphql`, { method: 'POST', headers, body });
      return (await answer.json()) as Answer;
    },
    kill: async (...names) => {
      const gone = names.map((name) => children.get(name) as ChildProcess);
      for (const child of gone) child.kill('SIGKILL');
      await Promise.all(gone.map(ended));
    },
    stop: async () => {
      for (const child of children.values()) child.kill('SIGTERM');
      return Promise.all([...children.values()].map(ended));
    },
    rows: async <T>(name: Mover, sql: string) => (await database(name)).read.em.query<T[]>(sql),
    write: async (name, sql) => (await database(name)).write(({ em }) => em.query(sql)),
  };
};
