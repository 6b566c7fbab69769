import { resolve } from 'node:path';
import { disclosed, moduleFor, person, registerDocument } from '@werkplein/client-regie/testing';
import { type GatewayOptions, startGateway } from '@werkplein/gateway';
import {
  type Database,
  demoUsers,
  type Dialect,
  fixedClock,
  municipalities,
  newKeyPair,
  type Logger,
  newLogger,
  type Observing,
  openDatabase,
  startSubgraph,
  type Statement,
  statementVerifier,
  togetherSigner,
} from '@werkplein/kernel';
import { type Answer, emptyDatabase, testLogging } from '@werkplein/kernel/testing';
import { loadDemo, nuoEntities, nuoMigrations, nuoSubgraph } from '@werkplein/nuo';
import { testDemo } from '@werkplein/nuo/testing';
import { onTestFinished } from 'vitest';

export type Live = 'nuo' | 'almelo';

export interface LiveGraph {
  url: string;
  databases: Record<Live, Database>;
  databaseUrls: Record<Live, string>;
  /** What the gateway stated, by subgraph. */
  stated: { to: Live; statement: Statement }[];
  /** Clients of Almelo, of whom the NUO may see the name; each has a placement. */
  clientIds: string[];
  ask(user: string, query: string, more?: { variables?: object; headers?: Record<string, string> }): Promise<Answer & { status: number; body: string }>;
}

const clock = fixedClock('2026-11-23T10:00:00Z');
const silent = newLogger('test', process.env['TEST_LOG'] ?? 'silent');

export interface LiveOptions {
  log?: Logger;
  hardening?: Partial<GatewayOptions['config']>;
  /** With what a program is watched. */
  observing?: ((program: Live | 'gateway') => Observing) | undefined;
}

/** The real gateway over the real nuo and Almelo in this process; the other municipalities are down. Gone when the test has finished. */
export const liveGraph = async (dialect: Dialect, clients: number, { log = silent, observing, hardening = {} }: LiveOptions = {}): Promise<LiveGraph> => {
  const keys = await newKeyPair();
  const almelo = moduleFor('almelo');
  const parts = {
    nuo: { home: 'nuo', subgraph: nuoSubgraph, entities: nuoEntities, migrations: nuoMigrations },
    almelo: { ...almelo, home: '0141' },
  };
  const stated: LiveGraph['stated'] = [];
  const serve = async (name: Live) => {
    const { home, subgraph, entities, migrations } = parts[name];
    const { url, drop } = await emptyDatabase(dialect);
    const db = await openDatabase({ url, entities, migrations });
    await db.migrate();
    const verify = await statementVerifier(keys.publicJwk, 'gateway', name);
    const server = await startSubgraph({
      subgraph,
      home,
      db,
      clock,
      verify: async (token, body) => {
        const statement = await verify(token, body);
        if (statement) stated.push({ to: name, statement });
        return statement;
      },
      logging: testLogging(home, { shipped: true }),
      port: 0,
      log,
      observing: observing?.(name),
    });
    onTestFinished(async () => {
      await server.stop();
      await db.close();
      await drop();
    });
    return { db, url, server };
  };
  const served = { nuo: await serve('nuo'), almelo: await serve('almelo') };
  const down = Object.fromEntries(municipalities.map(({ field }) => [field, 'http://127.0.0.1:1/graphql']));
  const gateway = await startGateway({
    config: {
      port: 0,
      supergraphFile: resolve(import.meta.dirname, '../schema/supergraph.graphql'),
      subgraphTimeoutMs: 2000,
      introspection: false,
      production: false,
      ...hardening,
      subgraphUrls: { ...down, ...Object.fromEntries(Object.entries(served).map(([name, { server }]) => [name, `${server.url}/graphql`])) },
    },
    sign: togetherSigner(keys.privateJwk, 'gateway'),
    verify: async (token) => demoUsers.get(token) ?? null,
    log,
    ...(observing && { observing: observing('gateway') }),
  });
  onTestFinished(() => gateway.stop());

  const ask: LiveGraph['ask'] = async (user, query, { variables = {}, headers = {} } = {}) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${user}`, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = await response.text();
    return { ...(JSON.parse(body) as Answer), status: response.status, body };
  };

  const clientIds: string[] = [];
  for (let index = 0; index < clients; index += 1) {
    const { data } = await ask('almelo.klantregisseur', registerDocument, { variables: { input: person({ familyName: `Opvallend${index}` }) } });
    clientIds.push(data.almelo.registerClient.client.id as string);
  }
  for (const id of clientIds) await disclosed(served.almelo, id);
  const demo = testDemo(clients);
  const almeloOnly = <T extends { municipality: string; clientId: string | null }>(rows: Iterable<T>): T[] =>
    [...rows].filter(({ municipality }) => municipality === '0141').map((row, index) => ({ ...row, clientId: clientIds[index] ?? null }));
  await loadDemo(served.nuo.db, { ...demo, participants: almeloOnly(demo.participants), placements: almeloOnly(demo.placements) });
  stated.length = 0;
  return {
    url: `${gateway.url}/graphql`,
    databases: { nuo: served.nuo.db, almelo: served.almelo.db },
    databaseUrls: { nuo: served.nuo.url, almelo: served.almelo.url },
    stated,
    clientIds,
    ask,
  };
};
