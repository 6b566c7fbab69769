import { generateKeyPairSync } from 'node:crypto';
import { auditSigner } from '../audit/chain.ts';
import type { Clock } from '../clock/index.ts';
import { newIds } from '../ids/index.ts';
import { newKeyPair } from '../identity/keys.ts';
import { demoUsers } from '../identity/demo-users.ts';
import type { Principal } from '../identity/principal.ts';
import { keyedPseudonyms } from '../processing/pseudonyms.ts';
import type { ProcessingLogging } from '../server/context.ts';
import { newTrace } from '../trace/index.ts';
import { type Asking, STATEMENT_HEADER, type Sign, signer, statementVerifier } from '../identity/statement.ts';
import { type LetterService, serveLetters } from '../letters/service.ts';
import type { Database } from '../persistence/database.ts';
import { type Logger, newLogger } from '../observability/log.ts';
import type { RunningServer } from '../server/http.ts';
import type { SubgraphProcess } from '../server/process.ts';
import type { Subgraph } from '../server/schema.ts';
import { startSubgraph } from '../server/subgraph.ts';

/* oxlint-disable typescript/no-explicit-any -- a test reads answers of any shape */
export type Answer = { data: any; errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[] };

export const newAsking = (): Asking => ({ trace: newTrace(), operation: 'Test', purpose: null });

type Question = [user: string | Principal, query: string, variables?: Record<string, unknown>, asking?: Asking];

export interface TestSubgraph {
  server: RunningServer;
  /** As the gateway signs: with a new trace, unless another is given. */
  sign: Sign;
  /** Sends a document as a demo user (`nuo.accountmanager`) or as anyone else, signed as the gateway would; gives the answer and its statement count. */
  ask(...question: Question): Promise<Answer & { statements: number }>;
  /** The same, as it came. */
  send(...question: Question): Promise<{ status: number; body: string }>;
}

export const demoUser = (name: string): Principal => {
  const principal = demoUsers.get(name);
  if (!principal) throw new Error(`No demo user ${name}.`);
  return principal;
};

// One for all tests of a process.
const auditKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });

/** Another for each organisation, as in production. */
export const testPseudonymKey = (home: string): Buffer => Buffer.alloc(32, home);

/** With what a test logs and audits. */
export const testLogging = (home: string, otherwise: Partial<ProcessingLogging> = {}): ProcessingLogging => ({
  ...keyedPseudonyms([testPseudonymKey(home)]),
  caller: 'http://gateway.invalid/graphql',
  shipped: false,
  audit: auditSigner(home, [auditKey]),
  ...otherwise,
});

/** What a test serves otherwise than usual. */
export interface ServeOptions {
  logging?: Partial<ProcessingLogging>;
  serve?: SubgraphProcess['serve'];
  /** Takes letters in and delivers them, looking every few milliseconds. */
  letters?: LetterService | undefined;
  log?: Logger | undefined;
  longestMs?: number | undefined;
}

/** Serves `subgraph` on a free port, with keys of its own. Stop it with `server.stop()`. */
export const serveForTest = async (
  name: string,
  home: string,
  subgraph: Subgraph,
  db: Database,
  clock: Clock,
  { logging = {}, serve, letters, longestMs, log = newLogger(name, process.env['TEST_LOG'] ?? 'silent') }: ServeOptions = {},
): Promise<TestSubgraph> => {
  const keys = await newKeyPair();
  const signStatement = signer(keys.privateJwk, 'gateway');
  const sign: Sign = (principal, audience, asking = newAsking(), body = '') => signStatement(principal, audience, asking, body);
  const verify = await statementVerifier(keys.publicJwk, 'gateway', name);
  const ownLogging = testLogging(home, logging);
  // Waiting for a next try takes real time, also for whose day stands still.
  const startedAt = performance.now();
  const ticking: Clock = () => new Date(clock().getTime() + performance.now() - startedAt);
  const services = [
    await serve?.({ db, clock, verify, logging: ownLogging, log }),
    letters &&
      (await serveLetters(letters, {
        db,
        clock,
        courierClock: ticking,
        log,
        home,
        logging: ownLogging,
        newId: newIds(home, clock),
        lookMs: 20,
        firstPauseMs: 20,
      })),
  ].filter((service) => service !== undefined);
  const server = await startSubgraph({
    subgraph,
    home,
    db,
    clock,
    verify,
    logging: ownLogging,
    port: 0,
    log,
    longestMs,
    routes: services.flatMap(({ routes }) => routes),
  });
  const post = async (user: string | Principal, query: string, variables: Record<string, unknown> = {}, asking: Asking = newAsking()) => {
    const body = JSON.stringify({ query, variables });
    const principal = typeof user === 'string' ? demoUser(user) : user;
    return fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [STATEMENT_HEADER]: sign(principal, name, asking, body) },
      body,
    });
  };
  return {
    server: {
      ...server,
      stop: async () => {
        await server.stop();
        for (const service of services) await service.stop();
      },
    },
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
