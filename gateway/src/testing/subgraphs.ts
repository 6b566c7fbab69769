import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { errorFormatter, fault, type Principal, type RunningServer, STATEMENT_HEADER, serveGraphql, type Tls, type VerifyStatement } from '@werkplein/kernel';
import { GraphQLError, parse } from 'graphql';

// Three tiny subgraphs of the shape of the real ones: two municipalities and the NUO.

export const almeloId = '0141:01900000-0000-7000-8000-000000000001';
export const almeloId2 = '0141:01900000-0000-7000-8000-000000000002';
export const wierdenId = '0189:01900000-0000-7000-8000-000000000001';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject"])\n';

export const municipalSdl = (name: string, field: string): string => `${link}
scalar MunicipalityCode
interface Client { id: ID! name: String! }
interface ClientConnection { nodes: [Client!]! }
interface Werkplein { municipality: MunicipalityCode! clients: ClientConnection }
type ${name}Client implements Client @key(fields: "id") { id: ID! name: String! secret: String }
type ${name}ClientConnection implements ClientConnection { nodes: [${name}Client!]! }
type ${name}Werkplein implements Werkplein @key(fields: "municipality") { municipality: MunicipalityCode! clients: ${name}ClientConnection }
type ${name}Commands { register(name: String!): ${name}Client end: Boolean }
type Query { ${field}: ${name}Werkplein }
type Mutation { ${field}: ${name}Commands }
`;

export const nuoSdl = `${link}
scalar MunicipalityCode
scalar Date
scalar DateTime
type Client @interfaceObject @key(fields: "id") { id: ID! placements: [Placement!] }
type Placement @key(fields: "id") { id: ID! client: Client }
type Employer @key(fields: "id") { id: ID! name: String! placements: [Placement!] }
enum AgreementDirection { HIGHER LOWER EXACT }
type AgreementVersion { number: Int! target: Float! direction: AgreementDirection! amberBeyond: Float! redBeyond: Float! definitionVersion: Int! establishedAt: DateTime }
type ManualValue { measuredOn: Date! value: Float! recordedAt: DateTime! replacedAt: DateTime }
type PerformanceAgreement @key(fields: "id") { id: ID! year: Int! municipality: MunicipalityCode! indicator: String! versions: [AgreementVersion!]! manualValues: [ManualValue!]! }
type QuarterReport @key(fields: "id") { id: ID! document: String! }
type NuoCommands { plan: Boolean }
type Query { employers: [Employer!] placements: [Placement!] broken: String badValue: String }
type Mutation { nuo: NuoCommands }
`;

type Resolvers = Record<string, unknown>;

export const municipalResolvers = (name: string, field: string, code: string, ids: readonly string[]): Resolvers => {
  const client = (id: string) => (ids.includes(id) ? { id, name: `Client ${id.at(-1)} of ${name}` } : null);
  return {
    [`${name}Client`]: {
      __resolveReference: async ({ id }: { id: string }) => client(id),
      secret: () => {
        throw fault('FORBIDDEN');
      },
    },
    [`${name}Werkplein`]: { __resolveReference: async () => ({ municipality: code }), clients: () => ({ nodes: ids.map(client) }) },
    [`${name}Commands`]: { register: () => client(ids[0] as string), end: () => true },
    Query: { [field]: () => ({ municipality: code }) },
    Mutation: { [field]: () => ({}) },
  };
};

const placement = (id: string, client: string) => ({ id, client: { id: client } });

/** One employer with placements of Wierden, Almelo and Almelo, in this order. */
export const nuoResolvers: Resolvers = {
  Client: { __resolveReference: async ({ id }: { id: string }) => ({ id, placements: [placement('nuo:p', id)] }) },
  Query: {
    employers: () => [
      { id: 'nuo:e', name: 'Bakker', placements: [placement('nuo:1', wierdenId), placement('nuo:2', almeloId), placement('nuo:3', almeloId2)] },
    ],
    placements: () => [placement('nuo:2', almeloId)],
    broken: () => {
      throw new Error('table client.bsn at 10.0.0.7');
    },
    badValue: () => {
      throw new GraphQLError('De invoer klopt niet.', {
        extensions: { code: 'BAD_INPUT', problems: [{ path: ['input', 'name'], message: 'Geef een naam.' }], sql: 'SELECT' },
      });
    },
  },
  Mutation: { nuo: () => ({}) },
  NuoCommands: { plan: () => true },
};

export interface FakeSubgraph extends RunningServer {
  /** What it was sent, and who the gateway said was asking. */
  asked: { headers: Record<string, unknown>; principal: Principal }[];
}

/** Serves an SDL as a subgraph that accepts the gateway's statements only and says it took three SQL statements. */
export const serveFake = async (
  sdl: string,
  resolvers: Resolvers,
  verify: VerifyStatement,
  { port = 0, tls }: { port?: number; tls?: Tls } = {},
): Promise<FakeSubgraph> => {
  const asked: FakeSubgraph['asked'] = [];
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const server = await serveGraphql({
    apollo: new ApolloServer<object>({
      schema,
      introspection: false,
      formatError: errorFormatter(() => undefined),
      stopOnTerminationSignals: false,
      plugins: [ApolloServerPluginInlineTraceDisabled()],
    }),
    context: async ({ headers }, body) => {
      const stated = await verify(String(headers[STATEMENT_HEADER]), body);
      if (stated) asked.push({ headers, principal: stated.principal });
      return stated && {};
    },
    ready: async () => true,
    port,
    tls,
    bodyLimit: 1_000_000,
    headers: () => ({ 'server-timing': 'sql;desc="3"' }),
  });
  return { ...server, asked };
};
