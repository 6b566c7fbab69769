import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import { ApolloGateway } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { PATHS_LIMIT } from '../limits/index.ts';

export interface Planned {
  name: string;
  /** Processor time of this process, in ms. */
  ms: number;
  /** Null when there is a plan. */
  problem: string | null;
}

/** Plans each document (name → text) as the gateway would, within its limit of ways to weigh. */
export const planEach = async (supergraphSdl: string, documents: ReadonlyMap<string, string>): Promise<Planned[]> => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: () => ({ process: async () => ({ data: null }) }),
    queryPlannerConfig: { debug: { pathsLimit: PATHS_LIMIT } },
  });
  await gateway.load();
  const { apiSchema, queryPlanner } = gateway as unknown as { apiSchema: Schema; queryPlanner: QueryPlanner };
  try {
    return [...documents].map(([name, text]) => {
      const before = process.cpuUsage();
      let problem: string | null = null;
      try {
        queryPlanner.buildQueryPlan(operationFromDocument(apiSchema, parse(text)));
      } catch (error) {
        problem = (error as Error).message;
      }
      const { user, system } = process.cpuUsage(before);
      return { name, ms: (user + system) / 1000, problem };
    });
  } finally {
    await gateway.stop();
  }
};
