import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { facts as almelo } from '@werkplein/almelo';
import { bsnVault, createWerkplein, type WerkpleinModule } from '@werkplein/client-regie';
import { keysFor } from '@werkplein/client-regie/testing';
import { compose, directoryActions, directorySchema, directorySdl, startGateway } from '@werkplein/gateway';
import {
  type Database,
  type Dialect,
  fixedClock,
  municipalities,
  newKeyPair,
  NUO,
  type Principal,
  type PurposeCode,
  signer,
  startSubgraph,
  STATEMENT_HEADER,
  statementVerifier,
  type Subgraph,
} from '@werkplein/kernel';
import { demoUser, newAsking, testDatabase, testLogging } from '@werkplein/kernel/testing';
import { nuoEntities, nuoMigrations, nuoSubgraph } from '@werkplein/nuo';
import { facts as tubbergen } from '@werkplein/tubbergen';
import { facts as twenterand } from '@werkplein/twenterand';
import { facts as wierden } from '@werkplein/wierden';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema } from 'graphql';
import pino from 'pino';
import { callers } from './callers.ts';
import { fillNuo, fillWerkplein } from './rows.ts';
import { type Caller, today, worlds } from './worlds.ts';

export interface GraphAnswer {
  status: number;
  /** As it came. */
  body: string;
  /** SQL statements by subgraph. */
  statements: string | null;
  /* oxlint-disable-next-line typescript/no-explicit-any -- a test reads answers of any shape */
  data: any;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

export interface Question {
  query: string;
  variables?: Record<string, unknown>;
  /** Sent as it is, in place of a document. */
  raw?: string;
}

/** Above what the largest batch of the matrix costs. */
const COST_LIMIT = 10_000_000;

/** Where a question goes: `gateway`, or the name of a subgraph with a statement for it. */
export type Ask = (where: string, caller: Caller | null, question: Question) => Promise<GraphAnswer>;

export interface AccessGraph {
  ask: Ask;
  /** What callers of the gateway see of the schema. */
  apiSchema: GraphQLSchema;
  databases: ReadonlyMap<string, Database>;
  /** What every server wrote to its log. */
  logged(): string;
  stop(): Promise<void>;
}

const modules = new Map<string, WerkpleinModule>();
for (const facts of [almelo, twenterand, tubbergen, wierden]) {
  const keys = { keys: [randomBytes(32)], indexKeys: [randomBytes(32)] };
  modules.set(facts.municipality.field, createWerkplein(facts, keysFor(facts.municipality, { vault: bsnVault(facts.municipality, () => keys) })));
}

/** The five subgraphs by name. */
export const subgraphs: ReadonlyMap<string, Subgraph> = new Map([[NUO, nuoSubgraph], ...[...modules].map(([name, { subgraph }]) => [name, subgraph] as const)]);

/** All six schemas with what they guard. */
export const guarded: ReadonlyMap<string, Pick<Subgraph, 'schema' | 'sdl' | 'actions'>> = new Map([
  ...subgraphs,
  ['directory', { schema: directorySchema(municipalities), sdl: directorySdl(municipalities), actions: directoryActions(municipalities) }],
]);

export const supergraphSdl: string = compose(Object.fromEntries([...guarded].map(([name, { sdl }]) => [name, sdl])));

const post = async (
  url: string,
  headersOf: (body: string) => Record<string, string> | Promise<Record<string, string>>,
  { query, variables, raw }: Question,
): Promise<GraphAnswer> => {
  const sent = raw ?? JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json', ...(await headersOf(sent)) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: sent });
  const body = await response.text();
  const { data, errors = [] } = JSON.parse(body) as Pick<GraphAnswer, 'data'> & Partial<Pick<GraphAnswer, 'errors'>>;
  return { status: response.status, body, statements: response.headers.get('x-sql-statements') ?? response.headers.get('server-timing'), data, errors };
};

const principalOf = ({ employeeId, displayName, organisation, roles }: Caller): Principal => ({ employeeId, displayName, organisation, roles });

/** The real gateway over the five real subgraphs, all in this process and on databases of their own with the rows of every world. */
export const startAccessGraph = async (dialect: Dialect): Promise<AccessGraph> => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const keys = await newKeyPair();
  const sign = signer(keys.privateJwk, 'gateway');
  const clock = fixedClock(`${today}T10:00:00Z`);
  const databases = new Map<string, Database>();
  const servers = new Map<string, Awaited<ReturnType<typeof startSubgraph>>>();
  for (const [name, subgraph] of subgraphs) {
    const module = modules.get(name);
    const home = module?.facts.municipality.code ?? NUO;
    const db = await testDatabase(dialect, module ?? { entities: nuoEntities, migrations: nuoMigrations });
    databases.set(name, db);
    await (module ? fillWerkplein(db, module.vault, home) : fillNuo(db));
    const logging = testLogging(home);
    servers.set(
      name,
      await startSubgraph({ subgraph, home, db, clock, verify: await statementVerifier(keys.publicJwk, 'gateway', name), logging, port: 0, log }),
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'access-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, supergraphSdl);
  const tokenOf = ({ name }: Caller): string => encodeURIComponent(name).replaceAll('%20', '-');
  const known = new Map(callers.map((caller) => [tokenOf(caller), principalOf(caller)]));
  const gateway = await startGateway({
    config: {
      port: 0,
      supergraphFile,
      subgraphTimeoutMs: 20_000,
      introspection: true,
      costLimit: COST_LIMIT,
      production: false,
      subgraphUrls: Object.fromEntries([...servers].map(([name, { url }]) => [name, `${url}/graphql`])),
    },
    sign,
    // Tokens have tests of their own; here a token is a name.
    verify: async (token) => known.get(token) ?? null,
    log,
  });
  const direct = (name: string, principal: Principal, purpose: PurposeCode | null, question: Question): Promise<GraphAnswer> =>
    post(servers.get(name)?.url as string, async (body) => ({ [STATEMENT_HEADER]: sign(principal, name, { ...newAsking(), purpose }, body) }), question);
  // An access log of a client shows nothing until somebody looked.
  for (const { municipality, clientId } of worlds)
    await direct(municipality.field, demoUser(`${municipality.field}.klantregisseur`), null, {
      query: `{ _entities(representations: [{ __typename: "${municipality.name}Client", id: "${clientId}" }]) { ... on ${municipality.name}Client { id } } }`,
    });
  const introspection = await post(gateway.url, () => ({}), { query: getIntrospectionQuery() });
  return {
    apiSchema: buildClientSchema(introspection.data),
    ask: async (where, caller, question) => {
      if (!caller) return post(where === 'gateway' ? gateway.url : (servers.get(where)?.url as string), () => ({}), question);
      const { purpose } = caller;
      if (where !== 'gateway') return direct(where, principalOf(caller), purpose ?? null, question);
      return post(gateway.url, () => ({ authorization: `Bearer ${tokenOf(caller)}`, ...(purpose && { 'x-purpose': purpose }) }), question);
    },
    databases,
    logged: () => lines.join(''),
    stop: async () => {
      await gateway.stop();
      for (const server of servers.values()) await server.stop();
      for (const db of databases.values()) await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
