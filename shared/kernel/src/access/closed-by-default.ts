import { type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, isInterfaceType, isObjectType, Kind } from 'graphql';
import type { Action } from './index.ts';

export const actionOf = (extensions: Readonly<Record<string, unknown>>): Action | undefined => extensions['action'] as Action | undefined;

interface Key {
  fields: string[];
  resolvable: boolean;
}

const keysOf = (type: GraphQLNamedType): Key[] =>
  (type.astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .map(({ arguments: given = [] }) => {
      const value = (wanted: string) => given.find(({ name }) => name.value === wanted)?.value;
      const fields = value('fields');
      const resolvable = value('resolvable');
      return {
        fields: fields?.kind === Kind.STRING ? fields.value.split(/\W+/).filter(Boolean) : [],
        resolvable: !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value),
      };
    });

const isInterfaceObject = (type: GraphQLObjectType): boolean => type.astNode?.directives?.some(({ name }) => name.value === 'interfaceObject') ?? false;

const lostActions = (type: GraphQLObjectType): string[] =>
  type.getInterfaces().flatMap((each) =>
    Object.values(each.getFields())
      .filter((field) => actionOf(field.extensions) && !actionOf(type.getFields()[field.name]?.extensions ?? {}))
      .map((field) => `${type.name}.${field.name} lost the action of ${each.name}.${field.name}: the class declares the field again; give it @Guard.`),
  );

/** What an answer to nobody in particular would come from. The subgraph does not start with any of these. */
export const openDoors = (schema: GraphQLSchema, references: ReadonlySet<string>): string[] => {
  const types = Object.values(schema.getTypeMap());
  const objects = types.filter(isObjectType).filter(({ name }) => !name.startsWith('__'));
  const unguarded = objects.flatMap((type) => {
    const root = type === schema.getQueryType() || type === schema.getMutationType() || type.name.endsWith('Commands');
    const keys = new Set(keysOf(type).flatMap(({ fields }) => fields));
    const contributed = isInterfaceObject(type);
    return Object.values(type.getFields())
      .filter((field) => !actionOf(field.extensions) && (root || (contributed && !keys.has(field.name))))
      .map((field) => `${type.name}.${field.name} has no action; give it @Guard.`);
  });
  const entities = types.filter((type) => (isObjectType(type) || isInterfaceType(type)) && keysOf(type).some(({ resolvable }) => resolvable));
  return [
    ...unguarded,
    ...objects.flatMap(lostActions),
    // Without a reference resolver @apollo/subgraph gives back what the caller claims.
    ...entities.filter(({ name }) => !references.has(name)).map(({ name }) => `${name} has a key and no reference; add it to the references with its action.`),
    ...[...references].filter((name) => !schema.getType(name)).map((name) => `There is a reference for ${name}, and no such type.`),
  ];
};
