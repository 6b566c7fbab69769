// Hive Gateway before our subgraphs (docs/other-routers.md): the committed supergraph as it is, every subgraph reached through the companion.
import { defineConfig } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

const companion = process.env.COMPANION_URL;
const names = process.env.SUBGRAPHS.split(',');
const passedOn = ['authorization', 'x-purpose', 'traceparent'];

export const gatewayConfig = defineConfig({
  supergraph: process.env.SUPERGRAPH_FILE,
  unifiedGraphHandler,
  transportEntries: Object.fromEntries(names.map((name) => [name, { location: name === 'directory' ? `${companion}/graphql` : `${companion}/${name}/graphql` }])),
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) =>
      Object.fromEntries(passedOn.flatMap((name) => (request.headers.has(name) ? [[name, request.headers.get(name)]] : []))),
  },
  // What the subgraphs refuse, they refuse in words for people: it may be seen.
  maskedErrors: false,
  graphiql: false,
  landingPage: false,
  logging: process.env.HIVE_LOG ?? 'error',
});
