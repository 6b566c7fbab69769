import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type Logger,
  type Municipality,
  municipalities as allMunicipalities,
  NUO,
  type RunningServer,
  serveGraphql,
  type Sign,
  type Verify,
} from '@werkplein/kernel';
import { admission } from './admission.ts';
import type { GatewayConfig } from './config.ts';
import { DIRECTORY, directorySource } from './directory/directory.ts';
import { gatewayErrors } from './errors.ts';
import { costHeaders, type GatewayContext, gatewayContext } from './execution/context.ts';
import { guardedGateway } from './execution/guarded-gateway.ts';
import { SubgraphSource } from './execution/subgraph-source.ts';
import { authenticate } from './identity/authentication.ts';
import { BODY_LIMIT, type EntityFamilies, entityFamilies, MAX_TOKENS, PATHS_LIMIT } from './limits/index.ts';
import { liveRoutes } from './live/index.ts';
import { type Reload, supergraphFile } from './supergraph/file.ts';

export interface GatewayOptions {
  config: Pick<GatewayConfig, 'port' | 'supergraphFile' | 'subgraphUrls' | 'subgraphTimeoutMs' | 'introspection' | 'production'> & { host?: string };
  /** Signs the gateway's statement to a subgraph. */
  sign: Sign;
  /** Gives the principal of a caller's token. */
  verify: Verify;
  log: Logger;
  municipalities?: readonly Municipality[];
}

export interface RunningGateway extends RunningServer {
  /** What the last change of the supergraph file led to; null when it has not changed. */
  lastReload(): Reload | null;
}

/** Starts the gateway; it is ready when this returns. A subgraph that is down only misses from the answers. */
export const startGateway = async ({ config, sign, verify, log, municipalities = allMunicipalities }: GatewayOptions): Promise<RunningGateway> => {
  // Otherwise @apollo/gateway sends usage figures to its maker every hour.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const { port, host, subgraphTimeoutMs: timeoutMs, production, introspection } = config;
  const sources = new Map(Object.entries(config.subgraphUrls).map(([name, url]) => [name, new SubgraphSource({ name, url, timeoutMs, log })]));
  const directory = directorySource(municipalities);
  const supergraph = supergraphFile(config.supergraphFile, log);

  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    buildService: ({ name }) => {
      const source = name === DIRECTORY ? directory : sources.get(name);
      if (!source) throw new Error(`The supergraph names ${name}, of which no address is configured (${name.toUpperCase()}_URL).`);
      return source as never;
    },
    validateSupergraph: true,
    queryPlannerConfig: { debug: { pathsLimit: PATHS_LIMIT } },
    __exposeQueryPlanExperimental: false,
    logger: log,
  });
  let families: EntityFamilies = new Map();
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    families = entityFamilies(coreSupergraphSdl, apiSchema);
  });

  const apollo = new ApolloServer<GatewayContext>({
    gateway: guardedGateway(gateway, log),
    introspection,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    formatError: gatewayErrors(log),
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      admission(() => families),
    ],
  });

  const live = liveRoutes({ nuoUrl: config.subgraphUrls[NUO], sign, verify, log, timeoutMs });
  const server = await serveGraphql<GatewayContext>({
    apollo,
    context: async (request) => {
      const principal = await authenticate(verify, request);
      return principal === 'refused' ? null : gatewayContext(principal, sign, request);
    },
    ready: async () => true,
    port,
    ...(host !== undefined && { host }),
    bodyLimit: BODY_LIMIT,
    routes: live.routes,
    ...(!production && { headers: costHeaders }),
  }).catch(async (error: unknown) => {
    // A taken port: the watch on the supergraph file would keep this process alive. What never started has nothing to stop.
    await apollo.stop().catch(() => undefined);
    throw error;
  });
  return {
    ...server,
    lastReload: () => supergraph.lastReload,
    stop: async () => {
      await server.stop();
      await Promise.all([live, ...sources.values()].map((each) => each.close()));
    },
  };
};
