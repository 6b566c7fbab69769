import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import { catalogue, type ErrorCode } from '../errors/catalogue.ts';
import { listen } from './listen.ts';
import type { Route } from './route.ts';

// The documented `executeHTTPGraphQLRequest` on bare node:http: measured at half the CPU of the Express integration,
// and the health routes and the drain need the server object anyway.

export interface HttpOptions<C extends BaseContext> {
  apollo: ApolloServer<C>;
  /** Null refuses the request as UNAUTHENTICATED before anything is parsed. */
  context(request: IncomingMessage): Promise<C | null>;
  ready(): Promise<boolean>;
  port: number;
  host?: string;
  bodyLimit: number;
  /** Wraps the work of one request. */
  around?<T>(work: () => Promise<T>): Promise<T>;
  /** Runs when the answer is made and not yet sent; a code refuses it, and nothing of it leaves. */
  beforeAnswer?(context: C): Promise<ErrorCode | null>;
  /** Headers that the finished request adds to its answer; called inside `around`. */
  headers?(context: C): Record<string, string>;
  routes?: readonly Route[] | undefined;
}

export interface RunningServer {
  url: string;
  port: number;
  /** Stops accepting, lets running requests finish, then returns. */
  stop(): Promise<void>;
}

const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

const readBody = async (request: IncomingMessage, limit: number): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw new Refused('BODY_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parseBody = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('BAD_INPUT');
  }
};

const send = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...securityHeaders, ...headers });
  response.end(body);
};

const refuse = (response: ServerResponse, code: ErrorCode): void => {
  const { http, text } = catalogue[code];
  send(response, http === 200 ? 400 : http, JSON.stringify({ errors: [{ message: text, extensions: { code } }] }), { connection: 'close' });
};

const answerGraphql = async <C extends BaseContext>(
  options: HttpOptions<C>,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
): Promise<void> => {
  const context = await options.context(request);
  if (context === null) throw new Refused('UNAUTHENTICATED');
  const body = parseBody(await readBody(request, options.bodyLimit));
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const run = async (): Promise<void> => {
    const answer = await options.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers, search, body },
      context: async () => context,
    });
    if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not served.');
    const refusal = (await options.beforeAnswer?.(context)) ?? null;
    if (refusal !== null) throw new Refused(refusal);
    response.writeHead(answer.status ?? 200, { ...Object.fromEntries(answer.headers), ...securityHeaders, ...options.headers?.(context) });
    response.end(answer.body.string);
  };
  await (options.around ? options.around(run) : run());
};

/** Serves one ApolloServer at `/graphql`, with `/health/live` and `/health/ready`. */
export const serveGraphql = async <C extends BaseContext>(options: HttpOptions<C>): Promise<RunningServer> => {
  let draining = false;
  await options.apollo.start();

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (draining) response.setHeader('connection', 'close');
    if (url.pathname === '/health/live') return send(response, 200, '{"status":"live"}');
    if (url.pathname === '/health/ready') {
      const ready = !draining && (await options.ready());
      return send(response, ready ? 200 : 503, JSON.stringify({ status: ready ? 'ready' : 'not ready' }));
    }
    const other = options.routes?.find((each) => each.handles(url.pathname));
    if (other) {
      for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
      if (draining) return refuse(response, 'UNAVAILABLE');
      if (request.method !== 'GET') return send(response, 405, '{"status":"method not allowed"}', { allow: 'GET' });
      return other.answer(request, response, url.pathname);
    }
    if (url.pathname !== '/graphql') return send(response, 404, '{"status":"not found"}');
    await answerGraphql(options, request, response, url.search);
  };

  // Node counts a connection on which nothing was asked yet as busy, for a minute.
  const silent = new Set<Socket>();
  const server = createServer((request, response) => {
    silent.delete(request.socket);
    route(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      return refuse(response, error instanceof Refused ? error.code : 'INTERNAL');
    });
  });
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, options.port, options.host ?? '127.0.0.1');

  return {
    url: `http://127.0.0.1:${port}`,
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
