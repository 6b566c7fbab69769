// @apollo/server over @apollo/gateway as their documentation starts them, before subgraphs of the product: it knows who asks and signs as ours does.
import { readFileSync } from 'node:fs';
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { municipalities, newLogger, STATEMENT_HEADER } from '@werkplein/kernel';
import { readGatewayConfig } from '../../gateway/dist/config.js';
import { directorySchema } from '../../gateway/dist/directory/directory.js';
import { statementSigner } from '../../gateway/dist/identity/keys.js';
import { tokenVerifier } from '../../gateway/dist/identity/tokens.js';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
const config = readGatewayConfig();
const sign = await statementSigner(config);
const verify = tokenVerifier(config.tokenIssuers, newLogger('stock', 'error'));

interface Context {
  authorization?: string | undefined;
}

class Signing extends RemoteGraphQLDataSource<Context> {
  constructor(name: string, url: string) {
    super({ url });
    const { fetcher } = this;
    const asking = () => ({
      trace: { traceId: crypto.randomUUID().replaceAll('-', ''), spanId: crypto.randomUUID().slice(-12).padStart(16, '0') },
      operation: 'Bench',
      purpose: null,
    });
    // The statement is about the body, which is known here only.
    this.fetcher = async (to, options) => {
      const headers = options?.headers ?? {};
      const principal = await verify((headers['authorization'] ?? '').replace('Bearer ', ''));
      if (!principal) throw new Error('nobody asks');
      const statement = await sign(principal, name, asking(), String(options?.body));
      return fetcher(to, { ...options, headers: { ...headers, [STATEMENT_HEADER]: statement } });
    };
  }

  override willSendRequest({ request, context }: Parameters<NonNullable<RemoteGraphQLDataSource<Context>['willSendRequest']>>[0]): void {
    if ('authorization' in context && context.authorization) request.http?.headers.set('authorization', context.authorization);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'),
  buildService: ({ name }) =>
    name === 'directory' ? new LocalGraphQLDataSource(directorySchema(municipalities)) : new Signing(name, config.subgraphUrls[name] as string),
});
await startStandaloneServer(new ApolloServer<Context>({ gateway }), {
  listen: { port: config.port, host: '127.0.0.1' },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
