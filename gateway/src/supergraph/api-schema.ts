import { ApolloGateway } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';

/** The schema that callers of this supergraph see. */
export const apiSchema = async (supergraphSdl: string): Promise<GraphQLSchema> => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const gateway = new ApolloGateway({ supergraphSdl, buildService: () => ({ process: async () => ({ data: null }) }) });
  const { schema } = await gateway.load();
  await gateway.stop();
  return schema;
};
