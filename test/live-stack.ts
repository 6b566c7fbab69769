import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoToken } from '@werkplein/dev-identity';
import { demoKeyPair, NUO, signer, STATEMENT_HEADER } from '@werkplein/kernel';
import { type Answer, demoUser, emptyDatabase, type EventReader, freePort, newAsking, readEvents } from '@werkplein/kernel/testing';
import { counts, ended, startProgram, untilReady } from './stack.ts';

/** Gateways and nuo processes stand in pairs: gateway 0 asks nuo 0, gateway 1 asks nuo 1; all on one database. */
export interface LiveStack {
  follow(gateway: number, user: string, lastId?: string): Promise<EventReader>;
  /** Sends an operation; gives its answer, when it came and what it cost. */
  send(
    gateway: number,
    user: string,
    query: string,
    variables: object,
  ): Promise<Answer & { at: number; requests: Record<string, number>; statements: Record<string, number> }>;
  /** Sends one signed request to each nuo in turn, as who has taken it on its way; gives the status of each. */
  replay(user: string): Promise<number[]>;
  killNuo(index: number): Promise<void>;
  startNuo(index: number): Promise<void>;
  /** Asks every process to stop; gives their exit codes. */
  stop(): Promise<(number | null)[]>;
}

export const startLiveStack = async (redisUrl: string | null): Promise<LiveStack> => {
  const keysDir = mkdtempSync(join(tmpdir(), 'werkplein-live-'));
  const database = await emptyDatabase('mariadb');
  const identityPort = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    KEYS_DIR: keysDir,
    LOG_LEVEL: 'fatal',
    IDENTITY_PORT: String(identityPort),
    NUO_DATABASE_URL: database.url,
    ...(redisUrl !== null && { EVENTS_REDIS_URL: redisUrl, STATEMENTS_REDIS_URL: redisUrl }),
  };
  const nuoPorts = [await freePort(), await freePort()];
  const gatewayPorts = [await freePort(), await freePort()];
  const children = new Map<string, ChildProcess>();
  const start = async (name: string, file: string, port: number, more: NodeJS.ProcessEnv): Promise<void> => {
    const child = startProgram(file, { ...env, ...more });
    children.set(name, child);
    await untilReady(child, port);
  };
  const startNuo = (index: number): Promise<void> =>
    start(`nuo${index}`, 'subgraphs/nuo/dist/main.js', nuoPorts[index] as number, { NUO_PORT: String(nuoPorts[index]) });
  // One after the other: the first makes the tables and the keys.
  await startNuo(0);
  await startNuo(1);
  await start('identity', 'shared/dev-identity/dist/main.js', identityPort, {});
  for (const [i, port] of gatewayPorts.entries())
    await start(`gateway${i}`, 'gateway/dist/main.js', port, { GATEWAY_PORT: String(port), NUO_PORT: String(nuoPorts[i]) });

  const authorization = async (user: string): Promise<string> => `Bearer ${await demoToken(user, { port: identityPort, keysDir })}`;
  const urlOf = (gateway: number, path: string): string => `http://127.0.0.1:${gatewayPorts[gateway]}${path}`;
  const stop = async (): Promise<(number | null)[]> => {
    for (const child of children.values()) child.kill('SIGTERM');
    const codes = await Promise.all([...children.values()].map(ended));
    await database.drop();
    rmSync(keysDir, { recursive: true, force: true });
    return codes;
  };
  let stopped: ReturnType<typeof stop> | undefined;
  return {
    follow: async (gateway, user, lastId) =>
      readEvents(urlOf(gateway, '/events'), { authorization: await authorization(user), ...(lastId !== undefined && { 'last-event-id': lastId }) }),
    send: async (gateway, user, query, variables) => {
      const response = await fetch(urlOf(gateway, '/graphql'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: await authorization(user) },
        body: JSON.stringify({ query, variables }),
      });
      const answer = (await response.json()) as Answer;
      const [requests, statements] = ['x-subgraph-requests', 'x-sql-statements'].map((name) => counts(response.headers.get(name)));
      return { ...answer, at: performance.now(), requests: requests ?? {}, statements: statements ?? {} };
    },
    replay: async (user) => {
      const body = JSON.stringify({ query: '{ __typename }' });
      const { privateJwk } = await demoKeyPair(keysDir, 'gateway');
      const headers = { 'content-type': 'application/json', [STATEMENT_HEADER]: signer(privateJwk, 'gateway')(demoUser(user), NUO, newAsking(), body) };
      const statuses: number[] = [];
      for (const port of [...nuoPorts, ...nuoPorts]) statuses.push((await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })).status);
      return statuses;
    },
    killNuo: async (index) => {
      const child = children.get(`nuo${index}`) as ChildProcess;
      child.kill('SIGKILL');
      await ended(child);
    },
    startNuo,
    stop: () => (stopped ??= stop()),
  };
};
