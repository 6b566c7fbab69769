import type { ApolloServerPlugin } from '@apollo/server';
import { fault } from '@werkplein/kernel';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from './execution/context.ts';
import { requireToken } from './identity/authentication.ts';
import { allLimits, checkCost, checkLimits, type EntityFamilies, type OpenedOperation, openOperation, type Rates } from './limits/index.ts';

export interface AdmissionOptions {
  families: () => EntityFamilies;
  costLimit: number;
  rates: Rates;
}

const noOperation = (): GraphQLError =>
  new GraphQLError('The document has no operation of this name that can be run.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });

/**
 * What an operation must pass before it is planned: who asks, for what, then how much, then how much in this minute.
 * A plugin and no validation rules: ApolloServer gives every refusal of a rule its own code, and here the document is known to be valid.
 */
export const admission = ({ families, costLimit, rates }: AdmissionOptions): ApolloServerPlugin<GatewayContext> => {
  const limits = allLimits(families);
  // Apollo's server keeps documents that it parsed and validated, anew for each supergraph: what passed once passes again.
  const passed = new WeakMap<OperationDefinitionNode, OpenedOperation>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        // Several and none named, a name that is none of them, or a subscription: @apollo/gateway would make a fault of ours of it.
        if (!operation || !schema.getRootType(operation.operation)) throw noOperation();
        const { principal, planning } = contextValue;
        const known = passed.get(operation);
        const opened = known ?? openOperation(schema, document, operation);
        if (!planning) {
          requireToken(principal, opened);
          contextValue.purpose();
        }
        if (!known) checkLimits(limits, opened);
        passed.set(operation, opened);
        const cost = checkCost(opened, request.variables ?? {}, costLimit);
        const wait = principal && cost > 0 ? await rates.cost(principal, cost) : 0;
        if (wait > 0) throw fault('RATE_LIMITED', {}, { 'retry-after': String(wait) });
      },
    }),
  };
};
