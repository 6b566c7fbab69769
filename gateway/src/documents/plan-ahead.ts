import type { ApolloServer } from '@apollo/server';
import { type Logger, newTraceId } from '@werkplein/kernel';
import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../execution/context.ts';
import { Gone } from '../execution/gone.ts';
import { exampleVariables } from './example-variables.ts';
import type { Registry } from './registry.ts';

/** Nobody asks, and no subgraph is asked: the sources answer a planning request with nothing. */
const planningContext = (): GatewayContext => ({
  principal: null,
  planning: true,
  gone: new Gone(),
  purpose: () => null,
  statement: () => {
    throw new Error('Planning asks nothing.');
  },
  traceId: newTraceId(),
  callerSpanId: null,
  seen: { step: null },
  asked: new Map(),
});

/** Codes of a document that this supergraph cannot answer; others come from its empty answer. */
const unusable: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_INPUT',
  'TOO_COMPLEX',
  'TOO_COSTLY',
  'ONE_COMMAND',
]);

/**
 * Parses, validates and plans every trusted document, so that nobody waits for it; gives the names of those that cannot be answered.
 * The plans land in the stores of Apollo's own server and gateway, which have no other public way in than a request.
 */
export const planAhead = async (apollo: ApolloServer<GatewayContext>, registry: Registry, schema: GraphQLSchema, log: Logger): Promise<string[]> => {
  const failed: string[] = [];
  const began = performance.now();
  for (const { name, document } of registry.values()) {
    let problem: string | undefined;
    try {
      const { body } = await apollo.executeOperation(
        { query: document, operationName: name, variables: exampleVariables(schema, document) },
        { contextValue: planningContext() },
      );
      const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
      problem = errors.find(({ extensions }) => unusable.has(extensions?.['code']))?.message;
    } catch (error) {
      problem = (error as Error).message;
    }
    if (problem === undefined) continue;
    failed.push(name);
    log.error({ document: name, problem }, 'a trusted document does not fit this supergraph');
  }
  log.info({ documents: registry.size, failed: failed.length, ms: Math.round(performance.now() - began) }, 'trusted documents planned');
  return failed;
};
