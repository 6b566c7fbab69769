import { type GraphQLSchema, isAbstractType, Kind, parse } from 'graphql';

/** Type name → the entities it may be, each by one name for a keyed interface and all its types (`Client` for `AlmeloClient`). */
export type EntityFamilies = ReadonlyMap<string, ReadonlySet<string>>;

/** Names of the types that the supergraph knows by a key. */
const keyedTypes = (supergraphSdl: string): Set<string> => {
  const keyed = new Set<string>();
  for (const node of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const hasKey = node.directives?.some((directive) => directive.name.value === 'join__type' && directive.arguments?.some(({ name }) => name.value === 'key'));
    if (hasKey) keyed.add(node.name.value);
  }
  return keyed;
};

export const entityFamilies = (supergraphSdl: string, schema: GraphQLSchema): EntityFamilies => {
  const keyed = keyedTypes(supergraphSdl);
  const families = new Map<string, Set<string>>();
  const join = (typename: string, family: string): void => void families.set(typename, (families.get(typename) ?? new Set()).add(family));
  for (const name of keyed) {
    const type = schema.getType(name);
    if (!type || isAbstractType(type)) continue;
    const keyedInterfaces = 'getInterfaces' in type ? type.getInterfaces().filter((each) => keyed.has(each.name)) : [];
    for (const family of keyedInterfaces.length > 0 ? keyedInterfaces.map((each) => each.name) : [name]) join(name, family);
  }
  // An interface or union may be any of its types.
  for (const type of Object.values(schema.getTypeMap()).filter(isAbstractType)) {
    if (keyed.has(type.name)) join(type.name, type.name);
    else for (const possible of schema.getPossibleTypes(type)) for (const family of families.get(possible.name) ?? []) join(type.name, family);
  }
  return families;
};
