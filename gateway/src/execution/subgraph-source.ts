import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type Asking, type Logger, newSpanId, REMAINING_HEADER, STATEMENT_HEADER, type Tls, traceparentOf } from '@werkplein/kernel';
import { Pool } from 'undici';
import type { FetchOutcome, FetchWatch } from '../observability/watch.ts';
import { type GatewayContext, recordRequest } from './context.ts';
import type { PreparedFetch, Run } from './compiled/plan.ts';
import { exchange, type Exchanged, Stop } from './exchange.ts';
import { missingParts } from './missing-parts.ts';
import { operationOf } from './operation.ts';
import { isShed, subgraphGuard } from './subgraph-guard.ts';
import { keepTypenames, placed, readAnswer, type SubgraphAnswer, unavailable, Unusable } from './subgraph-answer.ts';

export interface SubgraphSourceOptions {
  name: string;
  url: string;
  timeoutMs: number;
  log: Logger;
  /** What we show to a subgraph, and whose certificate we take from it. */
  tls?: Tls | undefined;
  watch: FetchWatch;
}

/** Not fewer than the guard lets through at once. */
const CONNECTIONS = 64;
const RESPONSE_LIMIT = 5 * 1024 * 1024;
/** Shorter than a subgraph drains: one that leaves closes no connection on which a command may just be on its way. */
const KEEP_ALIVE_MS = 8000;

/** So many times longer may take what the gateway asks itself: figures are counted over all facts of years (docs/decisions/0089). */
const RECKONING = 5;

/** The connection was gone before the subgraph saw the request: a keep-alive socket of a restarted process. */
const lostConnection = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
const isLost = (error: unknown): boolean => lostConnection.has(String((error as { code?: unknown } | null)?.code));

/** What must be known of a fetch besides its body. */
type Question = Pick<PreparedFetch, 'command' | 'missing'>;

const questionOf = (query: string): Question => ({ command: query.startsWith('mutation'), missing: () => missingParts(query) });

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
  readonly #guarded: ReturnType<typeof subgraphGuard>;

  constructor(options: SubgraphSourceOptions) {
    const { origin, pathname, search } = new URL(options.url);
    this.#options = options;
    this.#path = `${pathname}${search}`;
    this.#guarded = subgraphGuard(options.name, options.log);
    options.watch.guarded(this.#guarded.state);
    this.#pool = new Pool(origin, {
      connections: CONNECTIONS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      connectTimeout: options.timeoutMs,
      maxResponseSize: RESPONSE_LIMIT,
      ...(options.tls && { connect: { ...options.tls, minVersion: 'TLSv1.2', timeout: options.timeoutMs } }),
    });
  }

  async process(options: GraphQLDataSourceProcessOptions<GatewayContext & Record<string, unknown>>): Promise<SubgraphAnswer> {
    const { query = '', variables, operationName } = options.request;
    const body = JSON.stringify({ query, variables, operationName });
    return keepTypenames(await this.#answer(options.context as GatewayContext, operationIn(options), body, questionOf(query)), variables);
  }

  /** Asks for the gateway itself, in the name of the caller: what no plan asks for. */
  ask(context: GatewayContext, query: string, variables: Record<string, unknown>): Promise<SubgraphAnswer> {
    const limitMs = this.#options.timeoutMs * RECKONING;
    return this.#answer(context, operationOf(undefined, query), JSON.stringify({ query, variables }), questionOf(query), limitMs);
  }

  /** Passes on what another router asks, word for word; `operation` is what its caller asked. */
  pass(context: GatewayContext, operation: string, query: string, body: string): Promise<SubgraphAnswer> {
    return this.#answer(context, operation, body, questionOf(query));
  }

  /** Sends a fetch of a compiled plan. */
  fetch(fetch: PreparedFetch, variables: string, { context, operation }: Run): Promise<SubgraphAnswer> {
    return this.#answer(context, operation, `${fetch.head}${variables}}`, fetch);
  }

  async #answer(
    context: GatewayContext,
    operation: string,
    body: string,
    question: Question,
    limitMs: number = this.#options.timeoutMs,
  ): Promise<SubgraphAnswer> {
    const { name, log, watch } = this.#options;
    if (context.planning) return { data: null };
    const began = performance.now();
    const step = context.seen.step?.child(name, 'asks') ?? null;
    const asking: Asking = { trace: { traceId: context.traceId, spanId: step?.id ?? newSpanId() }, operation, purpose: context.purpose() };
    try {
      const answer = placed(await this.#send(body, question.command, context, asking, limitMs), () => question.missing());
      watch.ended(began, step, answer.errors ? 'with_errors' : 'answered');
      return answer;
    } catch (error) {
      const outcome: FetchOutcome = isShed(error) ? 'shed' : context.gone.aborted ? 'abandoned' : 'unavailable';
      watch.ended(began, step, outcome);
      log[outcome === 'unavailable' ? 'error' : 'debug']({ subgraph: name, problem: describe(error) }, 'subgraph unavailable');
      return unavailable(name, question.missing(), error instanceof Unusable ? error.code : undefined);
    }
  }

  async #send(body: string, command: boolean, context: GatewayContext, asking: Asking, limitMs: number): Promise<SubgraphAnswer> {
    const { name } = this.#options;
    const record = recordRequest(context, name);
    // One limit for a turn, connecting, waiting and reading together. Nobody reads the answer of a query whose caller is gone; a command goes on.
    const until = performance.now() + limitMs;
    const stop = new Stop();
    const give = (): void => stop.give(new Error('The caller is gone.'));
    const limit = setTimeout(() => stop.give(new DOMException(`No answer within ${limitMs} ms.`, 'TimeoutError')), limitMs);
    if (!command && context.gone.aborted) give();
    else if (!command) context.gone.tell(give);
    const send = async (): Promise<Exchanged> => {
      // A statement is taken once, so a second try needs its own.
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        [STATEMENT_HEADER]: await context.statement(name, asking, body),
        [REMAINING_HEADER]: String(Math.max(0, Math.floor(until - performance.now()))),
        traceparent: traceparentOf(asking.trace),
      };
      return exchange(this.#pool, { path: this.#path, method: 'POST', headers, body }, stop);
    };
    let exchanged: Exchanged;
    try {
      exchanged = await this.#guarded(send).catch((error: unknown) => {
        if (isLost(error) && !command) return this.#guarded(send);
        throw error;
      });
    } finally {
      clearTimeout(limit);
      context.gone.forget(give);
    }
    const { status, headers, text } = exchanged;
    record.statements += Number(/\bsql;desc="(\d+)"/.exec(String(headers['server-timing'] ?? ''))?.[1] ?? 0);
    return readAnswer(name, status, String(headers['content-type'] ?? ''), text);
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
