import pino from 'pino';
import type { Clock } from '../clock/index.ts';
import { newKeyPair } from '../identity/keys.ts';
import { demoUsers } from '../identity/demo-users.ts';
import type { Principal } from '../identity/principal.ts';
import { STATEMENT_HEADER, type Sign, signer, verifier } from '../identity/statement.ts';
import type { Database } from '../persistence/database.ts';
import type { RunningServer } from '../server/http.ts';
import type { Subgraph } from '../server/schema.ts';
import { startSubgraph } from '../server/subgraph.ts';

/* oxlint-disable typescript/no-explicit-any -- a test reads answers of any shape */
export type Answer = { data: any; errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[] };

export interface TestSubgraph {
  server: RunningServer;
  sign: Sign;
  /** Sends a document as a demo user (`nuo.accountmanager`), signed as the gateway would; gives the answer and its statement count. */
  ask(user: string, query: string, variables?: Record<string, unknown>): Promise<Answer & { statements: number }>;
}

export const demoUser = (name: string): Principal => {
  const principal = demoUsers.get(name);
  if (!principal) throw new Error(`No demo user ${name}.`);
  return principal;
};

/** Serves `subgraph` on a free port, with keys of its own. Stop it with `server.stop()`. */
export const serveForTest = async (name: string, home: string, subgraph: Subgraph, db: Database, clock: Clock): Promise<TestSubgraph> => {
  const keys = await newKeyPair();
  const sign = await signer(keys.privateJwk, 'gateway');
  const server = await startSubgraph({
    subgraph,
    home,
    db,
    clock,
    verify: await verifier(keys.publicJwk, 'gateway', name),
    port: 0,
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
  });
  return {
    server,
    sign,
    ask: async (user, query, variables = {}) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [STATEMENT_HEADER]: await sign(demoUser(user), name) },
        body: JSON.stringify({ query, variables }),
      });
      return { ...((await response.json()) as Answer), statements: Number(/desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1]) };
    },
  };
};
