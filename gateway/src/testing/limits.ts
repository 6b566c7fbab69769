import { municipalities } from '@werkplein/kernel';
import { GraphQLError, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { directorySdl } from '../directory/directory.ts';
import { entityFamilies, openOperation } from '../limits/index.ts';
import type { Limit } from '../limits/document.ts';
import { apiSchema } from '../supergraph/api-schema.ts';
import { compose } from '../supergraph/compose.ts';
import { municipalSdl, nuoSdl } from './subgraphs.ts';

/** The supergraph of all municipalities, and what the limits must know of it. */
const load = async () => {
  const supergraphSdl = compose({
    directory: directorySdl(municipalities),
    nuo: nuoSdl,
    ...Object.fromEntries(municipalities.map(({ name, field }) => [field, municipalSdl(name, field)])),
  });
  const schema = await apiSchema(supergraphSdl);
  return { supergraphSdl, schema, families: entityFamilies(supergraphSdl, schema) };
};

const loaded = load();
export const limitedGraph = (): ReturnType<typeof load> => loaded;

/** What a limit says of a document, which must be valid. */
export const judge = async (limit: Limit, source: string): Promise<string | null> => {
  const { schema } = await loaded;
  const document = parse(source);
  const [error] = validate(schema, document);
  if (error) throw error;
  try {
    return limit(openOperation(schema, document, document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode));
  } catch (refusal) {
    if (refusal instanceof GraphQLError) return String(refusal.extensions['code']);
    throw refusal;
  }
};

export const repeat = (count: number, part: (index: number) => string): string => Array.from({ length: count }, (_, index) => part(index)).join(' ');
export const nest = (field: string, times: number, inner: string): string => `${`${field} { `.repeat(times)}${inner}${' }'.repeat(times)}`;
