import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { Clock } from '../clock/index.ts';
import { errorFormatter } from '../errors/index.ts';
import { newIds } from '../ids/index.ts';
import { STATEMENT_HEADER, type VerifyStatement } from '../identity/statement.ts';
import { errorCodes } from '../observability/error-codes.ts';
import type { Logger } from '../observability/log.ts';
import { type Observing, unobserved } from '../observability/settings.ts';
import type { Database } from '../persistence/database.ts';
import { countStatements, statementsSoFar } from '../persistence/statements.ts';
import { refusalBudget } from '../processing/refusal-budget.ts';
import { writeProcessing } from '../processing/write-processing.ts';
import { childOf } from '../trace/index.ts';
import { type ProcessingLogging, type RequestContext, requestContext } from './context.ts';
import { type RunningServer, serveGraphql } from './http.ts';
import type { Route } from './route.ts';
import type { Subgraph } from './schema.ts';
import type { Tls } from './tls.ts';
import { watchSubgraph } from './watch.ts';
import { within } from './within.ts';

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
  observing?: Observing | undefined;
}

const BODY_LIMIT = 1024 * 1024;
/** Less than the gateway waits for the whole answer. What is written later is of an answer that was refused: a line too many, never one too few. */
const LOG_WITHIN_MS = 1500;

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
}: SubgraphOptions): Promise<RunningServer> => {
  const newId = newIds(home, clock);
  const withinBudget = refusalBudget(clock);
  const watch = watchSubgraph(observing, db, clock, log);
  const apollo = new ApolloServer<RequestContext>({
    schema: subgraph.schema,
    introspection: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    formatError: errorFormatter((error, reference) => log.error({ reference, error }, 'request failed')),
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
    around: async (ctx, work) => (await countStatements(work, watch.stepOf(ctx))).result,
    beforeAnswer: async (ctx) => {
      const [shown, refused] = [ctx.recorder.pending(), withinBudget(ctx.principal, ctx.recorder.refusals())];
      if (shown.length + refused.length === 0) return null;
      const began = performance.now();
      try {
        await within(
          LOG_WITHIN_MS,
          db.write((tx) => writeProcessing(tx, ctx, shown, refused)),
        );
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
