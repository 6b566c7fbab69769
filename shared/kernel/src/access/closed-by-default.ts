import { type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, isInterfaceType, isObjectType, Kind } from 'graphql';
import { isExternal } from './field-rules.ts';
import type { Action } from './index.ts';

export const actionOf = (extensions: Readonly<Record<string, unknown>>): Action | undefined => extensions['action'] as Action | undefined;

/** The fields of each key. */
const keysOf = (type: GraphQLNamedType): string[][] =>
  (type.astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .map(({ arguments: given = [] }) => {
      const fields = given.find(({ name }) => name.value === 'fields')?.value;
      return fields?.kind === Kind.STRING ? fields.value.split(/\W+/).filter(Boolean) : [];
    });

const isInterfaceObject = (type: GraphQLObjectType): boolean => type.astNode?.directives?.some(({ name }) => name.value === 'interfaceObject') ?? false;

/** The part of type-graphql's metadata that says which resolver class fills a field of which interface. */
interface Metadata {
  interfaceTypes: readonly { target: unknown; name: string }[];
  fieldResolvers: readonly { target: unknown; schemaName: string; extensions?: Readonly<Record<string, unknown>>; getObjectType?(): unknown }[];
}

/** Actions that resolvers give to fields of an interface: the built interface does not show them, only the types that inherit the field. */
const actionsByResolvers = (resolvers: readonly unknown[], interfaceName: string): string[] => {
  const { interfaceTypes, fieldResolvers } = (globalThis as unknown as { TypeGraphQLMetadataStorage: Metadata }).TypeGraphQLMetadataStorage;
  const classes = new Set(interfaceTypes.filter(({ name }) => name === interfaceName).map(({ target }) => target));
  return fieldResolvers
    .filter(({ target, extensions = {}, getObjectType }) => resolvers.includes(target) && actionOf(extensions) && classes.has(getObjectType?.()))
    .map(({ schemaName }) => schemaName);
};

const lostActions = (type: GraphQLObjectType, resolvers: readonly unknown[]): string[] =>
  type.getInterfaces().flatMap((each) => {
    const onFields = Object.values(each.getFields()).filter(({ extensions }) => actionOf(extensions));
    const guarded = new Set([...onFields.map(({ name }) => name), ...actionsByResolvers(resolvers, each.name)]);
    return [...guarded]
      .filter((name) => !actionOf(type.getFields()[name]?.extensions ?? {}))
      .map((name) => `${type.name}.${name} lost the action of ${each.name}.${name}: the class declares the field again; give it @Guard.`);
  });

/** What an answer to nobody in particular would come from. The subgraph does not start with any of these. */
export const openDoors = (schema: GraphQLSchema, references: ReadonlySet<string>, resolvers: readonly unknown[]): string[] => {
  const types = Object.values(schema.getTypeMap());
  const objects = types.filter(isObjectType).filter(({ name }) => !name.startsWith('__'));
  const unguarded = objects.flatMap((type) => {
    const root = type === schema.getQueryType() || type === schema.getMutationType() || type.name.endsWith('Commands');
    const keys = new Set(keysOf(type).flat());
    const contributed = (field: GraphQLField<unknown, unknown>): boolean => isInterfaceObject(type) && !isExternal(field) && !keys.has(field.name);
    return Object.values(type.getFields())
      .filter((field) => !actionOf(field.extensions) && (root || contributed(field)))
      .map((field) => `${type.name}.${field.name} has no action; give it @Guard.`);
  });
  // Also those with `resolvable: false`: the planner does not ask for them, and @apollo/subgraph answers all the same.
  const entities = types.filter((type) => (isObjectType(type) || isInterfaceType(type)) && keysOf(type).length > 0);
  return [
    ...unguarded,
    ...objects.flatMap((type) => lostActions(type, resolvers)),
    // Without a reference resolver @apollo/subgraph gives back what the caller claims.
    ...entities.filter(({ name }) => !references.has(name)).map(({ name }) => `${name} has a key and no reference; add it to the references with its action.`),
    ...[...references].filter((name) => !schema.getType(name)).map((name) => `There is a reference for ${name}, and no such type.`),
  ];
};
