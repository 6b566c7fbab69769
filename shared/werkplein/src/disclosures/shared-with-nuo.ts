import { localDay, NUO, requestContext, type RequestContext, roles } from '@werkplein/kernel';
import { execute, getNamedType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, isObjectType, isRequiredArgument, parse } from 'graphql';
import { candidateOf } from '../candidates/candidate.store.ts';
import { partOfField } from '../clients/client.parts.ts';
import type { DisclosurePart } from './disclosure.rules.ts';
import { disclosedParts } from './disclosure.store.ts';
import type { SharedField, SharedWithNuo } from './disclosure.types.ts';

/** All roles of the NUO in one reader. Its context is its own: nothing of it reaches the logs, for nothing is shown to the NUO. */
const anyoneAtNuo = (ctx: RequestContext): RequestContext =>
  requestContext({ ...ctx, purpose: null, principal: { employeeId: NUO, displayName: NUO, organisation: NUO, roles: [...roles] } });

/** All that can be asked of a type, without coming back to a type on the way. */
const selectionOf = (type: GraphQLOutputType, above: readonly string[]): string => {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(
    ({ args, type: answer }) => !args.some(isRequiredArgument) && !above.includes(getNamedType(answer).name),
  );
  return `{ ${fields.map(({ name, type: answer }) => `${name} ${selectionOf(answer, [...above, getNamedType(answer).name])}`).join(' ')} }`;
};

const read = async (nuo: RequestContext, schema: GraphQLSchema, type: GraphQLObjectType, id: string) => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type.name} ${selectionOf(type, [type.name])} } }`;
  const { data, errors = [] } = await execute({
    schema,
    document: parse(query),
    contextValue: nuo,
    variableValues: { r: [{ __typename: type.name, id }] },
  });
  const faults = errors.filter(({ extensions }) => extensions['code'] !== 'FORBIDDEN');
  if (faults.length > 0) throw new AggregateError(faults, 'What the NUO sees could not be read.');
  const [client] = (data?.['_entities'] ?? [null]) as [Record<string, unknown> | null];
  return { client, refused: new Set(errors.filter(({ path }) => path?.length === 3).map(({ path }) => path?.[2])) };
};

/** What the NUO gets today: the graph itself is asked as the NUO would ask it, so that no field and no rule can be forgotten here. */
export const sharedWithNuo = async (ctx: RequestContext, schema: GraphQLSchema, type: GraphQLObjectType, id: string): Promise<SharedWithNuo> => {
  const nuo = anyoneAtNuo(ctx);
  const day = localDay(ctx.clock());
  const parts = (await nuo.load('disclosedParts', id, (ids) => disclosedParts(ctx.db.read, ids, day))) ?? new Set<DisclosurePart>();
  const { client, refused } = await read(nuo, schema, type, id);
  const fields = Object.keys(type.getFields()).map((field): SharedField => {
    const shared = client !== null && field in client && !refused.has(field);
    return {
      field,
      shared,
      value: shared ? JSON.stringify(client[field]) : null,
      part: (partOfField as Partial<Record<string, DisclosurePart>>)[field] ?? null,
    };
  });
  return { day, parts: [...parts], fields, foundAsCandidate: (await candidateOf(nuo, id)) !== null };
};
