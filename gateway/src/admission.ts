import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './execution/context.ts';
import { requireToken } from './identity/authentication.ts';
import { allLimits, checkLimits, type EntityFamilies, openOperation } from './limits/index.ts';

/**
 * What an operation must pass before it is planned: who asks, for what, then how much.
 * A plugin and no validation rules: ApolloServer gives every refusal of a rule its own code, and here the document is known to be valid.
 */
export const admission = (families: () => EntityFamilies): ApolloServerPlugin<GatewayContext> => {
  const limits = allLimits(families);
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, contextValue }) => {
        // Without an operation (several, and none named) ApolloServer refuses the request itself.
        if (!operation) return;
        const opened = openOperation(schema, document, operation);
        requireToken(contextValue.principal, opened);
        contextValue.purpose();
        checkLimits(limits, opened);
      },
    }),
  };
};
