import { Kind, parse, type SelectionSetNode } from 'graphql';

type Path = (string | number)[];

const responseNames = ({ selections }: SelectionSetNode): string[] =>
  selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return node.name.value === '__typename' ? [] : [(node.alias ?? node.name).value];
    return node.kind === Kind.INLINE_FRAGMENT ? responseNames(node.selectionSet) : [];
  });

/**
 * What a fetch that failed would have brought: one path for each of its root fields, or, for a fetch of entities,
 * one path to the first field of the first of them. One dead subgraph is one error, not one for each row.
 */
export const missingParts = (query: string): Path[] => {
  const operation = parse(query, { noLocation: true }).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [entities] = operation?.selectionSet.selections ?? [];
  if (entities?.kind === Kind.FIELD && entities.name.value === '_entities') {
    const [first] = entities.selectionSet ? responseNames(entities.selectionSet) : [];
    return [['_entities', 0, ...(first === undefined ? [] : [first])]];
  }
  const roots = operation ? responseNames(operation.selectionSet) : [];
  return roots.length > 0 ? [...new Set(roots)].map((name) => [name]) : [[]];
};

/** The value at a path, `null` when it ends in a null on the way, `undefined` when there is no such place. */
const valueAt = (data: unknown, path: readonly (string | number)[]): unknown => {
  let value = data;
  for (const step of path) {
    if (value === null || value === undefined) return value;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
};

const firstNull = (data: unknown, path: readonly (string | number)[], walked: Path = []): Path | null => {
  if (data === null) return walked;
  const [step, ...rest] = path;
  if (step === undefined || data === undefined) return null;
  if (typeof step === 'string')
    return typeof data === 'object' && !Array.isArray(data) ? firstNull((data as Record<string, unknown>)[step], rest, [...walked, step]) : null;
  if (!Array.isArray(data)) return null;
  for (const [index, value] of data.entries()) {
    const found = firstNull(value, rest, [...walked, index]);
    if (found) return found;
  }
  return null;
};

/**
 * The gateway counts an entity's place among all entities of a list, although it asked a subgraph for those of one type only,
 * so an error can point at a neighbour that is complete. Such a path moves to the first place of that form which is missing;
 * without one it goes.
 */
export const placeOfError = (data: unknown, path: readonly (string | number)[]): Path | undefined => {
  if (path.length === 0) return undefined;
  if (data === null || data === undefined || valueAt(data, path) === null) return [...path];
  return firstNull(data, path) ?? undefined;
};
