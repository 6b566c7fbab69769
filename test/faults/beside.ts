import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoToken } from '@werkplein/dev-identity';
import { firstLine, untilAnswers } from '../../bench/gateways/processes.ts';
import { freePort } from '../../shared/kernel/dist/testing/free-port.js';
import { withoutRates } from '../without-rates.ts';
import { installPeers, peers } from '../../bench/gateways/peers.ts';
import { quantile } from './report.ts';

const root = resolve(import.meta.dirname, '../..');

/** A gateway in its own process, which can be started again. */
export interface Peer {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  /** Whether its process still runs. */
  alive(): boolean;
  restart(): Promise<void>;
  /** How late its event loop was at most since this was asked last, in ms. */
  loopDelay(): Promise<number>;
}

export interface Beside {
  peers: readonly Peer[];
  tokenOf(user: string): Promise<string>;
  stop(): void;
}

export interface Answered {
  /** Null when there was no answer in time. */
  ms: number | null;
  whole: boolean;
}
export const PATIENCE_MS = 10_000;

/** One question, of which only the time and whether it was answered whole count. */
export const ask = async ({ url }: Pick<Peer, 'url'>, token: string, body: string): Promise<Answered> => {
  const since = performance.now();
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
    const { errors, data } = (await response.json()) as { errors?: unknown[]; data?: unknown };
    return { ms: performance.now() - since, whole: errors === undefined && data !== undefined };
  } catch {
    return { ms: null, whole: false };
  }
};

/** The time below which this share of the answers came; who got none waited as long as anybody waits. */
export const timeOf = (answers: readonly Answered[], share: number): number =>
  quantile(
    answers.map(({ ms }) => ms ?? PATIENCE_MS),
    share,
  );

/** A program that tells how late its event loop was. */
export const startWatched = (command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['--import', join(import.meta.dirname, 'loop-delay.mjs'), ...command], { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

export const loopDelayOf = async (child: ChildProcess): Promise<number> => {
  const told = once(child, 'message');
  child.send('how late');
  const [most] = (await told) as [number];
  return most;
};

/** Starts a program whose first line says something. */
export const startAndRead = async (file: string): Promise<{ child: ChildProcess; line: string }> => {
  const child = spawn(process.execPath, [join(root, file)], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { child, line: await firstLine(child) };
};

/**
 * Ours, stock @apollo/gateway and Hive Gateway with its router-runtime over one supergraph, which holds `urn:werkplein:<name>` as addresses;
 * `urls` says where each subgraph answers.
 */
export const startBeside = async (supergraphSdl: string, urls: Readonly<Record<string, string>>): Promise<Beside> => {
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-beside-'));
  const [supergraph, forHive] = [join(folder, 'supergraph.graphql'), join(folder, 'supergraph-hive.graphql')];
  const addressed = supergraphSdl.replaceAll(/urn:werkplein:(\w+)/g, (_, name: string) => urls[name] ?? 'http://127.0.0.1:1/graphql');
  writeFileSync(supergraph, addressed);
  // Its stitching stops at fields that require others, of which none is asked here.
  writeFileSync(forHive, addressed.replaceAll(/, requires: "[^"]*"/g, ''));
  const identityPort = await freePort();
  const settings: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    SUPERGRAPH: supergraph,
    SUPERGRAPH_FILE: supergraph,
    KEYS_DIR: folder,
    IDENTITY_PORT: String(identityPort),
    LOG_LEVEL: 'error',
    ...withoutRates,
    TRUSTED_DOCUMENTS: 'off',
    ...Object.fromEntries(Object.entries(urls).map(([name, url]) => [`${name.toUpperCase()}_URL`, url])),
  };
  const children = new Set<ChildProcess>();
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
  });
  const run = (command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
    const child = startWatched(command, { ...settings, ...env });
    children.add(child);
    return child;
  };
  run([join(root, 'shared/dev-identity/dist/main.js')], {});
  while (!(await fetch(`http://127.0.0.1:${identityPort}/health/ready`).catch(() => null))?.ok) await wait(100);
  const tokenOf = (user: string): Promise<string> => demoToken(user, { port: identityPort, keysDir: folder });
  const token = await tokenOf('nuo.coordinator');
  const commands: [name: string, path: string, start: (port: string) => ChildProcess][] = [
    ['ours', '/graphql', (port) => run([join(root, 'gateway/dist/main.js')], { GATEWAY_PORT: port })],
    ['stock @apollo/gateway', '/', (port) => run([join(root, 'bench/gateways/stock.ts')], { PORT: port })],
    [
      'Hive Gateway',
      '/graphql',
      (port) =>
        run([join(peers, 'node_modules/.bin/hive-gateway'), 'supergraph', '-c', join(peers, 'hive.config.mjs'), '--host', '127.0.0.1', '--port', port], {
          SUPERGRAPH: forHive,
          HIVE_RUNTIME: 'router',
        }),
    ],
  ];
  const started: Peer[] = [];
  for (const [name, path, start] of commands) {
    const port = String(await freePort());
    const url = `http://127.0.0.1:${port}${path}`;
    let child = start(port);
    const ready = async (): Promise<void> => {
      const problem = await untilAnswers(child, url, '{"query":"{ __typename }"}', token);
      if (problem !== null) throw new Error(`${name}: ${problem}`);
    };
    await ready();
    started.push({
      name,
      url,
      get pid() {
        return child.pid as number;
      },
      alive: () => child.exitCode === null && child.signalCode === null,
      restart: async () => {
        child.kill('SIGKILL');
        child = start(port);
        await ready();
      },
      loopDelay: () => loopDelayOf(child),
    });
  }
  return {
    peers: started,
    tokenOf,
    stop: () => {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
