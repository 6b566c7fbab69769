import type { GraphQLDataSource } from '@apollo/gateway';
import { catalogue } from '@werkplein/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

export type SubgraphAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Why a subgraph gave no answer that can be used. For the log only: it may hold an address or a page of somebody's proxy. */
export class Unusable extends Error {
  override name = 'Unusable';

  constructor(
    message: string,
    /** What the caller hears. */
    readonly code: 'SUBGRAPH_UNAVAILABLE' | 'PROCESSING_LOG_UNAVAILABLE' = 'SUBGRAPH_UNAVAILABLE',
  ) {
    super(message);
  }
}

const SNIPPET = 300;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** How graphql and our scalars word a value that does not fit: `Expected value of type …` or `Postcode: …`. */
const aboutAValue = /^(Expected value of type|[A-Z]\w+: )/;

/** A subgraph answers 400 when it refuses a value of the caller; every other 400 is ours. */
const isCallersFault = ({ message, extensions }: GraphQLFormattedError): boolean =>
  ['BAD_INPUT', 'BAD_USER_INPUT'].includes(String(extensions?.['code'])) || (extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED' && aboutAValue.test(message));

const asError = (service: string, { message, path, extensions }: GraphQLFormattedError): GraphQLError => {
  const code = extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED' ? 'BAD_INPUT' : (extensions?.['code'] ?? 'INTERNAL');
  // `locations` stay behind: they point into the document of the gateway, not of the caller.
  return new GraphQLError(message, { ...(path && { path }), extensions: { ...extensions, code, service } });
};

/** Reads the answer of a subgraph; everything that is no GraphQL answer is `Unusable`. */
export const readAnswer = (service: string, status: number, contentType: string, body: string): SubgraphAnswer => {
  const refuse = (why: string): Unusable => new Unusable(`${why}; status ${status}, content-type ${contentType || 'none'}: ${body.slice(0, SNIPPET)}`);
  if (!/^application\/(graphql-response\+)?json\b/.test(contentType)) throw refuse('no JSON');
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    throw refuse('broken JSON');
  }
  if (!isObject(answer)) throw refuse('no GraphQL answer');
  const errors = answer['errors'] as GraphQLFormattedError[] | undefined;
  if (errors !== undefined && !(Array.isArray(errors) && errors.every((error) => isObject(error) && typeof error.message === 'string')))
    throw refuse('malformed errors');
  if (errors?.some(({ extensions }) => extensions?.['code'] === 'PROCESSING_LOG_UNAVAILABLE'))
    throw new Unusable('the processing log was not written', 'PROCESSING_LOG_UNAVAILABLE');
  if (status !== 200 && !(status === 400 && errors && errors.length > 0 && errors.every(isCallersFault))) throw refuse('refused');
  const data = answer['data'] ?? null;
  if (data !== null && !isObject(data)) throw refuse('malformed data');
  if (data === null && errors === undefined) throw refuse('neither data nor errors');
  return { data, ...(errors && { errors: errors.map((error) => asError(service, error)) }) };
};

/**
 * Takes the `__typename` off entities that came back under the name by which they were asked. @apollo/gateway then keeps the name it has;
 * otherwise `Werkplein`, as an interface object calls it, would overwrite `AlmeloWerkplein`, and the whole object becomes null.
 */
export const keepTypenames = (answer: SubgraphAnswer, variables: Record<string, unknown> | undefined): SubgraphAnswer => {
  const entities: unknown = answer.data?.['_entities'];
  const representations = variables?.['representations'];
  if (!Array.isArray(entities) || !Array.isArray(representations)) return answer;
  for (const [index, entity] of entities.entries())
    if (isObject(entity) && entity['__typename'] === (representations[index] as Record<string, unknown> | undefined)?.['__typename'])
      delete entity['__typename'];
  return answer;
};

/** Whoever is refused a whole fetch misses each part of it: an error that names no place is one for each. */
export const placed = (answer: SubgraphAnswer, partsOf: () => readonly (readonly (string | number)[])[]): SubgraphAnswer => {
  if (answer.data || !answer.errors?.some(({ path }) => path === undefined)) return answer;
  const parts = partsOf();
  return {
    ...answer,
    errors: answer.errors.flatMap((error) =>
      error.path ? [error] : parts.map((path) => new GraphQLError(error.message, { path, extensions: error.extensions })),
    ),
  };
};

/** One error for each part that the caller misses. Paths are those of the fetch; the gateway moves them to where the fetch belongs. */
export const unavailable = (
  service: string,
  paths: readonly (readonly (string | number)[])[],
  code: Unusable['code'] = 'SUBGRAPH_UNAVAILABLE',
): SubgraphAnswer => ({
  data: null,
  errors: paths.map((path) => new GraphQLError(catalogue[code].text, { path, extensions: { code, service } })),
});
