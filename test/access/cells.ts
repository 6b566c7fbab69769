import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { isExternal, municipalities } from '@werkplein/kernel';
import { echoedKeys, entityKeys, fieldArguments, withoutMunicipality } from './arguments.ts';
import type { World } from './worlds.ts';

/** One field on the way from the root: on which concrete type it is asked, and with which arguments. */
export interface Step {
  type: string;
  field: string;
  args: Record<string, unknown>;
}

/** One field of the schema by one way: the last step is the field. `entity` begins at a representation instead of a root field. */
export interface Cell {
  coordinate: string;
  steps: readonly Step[];
  entity?: string;
}

export interface Plan {
  cells: Cell[];
  /** What must be added before this schema can be tested whole. */
  missing: string[];
}

/** `TubbergenClient`, `confirmationAtTubbergen` and `tubbergenFigureParts` outside Tubbergen. */
const isOfOther = (name: string, { municipality }: World): boolean =>
  municipalities.some((each) => each.code !== municipality.code && new RegExp(`^(${each.name}|${each.field}(Figure|Funnel))|${each.name}$`).test(name));

/** The planner never asks for these, and their reference answers nobody (bypasses.test.ts). */
const isUnresolvable = ({ astNode }: GraphQLNamedType): boolean =>
  (astNode?.directives ?? []).some(({ name, arguments: given = [] }) => name.value === 'key' && given.some(({ name: { value } }) => value === 'resolvable'));

/**
 * Every field that a read can reach in one world: the shortest way to each type, and from there each field that returns a type,
 * followed by that type's own fields. So a field is asked by every way that leads to its type.
 */
export const cellsOf = (schema: GraphQLSchema, world: World): Plan => {
  const query = schema.getQueryType() as GraphQLObjectType;
  const missing = new Set<string>();
  const concrete = (field: GraphQLField<unknown, unknown>): GraphQLObjectType[] => {
    const named = getNamedType(field.type);
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
    return types.filter(({ name }) => !isOfOther(name, world));
  };
  const step = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Step | null => {
    const coordinate = withoutMunicipality(`${type.name}.${field.name}`, world);
    const given = fieldArguments[coordinate];
    if (given === undefined && (field.args.some(isRequiredArgument) || (type === query && field.args.length > 0))) {
      missing.add(`${coordinate} has arguments: say in test/access/arguments.ts (fieldArguments) by which it gives the rows of one world.`);
      return null;
    }
    return { type: type.name, field: field.name, args: given?.(world) ?? {} };
  };
  const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields()).filter((field) => !field.name.startsWith('_') && !isExternal(field));
  const isLeaf = (field: GraphQLField<unknown, unknown>): boolean => !isCompositeType(getNamedType(field.type));
  const ofOtherMunicipality = (field: GraphQLField<unknown, unknown>): boolean =>
    isOfOther(field.name, world) || (!isLeaf(field) && concrete(field).length === 0);

  // A reference to what this subgraph has no row of gives back the id that was sent.
  const isEcho = (type: GraphQLObjectType, { name }: GraphQLField<unknown, unknown>): boolean =>
    echoedKeys.has(`${type.name}.${name}`) && Object.values(type.getFields()).some(isExternal);

  const shortest = new Map<GraphQLObjectType, Pick<Cell, 'steps' | 'entity'>>([[query, { steps: [] }]]);
  const entities = schema.getType('_Entity');
  if (isAbstractType(entities)) {
    for (const type of schema.getPossibleTypes(entities).filter((each) => !isOfOther(each.name, world) && !isUnresolvable(each))) {
      if (entityKeys[withoutMunicipality(type.name, world)]) shortest.set(type, { steps: [], entity: type.name });
      else missing.add(`${withoutMunicipality(type.name, world)} is an entity: say in test/access/arguments.ts (entityKeys) by which key.`);
    }
  }
  const cells: Cell[] = [];
  // A Map keeps its order and is walked while it grows: breadth first.
  for (const [type, way] of shortest) {
    for (const field of fieldsOf(type)) {
      if (ofOtherMunicipality(field) || (way.steps.length === 0 && isEcho(type, field))) continue;
      const taken = step(type, field);
      if (!taken) continue;
      const steps = [...way.steps, taken];
      const cell = (more: Step[], coordinate: string): Cell => ({ ...way, steps: [...steps, ...more], coordinate });
      const targets = concrete(field);
      if (targets.length === 0) cells.push(cell([], `${type.name}.${field.name}`));
      for (const target of targets) {
        if (!shortest.has(target)) shortest.set(target, { ...way, steps });
        for (const leaf of fieldsOf(target)) {
          if (!isLeaf(leaf)) continue;
          const last = step(target, leaf);
          if (last) cells.push(cell([last], `${target.name}.${leaf.name}`));
        }
        // A page is a way to its rows, not a thing of its own.
        const nodes = target.getFields()['nodes'];
        for (const row of nodes ? concrete(nodes) : []) {
          for (const leaf of fieldsOf(row)) {
            const last = isLeaf(leaf) ? step(row, leaf) : null;
            if (last) cells.push(cell([{ type: target.name, field: 'nodes', args: {} }, last], `${row.name}.${leaf.name}`));
          }
        }
      }
    }
  }
  return { cells, missing: [...missing] };
};
