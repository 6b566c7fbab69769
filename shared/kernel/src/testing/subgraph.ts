import type { Clock } from '../clock/index.ts';
import { newKeyPair } from '../identity/keys.ts';
import { demoUsers } from '../identity/demo-users.ts';
import type { Principal } from '../identity/principal.ts';
import { pseudonyms } from '../processing/pseudonyms.ts';
import { newTrace } from '../trace/index.ts';
import { type Asking, STATEMENT_HEADER, type Sign, signer, statementVerifier } from '../identity/statement.ts';
import type { Database } from '../persistence/database.ts';
import { type Logger, newLogger } from '../server/log.ts';
import type { RunningServer } from '../server/http.ts';
import type { Subgraph } from '../server/schema.ts';
import { startSubgraph } from '../server/subgraph.ts';

/* oxlint-disable typescript/no-explicit-any -- a test reads answers of any shape */
export type Answer = { data: any; errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[] };

export const newAsking = (): Asking => ({ trace: newTrace(), operation: 'Test', purpose: null });

type Question = [user: string, query: string, variables?: Record<string, unknown>, asking?: Asking];

export interface TestSubgraph {
  server: RunningServer;
  /** As the gateway signs: with a new trace, unless another is given. */
  sign: Sign;
  /** Sends a document as a demo user (`nuo.accountmanager`), signed as the gateway would; gives the answer and its statement count. */
  ask(...question: Question): Promise<Answer & { statements: number }>;
  /** The same, as it came. */
  send(...question: Question): Promise<{ status: number; body: string }>;
}

export const demoUser = (name: string): Principal => {
  const principal = demoUsers.get(name);
  if (!principal) throw new Error(`No demo user ${name}.`);
  return principal;
};

/** Another for each organisation, as in production. */
export const testPseudonymKey = (home: string): Buffer => Buffer.alloc(32, home);

/** Serves `subgraph` on a free port, with keys of its own. Stop it with `server.stop()`. */
export const serveForTest = async (
  name: string,
  home: string,
  subgraph: Subgraph,
  db: Database,
  clock: Clock,
  log: Logger = newLogger(name, process.env['TEST_LOG'] ?? 'silent'),
): Promise<TestSubgraph> => {
  const keys = await newKeyPair();
  const signStatement = await signer(keys.privateJwk, 'gateway');
  const sign: Sign = (principal, audience, asking = newAsking()) => signStatement(principal, audience, asking);
  const server = await startSubgraph({
    subgraph,
    home,
    db,
    clock,
    verify: await statementVerifier(keys.publicJwk, 'gateway', name),
    logging: { pseudonym: pseudonyms(testPseudonymKey(home)), caller: 'http://gateway.invalid/graphql' },
    port: 0,
    log,
  });
  const post = async (user: string, query: string, variables: Record<string, unknown> = {}, asking: Asking = newAsking()) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [STATEMENT_HEADER]: await sign(demoUser(user), name, asking) },
      body: JSON.stringify({ query, variables }),
    });
  return {
    server,
    sign,
    send: async (...question) => {
      const response = await post(...question);
      return { status: response.status, body: await response.text() };
    },
    ask: async (...question) => {
      const response = await post(...question);
      return { ...((await response.json()) as Answer), statements: Number(/desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1]) };
    },
  };
};
