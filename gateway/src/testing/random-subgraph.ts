import { buildSubgraphSchema } from '@apollo/subgraph';
import { createHash } from 'node:crypto';
import {
  execute,
  getNamedType,
  getNullableType,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql';

type Source = { seed?: string; __typename?: string } & Record<string, unknown>;

/** From 0 to 1, the same for one text. */
const share = (text: string): number => createHash('md5').update(text).digest().readUInt32BE(0) / 2 ** 32;

export interface Chances {
  null: number;
  error: number;
  /** Lists are shorter than this, or as long as it says for the seed of one (which holds the arguments). */
  length?: number | ((seed: string) => number);
  /** Whose ids there are, and how many of each: few, so that rows share entities. */
  owners?: readonly string[];
  ids?: number;
}

/** By their codes; the NUO, which is no municipality, last. */
const everyone = ['0141', '0189', '0183', '1700', 'nuo'];

/** An id of this graph, which the directory takes for one. */
export const madeId = (owner: string, number: number): string => `${owner}:00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const leaf = (name: string, seed: string, { owners = everyone, ids = 3 }: Chances): unknown => {
  const at = share(`${seed} leaf`);
  if (name === 'Int') return Math.floor(at * 1000);
  if (name === 'Float') return Math.round(at * 1000) / 10;
  if (name === 'Boolean') return at < 0.5;
  if (name === 'ID') return madeId(owners[Math.floor(at * owners.length)] as string, Math.floor(share(`${seed} id`) * ids));
  if (name === 'MunicipalityCode') return everyone[Math.floor(at * 4)];
  if (name === 'Date' || name === 'DateTime') {
    const day = `2026-0${1 + Math.floor(at * 9)}-15`;
    return name === 'Date' ? day : `${day}T10:00:00.000Z`;
  }
  return `t${Math.floor(at * 100_000)}`;
};

/** A subgraph that answers whatever its schema lets be asked, always the same to the same question. */
export const randomSubgraph = (
  sdl: string,
  chances: Chances,
): ((query: string, variables: Record<string, unknown>, salt: string) => Promise<{ data?: unknown; errors?: readonly GraphQLError[] }>) => {
  const schema: GraphQLSchema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);

  const possible = (type: GraphQLAbstractType, seed: string): string => {
    const types = schema.getPossibleTypes(type);
    return types[Math.floor(share(`${seed} type`) * types.length)]?.name ?? '';
  };
  const { length = 4 } = chances;
  const lengthOf = (seed: string): number => (typeof length === 'number' ? Math.floor(share(`${seed} length`) * length) : length(seed));
  const make = (type: GraphQLOutputType, seed: string): unknown => {
    if (!isNonNullType(type) && share(`${seed} null`) < chances.null) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) return Array.from({ length: lengthOf(seed) }, (_, index) => make(nullable.ofType, `${seed}/${index}`));
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues()[Math.floor(share(`${seed} enum`) * named.getValues().length)]?.value;
    return isCompositeType(named) ? { seed } : leaf(named.name, seed, chances);
  };
  const fieldResolver = (source: Source, args: Record<string, unknown>, salt: string, info: GraphQLResolveInfo): unknown => {
    const given = source?.[info.fieldName];
    if (given !== undefined) return given;
    const seed = `${source?.seed ?? JSON.stringify(source)}.${info.fieldName}(${JSON.stringify(args)})${salt}`;
    if (share(`${seed} error`) < chances.error)
      throw new GraphQLError('Niet voor u.', { extensions: { code: share(`${seed} code`) < 0.5 ? 'FORBIDDEN' : 'INTERNAL' } });
    return make(info.returnType, seed);
  };
  const typeResolver = (value: Source, _context: unknown, _info: GraphQLResolveInfo, type: GraphQLAbstractType): string =>
    value.__typename !== undefined && schema.getType(value.__typename) !== type && schema.getType(value.__typename)
      ? value.__typename
      : possible(type, value.seed ?? JSON.stringify(value));

  return async (query, variables, salt) =>
    execute({
      schema,
      document: parse(query),
      variableValues: variables,
      contextValue: salt,
      fieldResolver: fieldResolver as never,
      typeResolver: typeResolver as never,
    });
};
