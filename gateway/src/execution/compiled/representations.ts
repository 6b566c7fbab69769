import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isRow, merge, type Row } from './merge.ts';
import type { IsOfType } from './rewrites.ts';

const nested = (value: unknown, selections: readonly QueryPlanSelectionNode[] | undefined, isOfType: IsOfType): unknown => {
  if (Array.isArray(value)) return value.map((each) => (selections ? nested(each, selections, isOfType) : each));
  return selections && isRow(value) ? select(value, selections, isOfType) : value;
};

/** What a fetch needs of a row; null when something of it is not there. */
export const select = (row: Row, selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType): Row | null => {
  const taken: Row = {};
  for (const node of selections) {
    if (node.kind === 'Field') {
      const key = node.alias ?? node.name;
      if (row[key] === undefined) return null;
      taken[key] = nested(row[key], node.selections, isOfType);
    } else {
      const typename = row['__typename'];
      if (node.typeCondition === undefined || typeof typename !== 'string' || !isOfType(typename, node.typeCondition)) continue;
      const part = select(row, node.selections, isOfType);
      if (part) merge(taken, part);
    }
  }
  return taken;
};

/** By which an entity is asked: null for one that this fetch has nothing of. */
export const representationOf = (
  requires: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
  rewrite: ((row: Row) => void) | null,
): ((row: Row) => Row | null) => {
  // Of most rows the type alone says that they are not of this fetch.
  const possible = new Map<unknown, boolean>();
  const isPossible = (typename: unknown): boolean => {
    const known = possible.get(typename);
    if (known !== undefined) return known;
    const found = requires.some(
      (node) => node.kind === 'Field' || node.typeCondition === undefined || (typeof typename === 'string' && isOfType(typename, node.typeCondition)),
    );
    possible.set(typename, found);
    return found;
  };
  return (row) => {
    if (!isPossible(row['__typename'])) return null;
    const taken = select(row, requires, isOfType);
    if (!taken || taken['__typename'] === undefined || taken['__typename'] === null) return null;
    rewrite?.(taken);
    return taken;
  };
};
