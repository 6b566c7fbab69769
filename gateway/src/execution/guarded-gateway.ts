import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptions } from '@apollo/server';
import { fault, type Logger } from '@werkplein/kernel';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from './context.ts';
import { tooComplex } from '../planning/planner.ts';
import type { Federation } from './federation.ts';
import { placeOfError } from './missing-parts.ts';
import { withoutRepeats } from './repeated-errors.ts';

type GatewayInterface = NonNullable<ApolloServerOptions<GatewayContext>['gateway']>;
type Executor = ApolloGateway['executor'];
type Execution = Awaited<ReturnType<Executor>>;

const withPlace = (error: GraphQLError, data: unknown): GraphQLError => {
  const { message, path, extensions, originalError } = error;
  const place = path && placeOfError(data, path);
  return new GraphQLError(message, { ...(place && { path: place }), extensions, originalError });
};

const finished = ({ data, errors, extensions }: Execution): Execution => {
  // A row that is not there is null by the schema; the gateway's note on it is of no use to a caller.
  const { valueCompletion: _, ...kept } = extensions ?? {};
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: withoutRepeats(errors.map((error) => (error.path ? withPlace(error, data) : error))) }),
    ...(Object.keys(kept).length > 0 && { extensions: kept }),
  };
};

/** @apollo/gateway as ApolloServer sees it: refusals of the planner get our code, and errors the place of what is missing. */
export const guardedGateway = ({ gateway, executor: execute }: Federation, log: Logger): GatewayInterface => {
  const executor: Executor = async (request) => {
    try {
      return finished(await execute(request));
    } catch (error) {
      if (!(error instanceof Error && tooComplex.test(error.message))) throw error;
      log.warn({ trace: request.context.traceId, problem: error.message }, 'planning refused');
      throw fault('TOO_COMPLEX');
    }
  };
  return {
    load: async (options) => {
      await gateway.load(options);
      return { executor: executor as never };
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
};
