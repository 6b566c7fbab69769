import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import { buildInfo } from '../config/build-info.ts';
import { catalogue, type ErrorCode } from '../errors/catalogue.ts';
import { answerCors, type Cors } from './cors.ts';
import { remainingOf, whileAwaited } from './deadline.ts';
import { listen } from './listen.ts';
import { Refused } from './refused.ts';
import { checkRequest, parseBody, readBody } from './request.ts';
import { refuse, securityHeaders, send, strictTransport } from './response.ts';
import type { Route } from './route.ts';
import type { Tls } from './tls.ts';

// The documented `executeHTTPGraphQLRequest` on bare node:http: measured at half the CPU of the Express integration,
// and the health routes and the drain need the server object anyway.

export interface HttpOptions<C extends BaseContext> {
  apollo: ApolloServer<C>;
  /** Who asks, of a request with this body. Null refuses it as UNAUTHENTICATED before anything is parsed; a `Refused` as what it says. */
  context(request: IncomingMessage, body: string): Promise<C | null>;
  ready(): Promise<boolean>;
  port: number;
  host?: string;
  bodyLimit: number;
  /** Operations in work at the same time; who comes above it is asked to come back. */
  atOnce?: number;
  /** Serves by TLS; with a `ca`, only to who shows a certificate of it. */
  tls?: Tls | undefined;
  /** TLS ends before this process, so say so to browsers. */
  behindTls?: boolean;
  cors?: Cors;
  /** `WWW-Authenticate` of a 401 that has none of its own. */
  challenge?: string;
  /** Plain texts at fixed addresses. */
  texts?: Readonly<Record<string, string>>;
  /** Puts another request in the place of the one that came. */
  rewrite?(body: unknown): unknown;
  /** Wraps the work of one request; the signal is aborted when nobody waits for its answer any more. */
  around?<T>(context: C, work: () => Promise<T>, unwanted: AbortSignal): Promise<T>;
  /** How long one request is worked on at most, in ms; less when its caller says that it waits less (`x-werkplein-remaining-ms`). */
  longestMs?: number;
  /** Runs when the answer is made and not yet sent; a code refuses it, and nothing of it leaves. */
  beforeAnswer?(context: C): Promise<ErrorCode | null>;
  /** Headers that the finished request adds to its answer; called inside `around`. */
  headers?(context: C): Record<string, string>;
  routes?: readonly Route[] | undefined;
  /** Told of each request to the graph when its answer is on its way, or it was refused. */
  done?(answered: Answered<C>): void;
  /** Told how the server counts its own requests, once. */
  watched?(inWork: () => number): void;
}

/** How one request to the graph ended. */
export interface Answered<C> {
  /** Null when it was refused before it was known who asks. */
  context: C | null;
  ms: number;
  status: number;
  /** The code with which it was refused as a whole. */
  refusal: ErrorCode | null;
  /** What went wrong that nobody had thought of. */
  error: unknown;
}

export interface RunningServer {
  url: string;
  port: number;
  /** Is not ready from now on and takes requests for so long (in ms, 0 without), then stops accepting, lets running requests finish, and returns. */
  stop(drainMs?: number): Promise<void>;
}

const HEADERS_LIMIT = 16 * 1024;
const KEEP_ALIVE_MS = 65_000;
/** For sending a request, head and body. */
const REQUEST_MS = 30_000;
/** For answering one, where nothing else is said. */
const LONGEST_MS = 30_000;

/** Where nearly everybody asks. */
const graph = { pathname: '/graphql', search: '' };

/** What Apollo's server and our plugins look at. */
const headersForApollo = ({ headers: { 'content-type': type = '', accept } }: IncomingMessage): HeaderMap => {
  const headers = new HeaderMap([['content-type', type]]);
  if (accept !== undefined) headers.set('accept', accept);
  return headers;
};

const answerGraphql = async <C extends BaseContext>(
  options: HttpOptions<C>,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  answered: Answered<C>,
): Promise<void> => {
  checkRequest(request);
  const { around, longestMs = LONGEST_MS } = options;
  const remaining = around ? remainingOf(request, longestMs) : longestMs;
  if (remaining === 0) throw new Refused('UNAVAILABLE');
  const text = await readBody(request, options.bodyLimit);
  const context = await options.context(request, text);
  if (context === null) throw new Refused('UNAUTHENTICATED');
  answered.context = context;
  const parsed = parseBody(text);
  const headers = headersForApollo(request);
  const run = async (): Promise<void> => {
    const answer = await options.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search, body: options.rewrite ? options.rewrite(parsed) : parsed },
      context: async () => context,
    });
    if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not served.');
    const refusal = (await options.beforeAnswer?.(context)) ?? null;
    if (refusal !== null) throw new Refused(refusal);
    const status = answer.status ?? 200;
    if (status === 401 && options.challenge !== undefined) response.setHeader('www-authenticate', options.challenge);
    const { string } = answer.body;
    // With its length known the head and the answer leave in one write, and in no chunks.
    const length = Buffer.byteLength(string);
    response.writeHead(status, { ...Object.fromEntries(answer.headers), 'content-length': length, 'cache-control': 'no-store', ...options.headers?.(context) });
    response.end(string);
  };
  await (around ? whileAwaited(response, remaining, (unwanted) => around(context, run, unwanted)) : run());
};

/** Answers by `work`, which fills in who asked, and tells `done` how that ended. */
export const answerAndTell = async <C>(
  response: ServerResponse,
  done: ((answered: Answered<C>) => void) | undefined,
  work: (answered: Answered<C>) => Promise<void>,
): Promise<void> => {
  const answered: Answered<C> = { context: null, ms: performance.now(), status: 0, refusal: null, error: undefined };
  try {
    await work(answered);
    answered.status = response.statusCode;
  } catch (error) {
    answered.refusal = error instanceof Refused ? error.code : 'INTERNAL';
    answered.status = catalogue[answered.refusal].http;
    if (!(error instanceof Refused)) answered.error = error;
    throw error;
  } finally {
    answered.ms = performance.now() - answered.ms;
    done?.(answered);
  }
};

const newServer = (tls: Tls | undefined, handle: (request: IncomingMessage, response: ServerResponse) => void): Server => {
  const limits: ServerOptions = { maxHeaderSize: HEADERS_LIMIT, keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_MS };
  if (!tls) return createServer(limits, handle);
  const mutual = tls.ca !== undefined;
  return createTlsServer({ ...limits, ...tls, minVersion: 'TLSv1.2', requestCert: mutual, rejectUnauthorized: mutual }, handle);
};

/** Serves one ApolloServer at `/graphql`, with `/health/live`, `/health/ready` and, for who runs it, `/health/version`. */
export const serveGraphql = async <C extends BaseContext>(options: HttpOptions<C>): Promise<RunningServer> => {
  const { tls, cors, texts = {}, challenge } = options;
  const fixed = Object.entries({ ...securityHeaders, ...((tls || options.behindTls) && strictTransport) });
  const build = JSON.stringify(buildInfo());
  let leaving = false;
  let draining = false;
  let inWork = 0;
  options.watched?.(() => inWork);
  await options.apollo.start();

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of fixed) response.setHeader(name, value);
    const url = request.url === '/graphql' ? graph : new URL(request.url ?? '/', 'http://localhost');
    // Whoever asks again is to come by a new connection, and so to another process.
    if (leaving) response.setHeader('connection', 'close');
    if (url.pathname === '/health/live') return send(response, 200, '{"status":"live"}');
    if (url.pathname === '/health/ready') {
      const ready = !leaving && (await options.ready());
      return send(response, ready ? 200 : 503, JSON.stringify({ status: ready ? 'ready' : 'not ready' }));
    }
    if (url.pathname === '/health/version') return send(response, 200, build);
    const text = Object.hasOwn(texts, url.pathname) ? texts[url.pathname] : undefined;
    if (text !== undefined) return send(response, 200, text, { 'content-type': 'text/plain; charset=utf-8' });
    const other = options.routes?.find((each) => each.handles(url.pathname));
    if (other) {
      if (draining) throw new Refused('UNAVAILABLE');
      const allow = other.method ?? 'GET';
      if (request.method !== allow) return send(response, 405, '{"status":"method not allowed"}', { allow });
      return other.answer(request, response, url.pathname);
    }
    if (url.pathname !== '/graphql') return send(response, 404, '{"status":"not found"}');
    if (cors && answerCors(cors, request, response)) return;
    const mayWork = inWork < (options.atOnce ?? Number.POSITIVE_INFINITY);
    inWork += 1;
    try {
      await answerAndTell<C>(response, options.done, async (answered) => {
        if (!mayWork) throw new Refused('UNAVAILABLE', { 'retry-after': '1' });
        await answerGraphql(options, request, response, url.search, answered);
      });
    } finally {
      inWork -= 1;
    }
  };

  // Node counts a connection on which nothing was asked yet as busy, for a minute.
  const silent = new Set<Socket>();
  const server = newServer(tls, (request, response) => {
    silent.delete(request.socket);
    route(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      const refused = error instanceof Refused ? error : new Refused('INTERNAL');
      if (refused.code === 'UNAUTHENTICATED' && challenge !== undefined) response.setHeader('www-authenticate', challenge);
      return refuse(response, refused);
    });
  });
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  const port = await listen(server, options.port, options.host ?? '127.0.0.1');

  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    stop: async (drainMs = 0) => {
      leaving = true;
      if (drainMs > 0) await wait(drainMs);
      draining = true;
      for (const each of options.routes ?? []) each.drain?.();
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of silent) socket.destroy();
      // A kept-alive connection that turns idle after this moment must go as well, or a patient caller holds us up.
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      await closed;
      clearInterval(idle);
      await options.apollo.stop();
    },
  };
};
