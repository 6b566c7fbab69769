import { ApolloGateway, type SupergraphManager } from '@apollo/gateway';
import type { Logger, Municipality } from '@werkplein/kernel';
import { DIRECTORY, directorySource } from '../directory/directory.ts';
import { PATHS_LIMIT } from '../limits/index.ts';
import type { SubgraphSource } from './subgraph-source.ts';

/** @apollo/gateway over these subgraphs, with the directory in this process. */
export const federation = (
  supergraphSdl: SupergraphManager,
  sources: ReadonlyMap<string, SubgraphSource>,
  municipalities: readonly Municipality[],
  log: Logger,
): ApolloGateway => {
  // Otherwise it sends usage figures to its maker every hour.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const directory = directorySource(municipalities, async (ctx, name, query, variables) => {
    const source = sources.get(name);
    return source ? source.ask(ctx, query, variables) : { data: null };
  });
  return new ApolloGateway({
    supergraphSdl,
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
};
