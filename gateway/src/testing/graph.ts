import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, type Municipality, municipalities, newKeyPair, newLogger, NUO, statementVerifier, togetherSigner, type Tls } from '@werkplein/kernel';
import { directorySdl } from '../directory/directory.ts';
import type { Execution } from '../execution/federation.ts';
import type { Hardening } from '../hardening.ts';
import { readIssuers, type TokenIssuerInput } from '../identity/issuers.ts';
import { tokenVerifier } from '../identity/tokens.ts';
import type { PlanningLimits } from '../planning/planning.ts';
import { type RunningGateway, startGateway } from '../server.ts';
import { compose } from '../supergraph/compose.ts';
import { startTestIssuer, type TestIssuer } from './issuer.ts';
import { almeloId, almeloId2, type FakeSubgraph, municipalResolvers, municipalSdl, nuoResolvers, nuoSdl, serveFake, wierdenId } from './subgraphs.ts';

export const taking: readonly Municipality[] = [
  { code: '0141', name: 'Almelo', field: 'almelo', defaultPort: 0 },
  { code: '0189', name: 'Wierden', field: 'wierden', defaultPort: 0 },
];

export const sdls = (): Record<string, string> => ({
  directory: directorySdl(taking),
  nuo: nuoSdl,
  almelo: municipalSdl('Almelo', 'almelo'),
  wierden: municipalSdl('Wierden', 'wierden'),
});

export interface GraphAnswer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers of any shape
  data: any; // oxlint-disable-line typescript/no-explicit-any
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  extensions?: unknown;
}

export type AskOptions = { user?: string | null; token?: string; variables?: object; headers?: Record<string, string> };

export interface TestGraph {
  gateway: RunningGateway;
  supergraphFile: string;
  subgraphs: Record<'nuo' | 'almelo' | 'wierden', FakeSubgraph>;
  ask(query: string, options?: AskOptions): Promise<GraphAnswer>;
  issuer: TestIssuer;
  stop(): Promise<void>;
}

export interface TestGraphOptions {
  /** Other addresses than those of the tiny subgraphs. */
  urls?: Record<string, string>;
  timeoutMs?: number;
  production?: boolean;
  /** What the issuer's tokens must have. */
  issuerRules?: Partial<TokenIssuerInput>;
  hardening?: Partial<Hardening>;
  execution?: Execution;
  /** A thread of its own takes half a second to start, so most tests plan without one. */
  planning?: PlanningLimits | null;
  log?: Logger;
  /** What the subgraphs show and demand. */
  subgraphTls?: Tls;
}

/** The gateway over the tiny subgraphs, all on free ports with keys of their own. */
export const startTestGraph = async ({
  urls = {},
  timeoutMs = 2000,
  production = false,
  hardening = {},
  execution = 'compiled',
  planning = null,
  subgraphTls: tls,
  issuerRules = {},
  log = newLogger('gateway', process.env['TEST_LOG'] ?? 'silent'),
}: TestGraphOptions = {}): Promise<TestGraph> => {
  const [issuer, own] = await Promise.all([startTestIssuer(), newKeyPair()]);
  const organisations = [NUO, ...municipalities.map(({ code }) => code)];
  const verify = (name: string) => statementVerifier(own.publicJwk, 'gateway', name);
  const subgraphs = {
    nuo: await serveFake(nuoSdl, nuoResolvers, await verify('nuo'), { ...(tls && { tls }) }),
    almelo: await serveFake(municipalSdl('Almelo', 'almelo'), municipalResolvers('Almelo', 'almelo', '0141', [almeloId, almeloId2]), await verify('almelo'), {
      ...(tls && { tls }),
    }),
    wierden: await serveFake(municipalSdl('Wierden', 'wierden'), municipalResolvers('Wierden', 'wierden', '0189', [wierdenId]), await verify('wierden'), {
      ...(tls && { tls }),
    }),
  };
  const supergraphFile = join(mkdtempSync(join(tmpdir(), 'supergraph-')), 'supergraph.graphql');
  writeFileSync(supergraphFile, compose(sdls()));
  const gateway = await startGateway({
    config: {
      port: 0,
      supergraphFile,
      subgraphTimeoutMs: timeoutMs,
      execution,
      introspection: !production,
      production,
      ...hardening,
      subgraphUrls: { ...Object.fromEntries(Object.entries(subgraphs).map(([name, { url }]) => [name, `${url}/graphql`])), ...urls },
    },
    sign: togetherSigner(own.privateJwk, 'gateway'),
    verify: tokenVerifier(readIssuers([{ issuer: issuer.url, organisations, clients: ['werkplein-web'], ...issuerRules }], false), log),
    log,
    municipalities: taking,
    planning,
  });
  return {
    gateway,
    supergraphFile,
    subgraphs,
    issuer,
    ask: async (query, { user = 'nuo.coordinator', token: given, variables, headers } = {}) => {
      const bearer = given ?? (user === null ? undefined : await issuer.token(user));
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }), ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, ...((await response.json()) as Pick<GraphAnswer, 'data' | 'errors'>) };
    },
    stop: async () => {
      await gateway.stop();
      await Promise.all([issuer, ...Object.values(subgraphs)].map((each) => each.stop()));
    },
  };
};
