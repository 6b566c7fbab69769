import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type Action,
  action,
  type Clock,
  DayScalar,
  type Grantee,
  homeOf,
  InstantScalar,
  type Municipality,
  MunicipalityCodeScalar,
  organisation,
  purposes,
  roles,
  systemClock,
} from '@werkplein/kernel';
import { type GraphQLSchema, parse } from 'graphql';
import type { GatewayContext } from '../execution/context.ts';
import type { AskSubgraph } from '../figures/ask-sources.ts';
import { freezeReports, readFigureFacts, readFigures, viewAgreements, viewReports } from '@werkplein/indicators';
import { figureResolvers } from '../figures/figures.resolvers.ts';
import { figuresQueries, figuresSdl } from '../figures/figures.sdl.ts';
import { steeringResolvers } from '../steering/steering.resolvers.ts';
import { steeringSdl } from '../steering/steering.sdl.ts';
import { funnelResolver } from '../figures/funnel.resolvers.ts';
import { funnelQueries, funnelSdl } from '../figures/funnel.sdl.ts';

/** Name of the subgraph that runs inside the gateway. */
export const DIRECTORY = 'directory';

const concreteTypes = ({ name }: Municipality): string => `
type ${name}Client implements Client @key(fields: "id") {
  id: ID!
}

type ${name}Candidate implements Candidate @key(fields: "id") {
  id: ID!
}

type ${name}Werkplein implements Werkplein @key(fields: "municipality") {
  municipality: MunicipalityCode!
}
`;

// The types that other subgraphs extend carry no description here: theirs is the one text.
/** The schema of the directory: who takes part. It holds no row; which municipality owns an id stands in the id. */
export const directorySdl = (
  municipalities: readonly Municipality[],
): string => `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@external", "@key", "@requires", "@shareable"])

scalar MunicipalityCode

interface Client @key(fields: "id") {
  id: ID!
}

interface Candidate @key(fields: "id") {
  id: ID!
}

interface Werkplein @key(fields: "municipality") {
  municipality: MunicipalityCode!
}
${municipalities.map(concreteTypes).join('')}
type PageInfo @shareable {
  hasNextPage: Boolean!
  endCursor: String
}
${figuresSdl}${funnelSdl}${steeringSdl}
type Organisation @shareable {
  code: String!
  name: String!
}

"Who asks, as the token says."
type Me {
  id: ID!
  name: String!
  organisation: Organisation!
  "What this employee is at that organisation; the permission table says what each role may do."
  roles: [String!]!
}

"Why personal data may be processed. State one in the header \`x-purpose\`; without it the purpose of what you do holds."
type Purpose {
  code: String!
  "Dutch, for people."
  text: String!
  "Article of law, in Dutch."
  legalBasis: String!
}

type Query {
  "Every Werkplein that takes part."
  werkpleinen: [Werkplein]!
  "One Werkplein; null when that municipality does not take part."
  werkplein(municipality: MunicipalityCode!): Werkplein
  "A client of any Werkplein by id; null when no Werkplein owns such an id."
  client(id: ID!): Client
  "A candidate of any Werkplein by id, without knowing who it is; null when no Werkplein owns such an id."
  candidate(id: ID!): Candidate
  "Who you are to this graph."
  me: Me
  "Every purpose that there is; docs/purposes.md says who may state which."
  purposes: [Purpose!]
${figuresQueries}${funnelQueries}}
`;

const everyone: Record<string, 'all'> = Object.fromEntries(
  roles.flatMap((role) => [`nuo.${role}` as Grantee, `werkplein.${role}` as Grantee]).map((each) => [each, 'all']),
);

/** What the directory shows is for everyone with a token (`requireToken`): it knows no person, and of a client only the id that was asked. */
const readDirectory = action(
  'directory.read',
  'Zien welke Werkpleinen meedoen, wie men zelf is en bij welk Werkplein een opgegeven cliëntnummer hoort; niet of die cliënt bestaat',
  everyone,
);

/** The guarded coordinates of the directory, as `buildSubgraph` gives them for the others. */
export const directoryActions = (municipalities: readonly Municipality[]): ReadonlyMap<string, Action> =>
  new Map<string, Action>([
    ...['Query.figures', 'Query.figure', 'Query.funnel', 'PerformanceAgreement.progress'].map((coordinate): [string, Action] => [coordinate, readFigures]),
    ['PerformanceAgreement', viewAgreements],
    ...['QuarterReport', 'QuarterReport.lines'].map((coordinate): [string, Action] => [coordinate, viewReports]),
    ...['Mutation.reports', 'ReportCommands.freezeReport'].map((coordinate): [string, Action] => [coordinate, freezeReports]),
    ['Figure.facts', readFigureFacts],
    ...[
      'Query.indicators',
      'Query.werkpleinen',
      'Query.werkplein',
      'Query.client',
      'Query.candidate',
      'Query.purposes',
      'Query.me',
      'Client',
      'Candidate',
      'Werkplein',
      ...municipalities.flatMap(({ name }) => [`${name}Client`, `${name}Candidate`, `${name}Werkplein`]),
    ].map((coordinate): [string, Action] => [coordinate, readDirectory]),
  ]);

type Named<K extends string> = { __typename: string } & Record<K, string>;

/** Without sources there are no figures: the schema alone is wanted. */
const nobody: AskSubgraph = async () => ({ data: null });

/** Who owns what, as the ids say: by the interface that is asked, from a representation to the entity under its own name. */
export const owners = (municipalities: readonly Municipality[]) => {
  const byCode = new Map(municipalities.map((each) => [each.code, each]));
  const ownedBy = (kind: 'Client' | 'Candidate') => {
    const names = new Map(municipalities.map(({ code, name }) => [code, `${name}${kind}`]));
    return ({ id }: Record<string, unknown>): Named<'id'> | null => {
      const name = typeof id === 'string' ? names.get(homeOf(id) ?? '') : undefined;
      return name === undefined ? null : { __typename: name, id: id as string };
    };
  };
  return {
    Client: ownedBy('Client'),
    Candidate: ownedBy('Candidate'),
    Werkplein: ({ municipality }: Record<string, unknown>): Named<'municipality'> | null => {
      const found = byCode.get(String(municipality));
      return found ? { __typename: `${found.name}Werkplein`, municipality: found.code } : null;
    },
  };
};

/** The directory, executable. */
export const directorySchema = (municipalities: readonly Municipality[], ask: AskSubgraph = nobody, clock: Clock = systemClock): GraphQLSchema => {
  const own = owners(municipalities);
  // Only its own: an id of Wierden asked of AlmeloClient is nobody.
  const only = <T extends { __typename: string }>(typename: string, found: T | null): T | null => (found?.__typename === typename ? found : null);
  const figures = figureResolvers(municipalities, ask, clock);
  const steering = steeringResolvers(municipalities, ask, clock);
  const typeOf = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
  const resolvers = {
    MunicipalityCode: MunicipalityCodeScalar,
    Date: DayScalar,
    DateTime: InstantScalar,
    Figure: figures.Figure,
    ...steering,
    Client: { ...typeOf, __resolveReference: async (given: Record<string, unknown>) => own.Client(given) },
    Candidate: { ...typeOf, __resolveReference: async (given: Record<string, unknown>) => own.Candidate(given) },
    Werkplein: { ...typeOf, __resolveReference: async (given: Record<string, unknown>) => own.Werkplein(given) },
    ...Object.fromEntries(
      municipalities.flatMap(({ name }) => [
        [`${name}Client`, { __resolveReference: async (given: Record<string, unknown>) => only(`${name}Client`, own.Client(given)) }],
        [`${name}Candidate`, { __resolveReference: async (given: Record<string, unknown>) => only(`${name}Candidate`, own.Candidate(given)) }],
        [`${name}Werkplein`, { __resolveReference: async (given: Record<string, unknown>) => only(`${name}Werkplein`, own.Werkplein(given)) }],
      ]),
    ),
    Query: {
      ...figures.Query,
      funnel: funnelResolver(municipalities, ask, clock),
      werkpleinen: () => municipalities.map(({ code }) => own.Werkplein({ municipality: code })),
      werkplein: (_: unknown, asked: { municipality: string }) => own.Werkplein(asked),
      client: (_: unknown, asked: { id: string }) => own.Client(asked),
      candidate: (_: unknown, asked: { id: string }) => own.Candidate(asked),
      purposes: () => purposes,
      me: (_: unknown, __: unknown, { principal }: GatewayContext) =>
        principal && { id: principal.employeeId, name: principal.displayName, organisation: organisation(principal.organisation), roles: principal.roles },
    },
  };
  return buildSubgraphSchema([{ typeDefs: parse(directorySdl(municipalities)), resolvers: resolvers as never }]);
};
