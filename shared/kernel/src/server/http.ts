import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import { catalogue, type ErrorCode } from '../errors/catalogue.ts';
import { answerCors, type Cors } from './cors.ts';
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
  /** Wraps the work of one request. */
  around?<T>(context: C, work: () => Promise<T>): Promise<T>;
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
  /** Stops accepting, lets running requests finish, then returns. */
  stop(): Promise<void>;
}

const HEADERS_LIMIT = 16 * 1024;
const KEEP_ALIVE_MS = 65_000;
/** For sending a request, head and body. */
const REQUEST_MS = 30_000;

const answerGraphql = async <C extends BaseContext>(
  options: HttpOptions<C>,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  answered: Answered<C>,
): Promise<void> => {
  checkRequest(request);
  const text = await readBody(request, options.bodyLimit);
  const context = await options.context(request, text);
  if (context === null) throw new Refused('UNAUTHENTICATED');
  answered.context = context;
  const parsed = parseBody(text);
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
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
    response.writeHead(status, { ...Object.fromEntries(answer.headers), 'cache-control': 'no-store', ...options.headers?.(context) });
    response.end(answer.body.string);
  };
  await (options.around ? options.around(context, run) : run());
};

/** Answers, and tells `done` how that ended. */
const answerAndTell = async <C extends BaseContext>(
  options: HttpOptions<C>,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  mayWork: boolean,
): Promise<void> => {
  const answered: Answered<C> = { context: null, ms: performance.now(), status: 0, refusal: null, error: undefined };
  try {
    if (!mayWork) throw new Refused('UNAVAILABLE', { 'retry-after': '1' });
    await answerGraphql(options, request, response, search, answered);
    answered.status = response.statusCode;
  } catch (error) {
    answered.refusal = error instanceof Refused ? error.code : 'INTERNAL';
    answered.status = catalogue[answered.refusal].http;
    if (!(error instanceof Refused)) answered.error = error;
    throw error;
  } finally {
    answered.ms = performance.now() - answered.ms;
    options.done?.(answered);
  }
};

const newServer = (tls: Tls | undefined, handle: (request: IncomingMessage, response: ServerResponse) => void): Server => {
  const limits: ServerOptions = { maxHeaderSize: HEADERS_LIMIT, keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_MS };
  if (!tls) return createServer(limits, handle);
  const mutual = tls.ca !== undefined;
  return createTlsServer({ ...limits, ...tls, minVersion: 'TLSv1.2', requestCert: mutual, rejectUnauthorized: mutual }, handle);
};

/** Serves one ApolloServer at `/graphql`, with `/health/live` and `/health/ready`. */
export const serveGraphql = async <C extends BaseContext>(options: HttpOptions<C>): Promise<RunningServer> => {
  const { tls, cors, texts = {}, challenge } = options;
  const fixed = Object.entries({ ...securityHeaders, ...((tls || options.behindTls) && strictTransport) });
  let draining = false;
  let inWork = 0;
  options.watched?.(() => inWork);
  await options.apollo.start();

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of fixed) response.setHeader(name, value);
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (draining) response.setHeader('connection', 'close');
    if (url.pathname === '/health/live') return send(response, 200, '{"status":"live"}');
    if (url.pathname === '/health/ready') {
      const ready = !draining && (await options.ready());
      return send(response, ready ? 200 : 503, JSON.stringify({ status: ready ? 'ready' : 'not ready' }));
    }
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
      await answerAndTell(options, request, response, url.search, mayWork);
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
    stop: async () => {
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
