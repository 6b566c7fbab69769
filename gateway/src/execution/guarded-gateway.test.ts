import { ApolloGateway } from '@apollo/gateway';
import { newLogger } from '@werkplein/kernel';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ApolloServer } from '@apollo/server';
import { municipalities } from '@werkplein/kernel';
import { DirectorySource } from '../directory/directory-source.ts';
import { PATHS_LIMIT } from '../limits/index.ts';
import { limitedGraph } from '../testing/limits.ts';
import type { GatewayContext } from './context.ts';
import { guardedGateway } from './guarded-gateway.ts';

/** The planner alone, without the limits before it; every subgraph is the directory. */
const planner = async (pathsLimit: number) => {
  const { supergraphSdl } = await limitedGraph();
  const source = { process: async () => ({ data: null }) };
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => (name === 'directory' ? new DirectorySource(municipalities) : source) as never,
    queryPlannerConfig: { debug: { pathsLimit } },
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway: guardedGateway({ gateway, executor: gateway.executor }, newLogger('test', 'silent')),
    includeStacktraceInErrorResponses: false,
  });
  await apollo.start();
  onTestFinished(() => apollo.stop());
  return async (query: string) => {
    const before = process.cpuUsage();
    const { body, http } = await apollo.executeOperation({ query }, { contextValue: { asked: new Map() } as never });
    const { user, system } = process.cpuUsage(before);
    return {
      status: http.status,
      codes: body.kind === 'single' ? body.singleResult.errors?.map(({ extensions }) => extensions?.['code']) : null,
      cpuMs: (user + system) / 1000,
    };
  };
};

describe('the planner behind the limits', () => {
  it('refuses what has too many ways as TOO_COMPLEX, not as a fault of ours', async () => {
    const plan = await planner(PATHS_LIMIT);
    const { status, codes, cpuMs } = await plan('{placements{client{placements{client{placements{client{placements{client{placements{client{id}}}}}}}}}}}');
    expect([status, codes]).toEqual([400, ['TOO_COMPLEX']]);
    expect(cpuMs).toBeLessThan(5000);
  });

  it.each([
    '{ employers { placements { client { name } } } }',
    '{ placements { client { name placements { client { name } } } } }',
    '{ werkpleinen { municipality clients { nodes { id name placements { client { name } } } } } }',
    '{ client(id: "1") { name placements { client { name placements { id } } } } }',
  ])('plans what people ask: %s', async (query) => {
    const { codes, cpuMs } = await (await planner(PATHS_LIMIT))(query);
    expect(codes).toBeUndefined();
    if (process.env['TEST_LOG']) console.log(`${cpuMs.toFixed(0)} ms cpu: ${query}`);
  });
});
