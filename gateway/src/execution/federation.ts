import { ApolloGateway, type SupergraphManager } from '@apollo/gateway';
import type { Logger, Municipality } from '@werkplein/kernel';
import { DIRECTORY } from '../directory/directory.ts';
import { DirectorySource } from '../directory/directory-source.ts';
import { PATHS_LIMIT } from '../limits/index.ts';
import { compiledExecutor, type PlanElsewhere } from './compiled/executor.ts';
import type { SubgraphSource } from './subgraph-source.ts';

/** Who does what a plan says: compiled by us, or @apollo/gateway itself, for comparison and emergency. */
export const executions = ['compiled', 'stock'] as const;
export type Execution = (typeof executions)[number];

export interface Federation {
  gateway: ApolloGateway;
  executor: ApolloGateway['executor'];
}

/** @apollo/gateway over these subgraphs, with the directory in this process. */
export const federation = (
  supergraphSdl: SupergraphManager,
  sources: ReadonlyMap<string, SubgraphSource>,
  municipalities: readonly Municipality[],
  log: Logger,
  execution: Execution,
  planned?: (atHand: boolean) => void,
  planElsewhere: PlanElsewhere = () => null,
): Federation => {
  // Otherwise it sends usage figures to its maker every hour.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const directory = new DirectorySource(municipalities, async (ctx, name, query, variables) => {
    const source = sources.get(name);
    return source ? source.ask(ctx, query, variables) : { data: null };
  });
  const sourceOf = (name: string): SubgraphSource | DirectorySource => {
    const source = name === DIRECTORY ? directory : sources.get(name);
    if (!source) throw new Error(`The supergraph names ${name}, of which no address is configured (${name.toUpperCase()}_URL).`);
    return source;
  };
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => sourceOf(name) as never,
    validateSupergraph: true,
    queryPlannerConfig: { debug: { pathsLimit: PATHS_LIMIT } },
    __exposeQueryPlanExperimental: false,
    logger: log,
  });
  if (execution === 'stock') return { gateway, executor: gateway.executor };
  const compiled = compiledExecutor(
    gateway,
    {
      send: (fetch, variables, run) => sourceOf(fetch.service).fetch(fetch, variables, run),
      names: (fetch) => (fetch.service === DIRECTORY ? directory.names(fetch) : null),
    },
    planned,
    planElsewhere,
  );
  gateway.onSchemaLoadOrUpdate(compiled.clear);
  return { gateway, executor: compiled.executor };
};
