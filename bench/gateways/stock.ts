// @apollo/server over @apollo/gateway as their documentation starts them, with the directory in this process, as that gateway allows.
import { readFileSync } from 'node:fs';
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { directorySchema } from '../../gateway/dist/directory/directory.js';
import { municipalities } from '@werkplein/kernel';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

interface Context {
  authorization?: string | undefined;
}

class Forwarding extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({ request, context }: Parameters<NonNullable<RemoteGraphQLDataSource<Context>['willSendRequest']>>[0]): void {
    if ('authorization' in context && context.authorization) request.http?.headers.set('authorization', context.authorization);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env['SUPERGRAPH'] as string, 'utf8'),
  buildService: ({ name, url }) =>
    name === 'directory' ? new LocalGraphQLDataSource(directorySchema(municipalities)) : new Forwarding({ url: url as string }),
});
await startStandaloneServer(new ApolloServer<Context>({ gateway }), {
  listen: { port: Number(process.env['PORT']), host: '127.0.0.1' },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
