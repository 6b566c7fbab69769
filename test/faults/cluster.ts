import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoToken } from '@werkplein/dev-identity';
import { type Dialect, municipalities, NUO } from '@werkplein/kernel';
import mysql from 'mysql2/promise';
import { freePort } from '../../shared/kernel/dist/testing/free-port.js';
import { mariadbBinary, type MariadbServer, startMariadb } from '../../shared/kernel/dist/testing/mariadb-server.js';
import { installPeers, peers } from '../../bench/gateways/peers.ts';
import { withoutRates } from '../without-rates.ts';
import { askProbe, type Balancer, type Probe, READY, startBalancer } from './balancer.ts';

const root = resolve(import.meta.dirname, '../..');

/** Whose gateways stand before the subgraphs. */
export const gatewayKinds = ['ours', 'stock @apollo/gateway', 'Hive Gateway'] as const;
export type GatewayKind = (typeof gatewayKinds)[number];

/** How each is asked whether it takes requests, by its documentation. */
export const probes: Record<GatewayKind, Probe> = {
  ours: READY,
  'stock @apollo/gateway': { path: '/?query=%7B__typename%7D', headers: { 'apollo-require-preflight': 'true' } },
  'Hive Gateway': { path: '/readiness' },
};

/** As in production: what was acknowledged is on the disk. */
const durable = ['--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=256M'];

/** One program of the graph, on the port that it keeps. */
export interface Member {
  readonly name: string;
  readonly port: number;
  /** Null while it is down. */
  readonly pid: number | null;
  readonly ready: boolean;
  start(): Promise<void>;
  /** Ends it at once, in the middle of what it does. */
  kill(): Promise<void>;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>;
  /** SIGSTOP and SIGCONT. */
  signal(name: NodeJS.Signals): void;
}

export interface Cluster {
  readonly dialect: Dialect;
  readonly members: ReadonlyMap<string, Member>;
  readonly gateways: readonly Member[];
  /** Of each organisation. */
  readonly databaseUrls: Readonly<Record<string, string>>;
  /** The server of MariaDB; null on SQLite, where the database is in its programs. */
  readonly server: MariadbServer | null;
  token(user: string): Promise<string>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Of the nuo, on one database; more than one on MariaDB only. */
  nuos?: number;
  gateways?: number;
  gateway?: GatewayKind;
  /** Where a gateway finds a subgraph, when not at the first program of that name: of gateway and name. */
  urlOf?(gateway: number, name: string, ports: readonly number[]): string | undefined;
  /** The name of an organisation whose programs stand behind a load balancer of their own, where every gateway asks. */
  balanced?: string;
  env?: NodeJS.ProcessEnv;
}

export const rssOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const gone = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once('exit', done));

/** A program as a process that can be started again. */
export const member = (name: string, command: readonly string[], port: number, env: NodeJS.ProcessEnv, probe = READY): Member => {
  let child: ChildProcess | null = null;
  let ready = false;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (!child) return null;
    const ending = child;
    ready = false;
    child = null;
    ending.removeAllListeners('exit');
    ending.kill(signal);
    return gone(ending);
  };
  return {
    name,
    port,
    get pid() {
      return child?.pid ?? null;
    },
    get ready() {
      return ready;
    },
    start: async () => {
      const started = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
      child = started;
      // What nobody asked for must be seen: a program that ends by itself is a finding.
      started.once('exit', (code, signal) => process.stderr.write(`${name} ended by itself: ${code ?? signal}\n`));
      while (child === started) {
        if (started.exitCode !== null || started.signalCode !== null) throw new Error(`${name} did not start`);
        if (await askProbe(port, probe, 2000)) break;
        await wait(30);
      }
      ready = child === started;
    },
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    signal: (signal) => child?.kill(signal),
  };
};

const databasesOf = async (dialect: Dialect, names: readonly string[], folder: string) => {
  if (dialect === 'sqlite') return { server: null, urls: Object.fromEntries(names.map((name) => [name, `file:${folder}/${name}.sqlite`])) };
  const binary = mariadbBinary();
  if (binary === undefined) throw new Error('MariaDB was not found: install mariadb-server, or ask for --database sqlite.');
  const server = await startMariadb(binary, durable);
  const connection = await mysql.createConnection(server.url.replace(/^mariadb/, 'mysql'));
  for (const name of names) await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin`);
  await connection.end();
  return { server, urls: Object.fromEntries(names.map((name) => [name, `${server.url}/${name}`])) };
};

/** The programs of the graph as `npm start` runs them, each subgraph on an empty database of its own, on a durable private MariaDB or on files. */
export const startCluster = async (
  dialect: Dialect,
  { nuos = 1, gateways = 1, gateway = 'ours', urlOf, balanced, env: more = {} }: ClusterOptions = {},
): Promise<Cluster> => {
  if (gateway !== 'ours') installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-faults-'));
  const names = [NUO, ...municipalities.map(({ field }) => field)];
  const { server, urls } = await databasesOf(dialect, names, folder);
  const identityPort = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    KEYS_DIR: folder,
    LOG_LEVEL: 'fatal',
    IDENTITY_PORT: String(identityPort),
    TRUSTED_DOCUMENTS: 'off',
    ...withoutRates,
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
    ...more,
  };
  for (const name of names)
    Object.assign(env, { [`${name.toUpperCase()}_DATABASE_URL`]: urls[name], [`${name.toUpperCase()}_PORT`]: String(await freePort()) });
  const portOf = (name: string): number => Number(env[`${name.toUpperCase()}_PORT`]);

  const members = new Map<string, Member>();
  const add = (name: string, file: string, port: number, own: NodeJS.ProcessEnv = {}, args: string[] = [], probe = READY): Member => {
    const each = member(name, [resolve(root, file), ...args], port, { ...env, ...own }, probe);
    members.set(name, each);
    return each;
  };
  const nuoPorts: number[] = [];
  for (let n = 0; n < nuos; n += 1) {
    const port = n === 0 ? portOf(NUO) : await freePort();
    nuoPorts.push(port);
    add(`nuo${n}`, 'subgraphs/nuo/dist/main.js', port, { NUO_PORT: String(port) });
  }
  for (const { field } of municipalities) add(field, `subgraphs/${field}/dist/main.js`, portOf(field));
  add('identity', 'shared/dev-identity/dist/main.js', identityPort);
  const balancer: Balancer | null = balanced === undefined ? null : await startBalancer(balanced === NUO ? nuoPorts : [portOf(balanced)]);
  const door: Record<GatewayKind, (name: string, port: number, own: NodeJS.ProcessEnv) => Promise<Member> | Member> = {
    ours: (name, port, own) => add(name, 'gateway/dist/main.js', port, own),
    // With NODE_ENV=test it would not listen to SIGTERM.
    'stock @apollo/gateway': (name, port, own) =>
      add(name, 'bench/whole/stock-gateway.ts', port, { ...own, NODE_ENV: 'development' }, [], probes['stock @apollo/gateway']),
    'Hive Gateway': async (name, port, own) => {
      const companion = await freePort();
      add(`companion of ${name}`, 'gateway/dist/companion/main.js', companion, { ...own, COMPANION_PORT: String(companion) });
      const more = {
        NODE_ENV: 'development',
        LOG_LEVEL: 'error',
        SUPERGRAPH_FILE: join(root, 'schema/supergraph.graphql'),
        COMPANION_URL: `http://127.0.0.1:${companion}`,
        SUBGRAPHS: ['directory', ...names].join(),
      };
      const args = ['supergraph', '-c', join(peers, 'hive.companion.mjs'), '--host', '127.0.0.1', '--port', String(port)];
      return add(name, join(peers, 'node_modules/.bin/hive-gateway'), port, more, args, probes['Hive Gateway']);
    },
  };
  const doors: Member[] = [];
  for (let n = 0; n < gateways; n += 1) {
    const port = await freePort();
    const own: NodeJS.ProcessEnv = { GATEWAY_PORT: String(port), NUO_PORT: String(nuoPorts[n % nuos]) };
    for (const name of names) {
      const url = name === balanced ? `http://127.0.0.1:${balancer?.port}/graphql` : urlOf?.(n, name, name === NUO ? nuoPorts : [portOf(name)]);
      if (url !== undefined) own[`${name.toUpperCase()}_URL`] = url;
    }
    doors.push(await door[gateway](`gateway${n}`, port, own));
  }
  const stop = async (): Promise<void> => {
    balancer?.stop();
    await Promise.all([...members.values()].map((each) => each.kill()));
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [first, ...others] = [...members.values()];
    // The first makes the keys, and the tables that it shares.
    await first?.start();
    await Promise.all(others.map((each) => each.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    dialect,
    members,
    gateways: doors,
    databaseUrls: urls,
    server,
    token: (user) => demoToken(user, { port: identityPort, keysDir: folder }),
    stop,
  };
};
