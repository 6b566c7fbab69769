import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  certificateMetric,
  errorCodes,
  type Logger,
  type Municipality,
  municipalities as allMunicipalities,
  NUO,
  type Observing,
  type RunningServer,
  serveGraphql,
  type SignTogether,
  unobserved,
  type Verify,
} from '@werkplein/kernel';
import { type GraphQLSchema, print } from 'graphql';
import { admission } from './admission.ts';
import type { GatewayConfig } from './config.ts';
import { gatewayErrors } from './errors.ts';
import { planAhead } from './documents/plan-ahead.ts';
import { readRegistry, type Registry } from './documents/registry.ts';
import { rewriter } from './documents/rewrite.ts';
import { costHeaders, type GatewayContext } from './execution/context.ts';
import { type Execution, federation } from './execution/federation.ts';
import type { PlanElsewhere } from './execution/compiled/executor.ts';
import { guardedGateway } from './execution/guarded-gateway.ts';
import { SubgraphSource } from './execution/subgraph-source.ts';
import { strangers, whoAsks } from './execution/who-asks.ts';
import { type Hardening, open } from './hardening.ts';
import { CHALLENGE } from './identity/challenge.ts';
import { BODY_LIMIT, type EntityFamilies, entityFamilies, MAX_TOKENS, noRates, rateLimits } from './limits/index.ts';
import { liveRoutes } from './live/index.ts';
import { planning as newPlanning, planningLimits, type PlanningLimits } from './planning/planning.ts';
import { type Reload, supergraphFile } from './supergraph/file.ts';
import { watchGateway } from './observability/watch.ts';
import { securityTxt } from './transport/security-txt.ts';
import { statusForJson } from './transport/status-for-json.ts';
import { type WebConfig, webOf } from './web/index.ts';

export interface GatewayOptions {
  config: Pick<GatewayConfig, 'port' | 'supergraphFile' | 'subgraphUrls' | 'subgraphTimeoutMs' | 'introspection' | 'production'> &
    Partial<Hardening> & { host?: string; web?: WebConfig | null; execution?: Execution };
  /** Signs the gateway's statement to a subgraph. */
  sign: SignTogether;
  /** Gives the principal of a caller's token. */
  verify: Verify;
  log: Logger;
  municipalities?: readonly Municipality[];
  observing?: Observing;
  /** What documents of strangers may take to plan; null plans them in this thread. */
  planning?: PlanningLimits | null;
}

/** Operations at the same time in one gateway: above it waiting only makes it worse for all. */
const AT_ONCE = 500;

export interface RunningGateway extends RunningServer {
  /** What the last change of the supergraph file led to; null when it has not changed. */
  lastReload(): Reload | null;
}

/** Starts the gateway; it is ready when this returns. A subgraph that is down only misses from the answers. */
export const startGateway = async ({
  config,
  sign,
  verify,
  log,
  municipalities = allMunicipalities,
  observing = unobserved(),
  planning: limits = planningLimits,
}: GatewayOptions): Promise<RunningGateway> => {
  const { port, host, subgraphTimeoutMs: timeoutMs, production, introspection } = config;
  const { trustedDocuments, trustedDocumentsFile, costLimit, cors, securityContact, tls, ...closing } = { ...open, ...config };
  if (production && trustedDocuments !== 'only') log.warn({ trustedDocuments }, 'free queries are answered: not supported in production');
  const registry: Registry = trustedDocuments === 'off' ? new Map() : await readRegistry(trustedDocumentsFile);
  const rates = closing.rates ? rateLimits(closing.rates, log) : noRates;
  const watch = watchGateway(observing, registry, log);
  certificateMetric(observing.registry, { answers: tls, asks: closing.subgraphTls });
  const sources = new Map(
    Object.entries(config.subgraphUrls).map(([name, url]) => [
      name,
      new SubgraphSource({ name, url, timeoutMs, log, tls: closing.subgraphTls, watch: watch.subgraph(name) }),
    ]),
  );
  const planning = limits && newPlanning(registry, log, limits);
  const supergraph = supergraphFile(config.supergraphFile, log, planning?.prepare);
  // At the start the trusted documents are planned here, for nobody is answered yet; everything else is planned where it holds up nobody.
  const planElsewhere: PlanElsewhere = ({ source, document, request: { operationName }, context }) => {
    const text = source ?? print(document);
    const prepared = planning?.prepared(text);
    if (prepared || !planning || (context as unknown as GatewayContext).planning) return prepared ?? null;
    return planning.plan({ document: text, operationName });
  };
  const federated = federation(supergraph, sources, municipalities, log, config.execution ?? 'compiled', watch.planned, planElsewhere);
  const { gateway } = federated;
  let families: EntityFamilies = new Map();
  let schema: GraphQLSchema | undefined;
  let planned = false;
  const plan = async (): Promise<void> => {
    if (schema) await planAhead(apollo, registry, schema, log);
    planned = true;
  };
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    families = entityFamilies(coreSupergraphSdl, apiSchema);
    planning?.serve(coreSupergraphSdl);
    schema = apiSchema;
    // A reload: the trusted documents were planned beforehand, and are read and compiled now. Not at once, for Apollo's server is told of the new schema after us.
    if (planned) setImmediate(() => void plan());
  });

  const apollo = new ApolloServer<GatewayContext>({
    gateway: guardedGateway(federated, log),
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
      admission({ families: () => families, costLimit, rates }),
      statusForJson,
      errorCodes((context, codes, { queryHash }) => watch.answered(context, codes, queryHash)),
    ],
  });

  const live = liveRoutes({ nuoUrl: config.subgraphUrls[NUO], sign, verify, log, timeoutMs, tls: closing.subgraphTls, addressHeader: closing.addressHeader });
  const web = webOf(config.web ?? null, production, strangers(rates, closing.addressHeader), log);
  const asked = whoAsks(verify, sign, rates, closing.addressHeader);
  const server = await serveGraphql<GatewayContext>({
    apollo,
    context: async (request) => {
      await web.authorise(request);
      const context = await asked(request);
      watch.begin(context);
      return context;
    },
    watched: watch.watched,
    done: watch.done,
    rewrite: rewriter(trustedDocuments, registry),
    challenge: CHALLENGE,
    cors,
    tls,
    behindTls: production,
    texts: securityContact === undefined ? {} : { '/.well-known/security.txt': securityTxt(securityContact, new Date()) },
    ready: async () => planned,
    port,
    ...(host !== undefined && { host }),
    bodyLimit: BODY_LIMIT,
    atOnce: AT_ONCE,
    routes: [
      ...live.routes.map((route) => ({
        ...route,
        answer: async (...[request, response, path]: Parameters<typeof route.answer>) => {
          await web.authorise(request);
          return route.answer(request, response, path);
        },
      })),
      ...web.routes,
    ],
    ...(!production && { headers: costHeaders }),
  }).catch(async (error: unknown) => {
    // A taken port: the watch on the supergraph file, or Redis, would keep this process alive. What never started has nothing to stop.
    await Promise.all([apollo.stop().catch(() => undefined), rates.stop(), planning?.stop()]);
    throw error;
  });
  await Promise.all([plan(), rates.ready()]);
  return {
    ...server,
    lastReload: () => supergraph.lastReload,
    stop: async (drainMs) => {
      await server.stop(drainMs);
      web.stop();
      await Promise.all([rates.stop(), planning?.stop(), live.close(), ...[...sources.values()].map((source) => source.close())]);
    },
  };
};
