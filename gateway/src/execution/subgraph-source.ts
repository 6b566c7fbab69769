import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { STATEMENT_HEADER, type Logger } from '@werkplein/kernel';
import { type Dispatcher, Pool } from 'undici';
import { type GatewayContext, recordRequest } from './context.ts';
import { missingParts } from './missing-parts.ts';
import { readAnswer, type SubgraphAnswer, unavailable } from './subgraph-answer.ts';

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

  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext & Record<string, unknown>>): Promise<SubgraphAnswer> {
    const { name, log } = this.#options;
    const query = request.query ?? '';
    try {
      return await this.#ask(query, JSON.stringify({ query, variables: request.variables, operationName: request.operationName }), context as GatewayContext);
    } catch (error) {
      log.error({ subgraph: name, problem: describe(error) }, 'subgraph unavailable');
      return unavailable(name, missingParts(query));
    }
  }

  async #ask(query: string, body: string, context: GatewayContext): Promise<SubgraphAnswer> {
    const { name, timeoutMs } = this.#options;
    const record = recordRequest(context, name);
    const options: Dispatcher.RequestOptions = {
      path: this.#path,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        [STATEMENT_HEADER]: await context.statement(name),
        ...(context.traceparent !== undefined && { traceparent: context.traceparent }),
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
