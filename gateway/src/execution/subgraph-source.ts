import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type Asking, type Logger, newSpanId, STATEMENT_HEADER, traceparentOf } from '@werkplein/kernel';
import { type Dispatcher, Pool } from 'undici';
import { type GatewayContext, recordRequest } from './context.ts';
import { missingParts } from './missing-parts.ts';
import { operationOf } from './operation.ts';
import { keepTypenames, readAnswer, type SubgraphAnswer, unavailable } from './subgraph-answer.ts';

export interface SubgraphSourceOptions {
  name: string;
  url: string;
  timeoutMs: number;
  log: Logger;
}

const CONNECTIONS = 64;
const RESPONSE_LIMIT = 5 * 1024 * 1024;
const KEEP_ALIVE_MS = 30_000;

/** The connection was gone before the subgraph saw the request: a keep-alive socket of a restarted process. */
const lostConnection = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
const isLost = (error: unknown): boolean => lostConnection.has(String((error as { code?: unknown } | null)?.code));

/** What the caller asked, of which this fetch is a part. */
const operationIn = (options: GraphQLDataSourceProcessOptions<GatewayContext & Record<string, unknown>>): string => {
  const { operationName, source } = 'incomingRequestContext' in options ? options.incomingRequestContext : {};
  return operationOf(operationName, source ?? options.request.query ?? '');
};

/** One subgraph over HTTP: signed, limited in time and size, and silent about its address. */
export class SubgraphSource implements GraphQLDataSource<GatewayContext & Record<string, unknown>> {
  readonly #options: SubgraphSourceOptions;
  readonly #pool: Pool;
  readonly #path: string;

  constructor(options: SubgraphSourceOptions) {
    const { origin, pathname, search } = new URL(options.url);
    this.#options = options;
    this.#path = `${pathname}${search}`;
    this.#pool = new Pool(origin, {
      connections: CONNECTIONS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectTimeout: options.timeoutMs,
      maxResponseSize: RESPONSE_LIMIT,
    });
  }

  async process(options: GraphQLDataSourceProcessOptions<GatewayContext & Record<string, unknown>>): Promise<SubgraphAnswer> {
    const { name, log } = this.#options;
    const { request } = options;
    const context = options.context as GatewayContext;
    const asking: Asking = { trace: { traceId: context.traceId, spanId: newSpanId() }, operation: operationIn(options), purpose: null };
    const query = request.query ?? '';
    try {
      const body = JSON.stringify({ query, variables: request.variables, operationName: request.operationName });
      return keepTypenames(await this.#ask(query, body, context, asking), request.variables);
    } catch (error) {
      log.error({ subgraph: name, problem: describe(error) }, 'subgraph unavailable');
      return unavailable(name, missingParts(query));
    }
  }

  async #ask(query: string, body: string, context: GatewayContext, asking: Asking): Promise<SubgraphAnswer> {
    const { name, timeoutMs } = this.#options;
    const record = recordRequest(context, name);
    const options: Dispatcher.RequestOptions = {
      path: this.#path,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        [STATEMENT_HEADER]: await context.statement(name, asking),
        traceparent: traceparentOf(asking.trace),
      },
      body,
      // One limit for connecting, waiting and reading together.
      signal: AbortSignal.timeout(timeoutMs),
    };
    const { status, headers, text } = await this.#send(options).catch((error: unknown) => {
      if (isLost(error) && !query.startsWith('mutation')) return this.#send(options);
      throw error;
    });
    record.statements += Number(/\bsql;desc="(\d+)"/.exec(String(headers['server-timing'] ?? ''))?.[1] ?? 0);
    return readAnswer(name, status, String(headers['content-type'] ?? ''), text);
  }

  async #send(options: Dispatcher.RequestOptions): Promise<{ status: number; headers: Dispatcher.ResponseData['headers']; text: string }> {
    const { statusCode, headers, body } = await this.#pool.request(options);
    return { status: statusCode, headers, text: await body.text() };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  return `${error.name}${typeof code === 'string' ? ` ${code}` : ''}: ${error.message}`;
};
