import {
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  specifiedScalarTypes,
  isAbstractType,
} from 'graphql';
import { isWanted, type Values } from './conditions.ts';
import type { Row } from './merge.ts';

// What an operation shows of what was fetched, compiled once: which fields, in which order, what is null and how far a null goes.

/** A null where none may be: the object around it is null. */
const INVALID = Symbol('invalid');
/** Gives what is shown of a value, or INVALID. */
type Complete = (value: unknown) => unknown;
type Shape = (row: Row) => Row | null;

/** A field that is asked, once or several times, of one object. */
interface Asked {
  type: GraphQLOutputType | null;
  sets: SelectionSetNode[];
}

export interface ProjectionOptions {
  /** What callers see; a type that is hidden there is shown to nobody. */
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  values: Values;
}

const MAX_INT = 2 ** 31 - 1;
const leaves: Record<string, (value: unknown) => boolean> = {
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) <= MAX_INT + 1,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
};
const builtIn = new Set(specifiedScalarTypes.map(({ name }) => name));

/** Whether a row has these keys, in this order, and no others. */
const hasJust = (row: Row, keys: readonly string[]): boolean => {
  let count = 0;
  for (const key in row) {
    if (key !== keys[count]) return false;
    count += 1;
  }
  return count === keys.length;
};

/** Shapes the data of an operation as a caller gets it; null when a null at its root went all the way up. */
export const projection = ({ schema, operation, fragments, values }: ProjectionOptions): Shape => {
  const fits = (condition: string | undefined, type: GraphQLCompositeType): boolean => {
    if (condition === undefined || condition === type.name) return true;
    const wanted = schema.getType(condition);
    return isAbstractType(wanted) && !isCompositeUnion(type) && schema.isSubType(wanted, type);
  };
  const isCompositeUnion = (type: GraphQLCompositeType): type is Extract<GraphQLCompositeType, { getTypes(): unknown }> => 'getTypes' in type;

  /** `known` is whether the type is the one of the row, or only that of the field, which a fragment narrows. */
  const collect = (set: SelectionSetNode, type: GraphQLCompositeType, known: boolean, into: Map<string, Asked>): void => {
    for (const node of set.selections) {
      if (!isWanted(node.directives, values)) continue;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        const asked = into.get(key) ?? { type: node.name.value === '__typename' ? null : fieldType(type, node.name.value), sets: [] };
        if (node.selectionSet) asked.sets.push(node.selectionSet);
        into.set(key, asked);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (!fragment || !fits(condition, type)) continue;
      const narrowed = known || condition === undefined ? type : (schema.getType(condition) as GraphQLCompositeType);
      collect(fragment.selectionSet, narrowed, known, into);
    }
  };

  const fieldType = (type: GraphQLCompositeType, name: string): GraphQLOutputType => {
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    if (!field) throw new Error(`${type.name} has no field ${name}`);
    return field.type;
  };

  const shapeOf = (sets: readonly SelectionSetNode[], type: GraphQLCompositeType, known: boolean): Shape => {
    const asked = new Map<string, Asked>();
    for (const set of sets) collect(set, type, known, asked);
    const keys = [...asked.keys()];
    const completes = [...asked.values()].map(({ type: of, sets: below }) => (of === null ? typenameOf(type) : completeOf(of, below)));
    return (row) => {
      // Most rows are shown as they came: those need no second object.
      let shown = hasJust(row, keys) ? row : {};
      for (let index = 0; index < keys.length; index += 1) {
        const key = keys[index] as string;
        const given = row[key];
        const value = (completes[index] as Complete)(given ?? null);
        if (value === INVALID) return null;
        if (shown === row) {
          if (value === given) continue;
          shown = {};
          for (let before = 0; before < index; before += 1) shown[keys[before] as string] = row[keys[before] as string];
        }
        shown[key] = value;
      }
      return shown;
    };
  };

  const typenameOf = (type: GraphQLCompositeType): Complete => (isObjectType(type) ? () => type.name : () => INVALID);

  const completeOf = (type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete => {
    if (isNonNullType(type)) {
      const inner = completeOf(type.ofType, sets);
      return (value) => inner(value) ?? INVALID;
    }
    if (isListType(type)) {
      const inner = completeOf(type.ofType, sets);
      return (value) => {
        if (value === null) return null;
        if (!Array.isArray(value)) throw new TypeError(`Invalid non-list value returned by subgraph for list type ${String(type)}`);
        let shown: unknown[] = value;
        let invalid = false;
        for (let index = 0; index < value.length; index += 1) {
          const one = inner(value[index]);
          if (one === INVALID) invalid = true;
          if (shown === value) {
            if (one === value[index]) continue;
            shown = value.slice(0, index);
          }
          shown.push(one);
        }
        return invalid ? null : shown;
      };
    }
    const named = getNamedType(type);
    return isCompositeType(named) ? objectOf(named, sets) : leafOf(named.name);
  };

  const objectOf = (type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Complete => {
    const byType = new Map<unknown, Shape | null>();
    const shapeFor = (typename: unknown): Shape | null => {
      const known = byType.get(typename);
      if (known !== undefined) return known;
      const named = typename === undefined || typename === null ? type : schema.getType(typename as string);
      const made = isCompositeType(named) ? shapeOf(sets, named, named !== type || typename !== undefined) : null;
      byType.set(typename, made);
      return made;
    };
    return (value) => {
      if (value === null) return null;
      if (typeof value !== 'object') throw new TypeError(`Invalid non-object value returned by subgraph for composite type ${type.name}`);
      const shape = shapeFor((value as Row)['__typename']);
      return shape ? shape(value as Row) : null;
    };
  };

  const leafOf = (name: string): Complete => {
    const type = schema.getType(name);
    const allowed = isEnumType(type) ? new Set<unknown>(type.getValues().map((each) => each.name)) : null;
    if (allowed) return (value) => (allowed.has(value) ? value : null);
    const valid = isScalarType(type) && builtIn.has(name) ? leaves[name] : undefined;
    return valid ? (value) => (value !== null && valid(value) ? value : null) : (value) => value;
  };

  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`there is no ${operation.operation} type`);
  return shapeOf([operation.selectionSet], root, true);
};
