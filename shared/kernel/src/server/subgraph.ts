import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { Clock } from '../clock/index.ts';
import { type ErrorCode, errorFormatter } from '../errors/index.ts';
import { newIds } from '../ids/index.ts';
import { STATEMENT_HEADER, type VerifyStatement } from '../identity/statement.ts';
import { errorCodes } from '../observability/error-codes.ts';
import type { Logger } from '../observability/log.ts';
import { type Observing, unobserved } from '../observability/settings.ts';
import type { Database } from '../persistence/database.ts';
import { isDenied, isTooSlow } from '../persistence/errors.ts';
import { asQuestion } from '../persistence/statement-time.ts';
import { countStatements, isUnwanted, statementsSoFar } from '../persistence/statements.ts';
import { answerLog } from '../processing/answer-log.ts';
import { refusalBudget } from '../processing/refusal-budget.ts';
import { processingRows } from '../processing/write-processing.ts';
import { childOf } from '../trace/index.ts';
import { type ProcessingLogging, type RequestContext, requestContext } from './context.ts';
import { type RunningServer, serveGraphql } from './http.ts';
import type { Route } from './route.ts';
import type { Subgraph } from './schema.ts';
import type { Tls } from './tls.ts';
import { watchSubgraph } from './watch.ts';

export interface SubgraphOptions {
  subgraph: Subgraph;
  /** CBS code or `nuo`. */
  home: string;
  db: Database;
  clock: Clock;
  /** Checks the gateway's statement for this subgraph; nobody else is answered. */
  verify: VerifyStatement;
  logging: ProcessingLogging;
  port: number;
  host?: string;
  tls?: Tls | undefined;
  log: Logger;
  routes?: readonly Route[] | undefined;
  /** How long one request is worked on at most, in ms. */
  longestMs?: number | undefined;
  observing?: Observing | undefined;
}

const BODY_LIMIT = 1024 * 1024;

/** Serves a subgraph to the gateway. Each answer says in `server-timing` how many SQL statements it took. */
export const startSubgraph = async ({
  subgraph,
  home,
  db,
  clock,
  verify,
  logging,
  port,
  host,
  tls,
  log,
  routes,
  observing = unobserved(),
  longestMs,
}: SubgraphOptions): Promise<RunningServer> => {
  const newId = newIds(home, clock);
  const withinBudget = refusalBudget(clock);
  const logAnswer = answerLog(db);
  const watch = watchSubgraph(observing, db, clock, log);
  const codeOf = (cause: unknown): ErrorCode | null => {
    if (isTooSlow(cause)) {
      log.warn({ error: cause }, 'a statement took too long and was ended');
      return 'TOO_SLOW';
    }
    if (isDenied(cause)) {
      log.warn({ error: cause }, 'the account of the service may not do this');
      return 'TASK_ONLY';
    }
    return null;
  };
  const apollo = new ApolloServer<RequestContext>({
    schema: subgraph.schema,
    introspection: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    formatError: errorFormatter((error, reference) => log.error({ reference, error }, 'request failed'), codeOf),
    plugins: [ApolloServerPluginInlineTraceDisabled(), errorCodes(watch.codes)],
    stopOnTerminationSignals: false,
    logger: log,
  });
  return serveGraphql({
    apollo,
    context: async (request, body) => {
      const statement = request.headers[STATEMENT_HEADER];
      const stated = typeof statement === 'string' ? await verify(statement, body) : null;
      if (!stated) return null;
      const ctx = requestContext({ ...stated, trace: childOf(stated.trace), logging, db, clock, newId, home, answered: watch.answered });
      watch.begin(ctx);
      return ctx;
    },
    ready: () => db.ready(),
    port,
    ...(host !== undefined && { host }),
    tls,
    bodyLimit: BODY_LIMIT,
    routes,
    around: async (ctx, work, unwanted) => (await countStatements(() => asQuestion(work), unwanted, watch.stepOf(ctx))).result,
    ...(longestMs !== undefined && { longestMs }),
    beforeAnswer: async (ctx) => {
      if (isUnwanted()) return 'UNAVAILABLE';
      const [shown, refused] = [ctx.recorder.pending(), withinBudget(ctx.principal, ctx.recorder.refusals())];
      if (shown.length + refused.length === 0) return null;
      const began = performance.now();
      try {
        await logAnswer(processingRows(ctx, shown, refused));
        watch.logged(performance.now() - began, false);
        return null;
      } catch (error) {
        watch.logged(performance.now() - began, true);
        log.error({ trace: ctx.trace.traceId, error: error instanceof Error ? (error.cause ?? error) : error }, 'processing log not written');
        // An answer that only refuses gives nothing away.
        return shown.length > 0 ? 'PROCESSING_LOG_UNAVAILABLE' : null;
      }
    },
    headers: (ctx) => {
      const statements = statementsSoFar();
      watch.statements(ctx, statements);
      return { 'server-timing': `sql;desc="${statements}"` };
    },
    watched: watch.watched,
    done: watch.done,
  });
};
