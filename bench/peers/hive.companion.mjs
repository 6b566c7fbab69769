// Hive Gateway before our subgraphs (docs/other-routers.md): the committed supergraph as it is, every subgraph reached through the companion.
import { defineConfig } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { buildASTSchema, parse, visit } from 'graphql';

const companion = process.env.COMPANION_URL;
const names = process.env.SUBGRAPHS.split(',');
const passedOn = ['authorization', 'x-purpose', 'traceparent'];

/**
 * The planner in Rust reads the supergraph as text. Beside it the runtime stitches a schema of its own, only to know its subgraphs, and stops where a
 * type that several share is the answer of a field that requires others (@graphql-tools/stitch 10.3.1). That schema is given without `requires`.
 */
const handler = (options) => {
  const requires = { Directive: (node) => ({ ...node, arguments: node.arguments.filter(({ name }) => name.value !== 'requires') }) };
  return unifiedGraphHandler({ ...options, unifiedGraph: buildASTSchema(visit(parse(options.getUnifiedGraphSDL()), requires), { assumeValid: true }) });
};

export const gatewayConfig = defineConfig({
  supergraph: process.env.SUPERGRAPH_FILE,
  unifiedGraphHandler: handler,
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
