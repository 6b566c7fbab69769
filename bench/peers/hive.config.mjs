import { defineConfig } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

export const gatewayConfig = defineConfig({
  supergraph: process.env.SUPERGRAPH,
  propagateHeaders: { fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? '' }) },
  ...(process.env.HIVE_RUNTIME === 'router' && { unifiedGraphHandler }),
  graphiql: false,
  landingPage: false,
  logging: 'error',
});
