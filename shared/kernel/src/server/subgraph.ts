import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import { errorFormatter } from '../errors/index.ts';
import { newIds } from '../ids/index.ts';
import { STATEMENT_HEADER, type VerifyStatement } from '../identity/statement.ts';
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
}

const BODY_LIMIT = 1024 * 1024;
/** Less than the gateway waits for the whole answer. What is written later is of an answer that was refused: a line too many, never one too few. */
const LOG_WITHIN_MS = 1500;

/** Serves a subgraph to the gateway. Each answer says in `server-timing` how many SQL statements it took. */
export const startSubgraph = async ({ subgraph, home, db, clock, verify, logging, port, host, tls, log, routes }: SubgraphOptions): Promise<RunningServer> => {
  const newId = newIds(home, clock);
  const withinBudget = refusalBudget(clock);
  const apollo = new ApolloServer<RequestContext>({
    schema: subgraph.schema,
    introspection: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    formatError: errorFormatter((error, reference) => log.error({ reference, error: describe(error) }, 'request failed')),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
    logger: log,
  });
  return serveGraphql({
    apollo,
    context: async (request, body) => {
      const statement = request.headers[STATEMENT_HEADER];
      const stated = typeof statement === 'string' ? await verify(statement, body) : null;
      return stated && requestContext({ ...stated, trace: childOf(stated.trace), logging, db, clock, newId, home });
    },
    ready: () => db.ready(),
    port,
    ...(host !== undefined && { host }),
    tls,
    bodyLimit: BODY_LIMIT,
    routes,
    around: async (work) => (await countStatements(work)).result,
    beforeAnswer: async (ctx) => {
      const [shown, refused] = [ctx.recorder.pending(), withinBudget(ctx.principal, ctx.recorder.refusals())];
      if (shown.length + refused.length === 0) return null;
      try {
        await within(
          LOG_WITHIN_MS,
          db.write((tx) => writeProcessing(tx, ctx, shown, refused)),
        );
        return null;
      } catch (error) {
        log.error({ trace: ctx.trace.traceId, error: describe(error instanceof Error ? (error.cause ?? error) : error) }, 'processing log not written');
        // An answer that only refuses gives nothing away.
        return shown.length > 0 ? 'PROCESSING_LOG_UNAVAILABLE' : null;
      }
    },
    headers: () => ({ 'server-timing': `sql;desc="${statementsSoFar()}"` }),
  });
};

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
