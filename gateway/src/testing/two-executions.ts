import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { ApolloGateway } from '@apollo/gateway';
import { municipalities, newLogger } from '@werkplein/kernel';
import { GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { DirectorySource } from '../directory/directory-source.ts';
import { compiledExecutor, type ExecutorRequest } from '../execution/compiled/executor.ts';
import { missingParts } from '../execution/missing-parts.ts';
import { keepTypenames, type SubgraphAnswer, unavailable } from '../execution/subgraph-answer.ts';
import { type Chances, randomSubgraph } from './random-subgraph.ts';

/** In what circumstances one operation is answered. */
export interface Circumstances {
  /** Another one gives other data. */
  salt: string;
  /** The subgraph that does not answer. */
  down: string | null;
  /** How often entities were asked, and how often those of a municipality. */
  entities: number;
  municipal: number;
}

const root = resolve(import.meta.dirname, '../../..');
const log = newLogger('test', 'silent');

const withErrors = ({ data, errors }: SubgraphAnswer, service: string): SubgraphAnswer => ({
  data: data ?? null,
  ...(errors && {
    errors: errors.map(
      ({ message, path, extensions }) => new GraphQLError(message, { ...(path && { path: [...path] }), extensions: { ...extensions, service } }),
    ),
  }),
});

export interface TwoExecutions {
  stop(): Promise<void>;
  schema: GraphQLSchema;
  /** Names of the subgraphs besides the directory. */
  names: string[];
  stock: ApolloGateway['executor'];
  compiled: ApolloGateway['executor'];
}

export const requestOf = (query: string, variables: object, context: Circumstances): ExecutorRequest =>
  ({
    request: { query, variables },
    source: query,
    queryHash: createHash('sha256').update(query).digest('hex'),
    document: parse(query),
    context,
    metrics: {},
    logger: log,
  }) as unknown as ExecutorRequest;

/** A composed graph, and how random data of each of its subgraphs are made. */
export interface Graph {
  supergraphSdl: string;
  subgraphs: ReadonlyMap<string, { sdl: string; chances: Chances }>;
  /** Answered in this process, under the name `directory`. */
  directory?: DirectorySource;
}

/** The graph that we are. */
export const ourGraph = (chances: Chances): Graph => ({
  supergraphSdl: readFileSync(resolve(root, 'schema/supergraph.graphql'), 'utf8'),
  directory: new DirectorySource(municipalities),
  subgraphs: new Map(
    globSync('schema/*.graphql', { cwd: root })
      .filter((file) => !/supergraph|directory/.test(file))
      .map((file) => {
        const name = basename(file, '.graphql');
        // A Werkplein has its own people only: an id of another is known under another name.
        const own = municipalities.filter(({ field }) => field === name).map(({ code }) => code);
        return [name, { sdl: readFileSync(resolve(root, file), 'utf8'), chances: own.length > 0 ? { ...chances, owners: own } : chances }];
      }),
  ),
});

/** A graph answered by @apollo/gateway and by compiled plans, over the same subgraphs with random data. Each question to a subgraph is made up once. */
export const twoExecutions = async ({ supergraphSdl, subgraphs: sources, directory }: Graph): Promise<TwoExecutions> => {
  const made = new Map<string, Promise<string>>();
  const subgraphs = new Map([...sources].map(([name, { sdl, chances }]) => [name, randomSubgraph(sdl, chances)]));

  /** As a subgraph sees it: a body comes in and a text goes out. */
  const answer = async (name: string, body: string, circumstances: Circumstances): Promise<SubgraphAnswer> => {
    const key = `${name} ${circumstances.salt} ${body}`;
    const make = async (): Promise<string> => {
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      const { data, errors } = await (subgraphs.get(name) as ReturnType<typeof randomSubgraph>)(query, variables, circumstances.salt);
      return JSON.stringify({ data: data ?? null, ...(errors && { errors: errors.map((each) => each.toJSON()) }) });
    };
    const text = made.get(key) ?? make();
    if (made.size < 10_000) made.set(key, text);
    if (body.includes('"representations":')) {
      circumstances.entities += 1;
      if (name !== 'nuo') circumstances.municipal += 1;
    }
    return withErrors(JSON.parse(await text) as SubgraphAnswer, name);
  };

  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) =>
      ((name === 'directory' && directory) || {
        process: async ({
          request,
          context,
        }: {
          request: { query: string; variables: Record<string, unknown>; operationName?: string };
          context: Circumstances;
        }) => {
          const { query, variables, operationName } = request;
          if (context.down === name) return unavailable(name, missingParts(query));
          return keepTypenames(await answer(name, JSON.stringify({ query, operationName, variables }), context), variables);
        },
      }) as never,
    logger: log,
  });
  await gateway.load();
  const { executor } = compiledExecutor(gateway, {
    names: (fetch) => (fetch.service === 'directory' && directory ? directory.names(fetch) : null),
    send: async (fetch, variables, run) => {
      const circumstances = run.context as unknown as Circumstances;
      if (fetch.service === 'directory' && directory) return directory.fetch(fetch, variables, run);
      if (circumstances.down === fetch.service) return unavailable(fetch.service, fetch.missing());
      return answer(fetch.service, `${fetch.head}${variables}}`, circumstances);
    },
  });
  const { schema } = gateway as unknown as { schema: GraphQLSchema };
  return { stop: () => gateway.stop(), schema, names: [...subgraphs.keys()], stock: gateway.executor, compiled: executor };
};
