import { getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import type { Action } from './index.ts';

/** Who may see a field: whoever may do one of these actions. */
export interface FieldRule {
  actions: readonly string[];
  /** `own`: the field names its action. `inherited`: the actions of the ways in, a reference of its type or a field that returns it. */
  way: 'own' | 'inherited';
}

const ofFederation = (name: string): boolean => name.startsWith('_');

/** Whether another subgraph answers this field: here it only comes along in a representation. */
export const isExternal = ({ astNode }: Pick<GraphQLField<unknown, unknown>, 'astNode'>): boolean =>
  astNode?.directives?.some(({ name }) => name.value === 'external') ?? false;

/**
 * The effective rule of every field of every object type in a built schema. A field without one is not in the map:
 * nothing guarded leads to it. Read from the schema and not from the classes, which may lose a decorator on the way.
 */
export const fieldRules = (schema: GraphQLSchema, actions: ReadonlyMap<string, Action>): Map<string, FieldRule> => {
  const types = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && !ofFederation(type.name));
  const waysInto = new Map(types.map(({ name }) => [name, new Set<string>()]));
  const referenceOf = (name: string): string[] => [actions.get(name)?.name ?? []].flat();
  for (const type of types) {
    for (const name of [type.name, ...type.getInterfaces().map((each) => each.name)])
      for (const action of referenceOf(name)) waysInto.get(type.name)?.add(action);
  }

  const fields = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ name }) => !ofFederation(name))
      .map((field) => {
        const returned = getNamedType(field.type);
        const own = actions.get(`${type.name}.${field.name}`)?.name;
        const targets = isAbstractType(returned) ? schema.getPossibleTypes(returned) : isObjectType(returned) ? [returned] : [];
        return { coordinate: `${type.name}.${field.name}`, parent: type.name, own, targets: targets.map(({ name }) => name), external: isExternal(field) };
      }),
  );
  const rulesOf = ({ own, parent }: (typeof fields)[number]): string[] => (own === undefined ? [...(waysInto.get(parent) ?? [])] : [own]);

  // Each round carries the ways in one field further; it ends because the sets only grow.
  for (let grown = true; grown; ) {
    grown = false;
    for (const field of fields) {
      for (const target of field.targets) {
        const ways = waysInto.get(target);
        const before = ways?.size;
        for (const action of rulesOf(field)) ways?.add(action);
        if (ways?.size !== before) grown = true;
      }
    }
  }
  return new Map(
    fields
      .filter(({ external }) => !external)
      .map((field) => [field.coordinate, { actions: rulesOf(field).sort(), way: field.own === undefined ? 'inherited' : 'own' }] as [string, FieldRule])
      .filter(([, { actions: named }]) => named.length > 0),
  );
};

/** Fields of object types that have no effective rule. */
export const fieldsWithoutRule = (schema: GraphQLSchema, rules: ReadonlyMap<string, FieldRule>): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !ofFederation(type.name))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !ofFederation(field.name) && !isExternal(field))
        .map(({ name }) => `${type.name}.${name}`),
    )
    .filter((coordinate) => !rules.has(coordinate));
