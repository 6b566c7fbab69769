import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import {
  answerAndTell,
  certificateMetric,
  codesOf,
  errorCodes,
  type Logger,
  type Municipality,
  municipalities as allMunicipalities,
  type Observing,
  parseBody,
  readBody,
  Refused,
  type Route,
  type RunningServer,
  serveGraphql,
  type SignTogether,
  unobserved,
  type Verify,
} from '@werkplein/kernel';
import { z } from 'zod';
import type { GatewayConfig } from '../config.ts';
import { directorySchema } from '../directory/directory.ts';
import { gatewayErrors } from '../errors.ts';
import type { GatewayContext } from '../execution/context.ts';
import { operationOf } from '../execution/operation.ts';
import { SubgraphSource } from '../execution/subgraph-source.ts';
import { whoAsks } from '../execution/who-asks.ts';
import { CHALLENGE } from '../identity/challenge.ts';
import { noRates } from '../limits/index.ts';
import { watchCompanion } from './watch.ts';

// What our gateway does beside planning, for another router in its place (docs/other-routers.md): it answers as the directory, and stands before
// each subgraph as who verifies the caller's token and signs for what is asked.

export interface CompanionOptions {
  config: Pick<GatewayConfig, 'subgraphUrls' | 'subgraphTimeoutMs'> & Partial<Pick<GatewayConfig, 'host' | 'tls' | 'subgraphTls'>>;
  port: number;
  sign: SignTogether;
  verify: Verify;
  log: Logger;
  municipalities?: readonly Municipality[];
  observing?: Observing;
}

/** As much as a subgraph takes. */
const BODY_LIMIT = 1024 * 1024;

const asked = z.object({ query: z.string(), operationName: z.string().nullish() });

/** Serves the directory at `/graphql`, and each subgraph at `/<name>/graphql`. Who asks stands in the headers that the router passes on. */
export const startCompanion = async ({
  config,
  port,
  sign,
  verify,
  log,
  municipalities = allMunicipalities,
  observing = unobserved(),
}: CompanionOptions): Promise<RunningServer> => {
  const { subgraphUrls, subgraphTimeoutMs: timeoutMs, host, tls, subgraphTls } = config;
  const watch = watchCompanion(observing, log);
  certificateMetric(observing.registry, { answers: tls, asks: subgraphTls });
  const sources = new Map(
    Object.entries(subgraphUrls).map(([name, url]) => [name, new SubgraphSource({ name, url, timeoutMs, log, tls: subgraphTls, watch: watch.fetches(name) })]),
  );
  // The router has the caller's address and counts; here each fetch is a request.
  const who = whoAsks(verify, sign, noRates, undefined);
  const known = async (request: Parameters<typeof who>[0]): Promise<GatewayContext> => {
    const context = await who(request);
    if (context.principal === null) throw new Refused('UNAUTHENTICATED');
    try {
      context.purpose();
    } catch {
      throw new Refused('PURPOSE_UNKNOWN');
    }
    watch.begin(context);
    return context;
  };
  const before = ([name, source]: [string, SubgraphSource]): Route => ({
    handles: (path) => path === `/${name}/graphql`,
    method: 'POST',
    answer: (request, response) =>
      watch.inWork(() =>
        answerAndTell<GatewayContext>(response, watch.done(name), async (answered) => {
          const context = await known(request);
          answered.context = context;
          const body = await readBody(request, BODY_LIMIT);
          const { success, data } = asked.safeParse(parseBody(body));
          if (!success) throw new Refused('BAD_INPUT');
          const answer = await source.pass(context, operationOf(data.operationName, data.query), data.query, body);
          context.seen.codes = codesOf(answer.errors ?? []);
          response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
          response.end(JSON.stringify(answer));
        }),
      ),
  });
  const apollo = new ApolloServer<GatewayContext>({
    schema: directorySchema(municipalities, async (context, name, query, variables) => {
      const source = sources.get(name);
      return source ? source.ask(context, query, variables) : { data: null };
    }),
    introspection: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    formatError: gatewayErrors(log),
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      errorCodes((context, codes) => void (context.seen.codes = codes)),
    ],
  });
  const server = await serveGraphql<GatewayContext>({
    apollo,
    context: known,
    challenge: CHALLENGE,
    ready: async () => true,
    port,
    ...(host !== undefined && { host }),
    tls,
    bodyLimit: BODY_LIMIT,
    routes: [...sources].map(before),
    watched: watch.watched,
    done: watch.done('directory'),
  });
  return {
    ...server,
    stop: async (drainMs) => {
      await server.stop(drainMs);
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
};
