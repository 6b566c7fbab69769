import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import {
  type Logger,
  type Municipality,
  municipalities as allMunicipalities,
  parseBody,
  readBody,
  Refused,
  type Route,
  type RunningServer,
  serveGraphql,
  type Sign,
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

// What our gateway does beside planning, for another router in its place (docs/other-routers.md): it answers as the directory, and stands before
// each subgraph as who verifies the caller's token and signs for what is asked.

export interface CompanionOptions {
  config: Pick<GatewayConfig, 'subgraphUrls' | 'subgraphTimeoutMs'> & Partial<Pick<GatewayConfig, 'host' | 'tls' | 'subgraphTls'>>;
  port: number;
  sign: Sign;
  verify: Verify;
  log: Logger;
  municipalities?: readonly Municipality[];
}

/** As much as a subgraph takes. */
const BODY_LIMIT = 1024 * 1024;

const asked = z.object({ query: z.string(), operationName: z.string().nullish() });

/** Serves the directory at `/graphql`, and each subgraph at `/<name>/graphql`. Who asks stands in the headers that the router passes on. */
export const startCompanion = async ({ config, port, sign, verify, log, municipalities = allMunicipalities }: CompanionOptions): Promise<RunningServer> => {
  const { subgraphUrls, subgraphTimeoutMs: timeoutMs, host, tls, subgraphTls } = config;
  const sources = new Map(Object.entries(subgraphUrls).map(([name, url]) => [name, new SubgraphSource({ name, url, timeoutMs, log, tls: subgraphTls })]));
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
    return context;
  };
  const before = ([name, source]: [string, SubgraphSource]): Route => ({
    handles: (path) => path === `/${name}/graphql`,
    method: 'POST',
    answer: async (request, response) => {
      const context = await known(request);
      const body = await readBody(request, BODY_LIMIT);
      const { success, data } = asked.safeParse(parseBody(body));
      if (!success) throw new Refused('BAD_INPUT');
      const answer = await source.pass(context, operationOf(data.operationName, data.query), data.query, body);
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(answer));
    },
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
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled()],
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
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
};
